#pragma once

#include "chatops/operations/heroku/scale.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// `acme-staging: web 2 → 3`; what does not fit into a title is in the lines below it.
CHATOPS_INLINE reply scaled(const std::string& name, change_part change, bool up) {
    std::string title = name + ": ";
    for (const change_part::line& each : change.lines)
        title += (&each == change.lines.data() ? "" : ", ") + each.name + ' ' + each.before +
                 " → " + each.after;
    if (up) title += ", and all is up";
    reply answer = reply::good(std::move(title));
    if (change.lines.size() > 1) answer.add(std::move(change));
    return answer;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_scale::run(context& ctx) const {
    const auto before = co_await ctx.observe(
        "before", [&](heroku::client& heroku) { return heroku.formation(*app); });
    const auto after = co_await ctx.set(
        "scale", [&](heroku::client& heroku) { return heroku.scale(*app, *formation); });
    if (*wait)
        co_await ctx.until("up", [&](heroku::client& heroku) { return heroku.all_up(*app); });
    change_part change = formation_change(before, after);
    if (change.lines.empty())
        co_return reply::neutral(app->text + " runs that already: " + formation_text(after));
    co_return detail::scaled(app->text, std::move(change), *wait);
}

} // namespace chatops::operations
