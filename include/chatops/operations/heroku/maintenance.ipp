#pragma once

#include "chatops/operations/heroku/maintenance.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<reply> switch_maintenance(context& ctx, const heroku::app_name& of,
                                                         bool on) {
    const auto before =
        co_await ctx.observe("before", [&](heroku::client& heroku) { return heroku.app(of); });
    if (before.maintenance == on)
        co_return reply::neutral(of.text + (on ? " is in maintenance" : " is open to visitors") +
                                 " already: nothing was changed");
    heroku::app_change to;
    to.maintenance = on;
    co_await ctx.set("maintenance",
                     [&](heroku::client& heroku) { return heroku.change_app(before.id, to); });
    reply answer = reply::good(maintenance_text(of.text, on) + (on ? "" : " again"));
    if (on)
        answer.add(text_part{"Its dynos run on, and work what is queued. `heroku maintenance off " +
                             of.text + "` ends it."});
    co_return answer;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_maintenance_on::run(context& ctx) const {
    return detail::switch_maintenance(ctx, *app, true);
}

CHATOPS_INLINE asio::awaitable<reply> heroku_maintenance_off::run(context& ctx) const {
    return detail::switch_maintenance(ctx, *app, false);
}

CHATOPS_INLINE asio::awaitable<reply> heroku_maintenance_show::run(context& ctx) const {
    const auto now =
        co_await ctx.observe("app", [&](heroku::client& heroku) { return heroku.app(*app); });
    const std::string text = maintenance_text(app->text, now.maintenance);
    co_return now.maintenance ? reply::warning(text) : reply::good(text);
}

} // namespace chatops::operations
