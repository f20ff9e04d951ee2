#pragma once

#include "chatops/operations/heroku/restart.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<bool> look_if_restarted(heroku::client& heroku,
                                                       const heroku::app_name& name,
                                                       const std::vector<heroku::dyno>& before,
                                                       time_point since) {
    const auto now = co_await heroku.dynos(name);
    co_return were_restarted(before, now, since);
}

CHATOPS_INLINE reply nothing_to_restart(const std::string& name,
                                        const std::optional<heroku::dyno_group>& which,
                                        const std::vector<heroku::dyno>& all, time_point now) {
    if (!which) return reply::neutral(name + " has no dyno to restart");
    reply answer = reply::bad(name + " has no dyno " + which->to_text());
    if (!all.empty()) answer.add(dyno_table(all, now));
    return answer;
}

} // namespace detail

CHATOPS_INLINE bool were_restarted(const std::vector<heroku::dyno>& before,
                                   const std::vector<heroku::dyno>& now, time_point since) {
    std::size_t anew = 0;
    for (const heroku::dyno& was : before) {
        const auto is = std::find_if(now.begin(), now.end(), [&](const heroku::dyno& each) {
            return each.name == was.name;
        });
        if (is == now.end()) continue; // Scaled away meanwhile.
        if (is->id == was.id || is->created_at < since) return false;
        ++anew;
    }
    return anew > 0;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_restart::run(context& ctx) const {
    const auto all =
        co_await ctx.observe("before", [&](heroku::client& heroku) { return heroku.dynos(*app); });
    const auto before = dynos_of(all, *dynos);
    if (before.empty()) co_return detail::nothing_to_restart(app->text, *dynos, all, ctx.now());
    const auto act = [&](heroku::client& heroku) { return heroku.restart(*app, *dynos); };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_if_restarted(heroku, *app, before, since);
    };
    co_await ctx.once("restart", act, find);
    if (*wait)
        co_await ctx.until("up", [&](heroku::client& heroku) { return heroku.all_up(*app); });
    std::string title = "Restarted " + counted(before.size(), "dyno") + " of " + app->text;
    if (*dynos) title += " (" + (*dynos)->to_text() + ")";
    title += *wait ? ", and all is up" : "; it takes a moment until they are up";
    co_return reply::good(std::move(title));
}

} // namespace chatops::operations
