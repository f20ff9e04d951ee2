#pragma once

#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/server_actions.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

/// A person reads no more of them.
inline constexpr std::size_t all_server_actions_shown = 20;

/// Rackspace's support finds what went wrong by its request.
CHATOPS_INLINE void add_failed_requests(reply& to,
                                        const std::vector<rackspace::instance_action>& newest) {
    fields_part facts;
    for (const rackspace::instance_action& each : newest)
        if (each.message)
            facts.fields.emplace_back(each.action + ' ' + minute_of(each.start_time),
                                      each.request_id);
    if (facts.fields.empty()) return;
    to.add(text_part{"Rackspace's support finds what went wrong by its request:"});
    to.add(std::move(facts));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_actions::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    auto newest = co_await ctx.observe(
        "actions", [&](rackspace::client& cloud) { return cloud.actions_of(it.id); });
    if (newest.empty()) co_return reply::neutral("Rackspace tells of nothing done to " + it.name);
    std::string title = counted(newest.size(), "action") + " of " + it.name;
    if (newest.size() > detail::all_server_actions_shown) {
        newest.resize(detail::all_server_actions_shown);
        title += ", the newest " + std::to_string(newest.size());
    }
    table_part table{{"Action", "Ended well", "Began (UTC)"}, {}};
    for (const rackspace::instance_action& each : newest)
        table.rows.push_back({each.action, ended_text(each), minute_of(each.start_time)});
    reply answer = reply::neutral(std::move(title));
    answer.add(std::move(table));
    detail::add_failed_requests(answer, newest);
    co_return answer;
}

} // namespace chatops::operations
