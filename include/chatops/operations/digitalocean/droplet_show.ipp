#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_show.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

inline constexpr std::size_t actions_shown = 5;

CHATOPS_INLINE table_part action_table(const std::vector<digitalocean::action>& newest,
                                       time_point now) {
    table_part table;
    table.headings = {"Action", "State", "Ago"};
    for (const digitalocean::action& each : newest)
        if (table.rows.size() < actions_shown)
            table.rows.push_back({each.type, each.status, age_text(now - each.started_at)});
    return table;
}

/// `web-1 is active`, with a tone that says whether that is how it should be.
CHATOPS_INLINE reply state_of(const digitalocean::droplet& each) {
    const std::string title = each.name + " is " + each.status;
    if (each.status == "active") return reply::good(title);
    if (each.status == "new") return reply::neutral(title);
    return reply::warning(title);
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_show::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    const auto newest = co_await ctx.observe(
        "actions", [&](digitalocean::client& ocean) { return ocean.actions_of(on); });
    reply answer = detail::state_of(it);
    answer.add(droplet_fields(it));
    if (!newest.empty()) answer.add(detail::action_table(newest, ctx.now()));
    co_return answer;
}

} // namespace chatops::operations
