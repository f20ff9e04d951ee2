#pragma once

#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/server_show.hpp"
#include "chatops/operations/rackspace/server_trouble.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

inline constexpr std::size_t server_actions_shown = 5;

CHATOPS_INLINE table_part action_table(const std::vector<rackspace::instance_action>& newest,
                                       time_point now) {
    table_part table;
    table.headings = {"Action", "Ended well", "Ago"};
    for (const rackspace::instance_action& each : newest)
        if (table.rows.size() < server_actions_shown)
            table.rows.push_back({each.action, ended_text(each), age_text(now - each.start_time)});
    return table;
}

/// `web-1 is active`, with a tone that says whether that is how it should be.
CHATOPS_INLINE reply state_of(const rackspace::server& each) {
    const std::string title = each.name + " is " + state_text(each);
    if (each.status == "ERROR") return reply::bad(title);
    if (each.status == "ACTIVE" && !each.task_state) return reply::good(title);
    if (each.task_state || each.status == "BUILD") return reply::neutral(title);
    return reply::warning(title);
}

/// What its image is called; of one that is gone, its id.
CHATOPS_INLINE asio::awaitable<std::string> image_name_of(rackspace::client& cloud,
                                                          const rackspace::server& of) {
    if (!of.image) co_return std::string("none: it was made from a volume");
    const auto found = co_await cloud.find<rackspace::image>(of.image->id);
    std::string name = of.image->id + ", which is gone";
    if (found) name = found->name;
    co_return name;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_show::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    const std::string image = co_await ctx.observe(
        "image", [&](rackspace::client& cloud) { return detail::image_name_of(cloud, it); });
    const auto newest = co_await ctx.observe(
        "actions", [&](rackspace::client& cloud) { return cloud.actions_of(it.id); });
    reply answer = detail::state_of(it);
    add_fault(answer, it);
    add_advice(answer, it);
    answer.add(server_fields(it, image));
    if (!newest.empty()) answer.add(detail::action_table(newest, ctx.now()));
    co_return answer;
}

} // namespace chatops::operations
