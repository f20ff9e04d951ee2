#pragma once

#include "chatops/operations/heroku/once.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/operations/heroku/stop.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// Those that the group names and that run, commands that run once as well.
CHATOPS_INLINE std::vector<heroku::dyno> running_of(const std::vector<heroku::dyno>& all,
                                                    const heroku::dyno_group& which) {
    std::vector<heroku::dyno> chosen;
    for (const heroku::dyno& each : all)
        if (each.state != "down" &&
            (which.number ? each.name == which.to_text() : each.type == which.process.text))
            chosen.push_back(each);
    return chosen;
}

CHATOPS_INLINE asio::awaitable<bool> look_if_stopped(heroku::client& heroku,
                                                     const heroku::app_name& of,
                                                     const std::vector<heroku::dyno>& before) {
    const auto now = co_await heroku.dynos(of);
    co_return were_stopped(before, now);
}

} // namespace detail

CHATOPS_INLINE bool were_stopped(const std::vector<heroku::dyno>& before,
                                 const std::vector<heroku::dyno>& now) {
    return std::all_of(before.begin(), before.end(), [&](const heroku::dyno& was) {
        const auto is = std::find_if(now.begin(), now.end(),
                                     [&](const heroku::dyno& each) { return each.id == was.id; });
        return is == now.end() || is->state == "down";
    });
}

CHATOPS_INLINE asio::awaitable<reply> heroku_stop::run(context& ctx) const {
    const auto all =
        co_await ctx.observe("before", [&](heroku::client& heroku) { return heroku.dynos(*app); });
    const auto before = detail::running_of(all, *dynos);
    if (before.empty()) {
        reply answer = reply::bad(app->text + " has no dyno " + dynos->to_text() + " that runs");
        if (!all.empty()) answer.add(dyno_table(all, ctx.now()));
        co_return answer;
    }
    const auto act = [&](heroku::client& heroku) { return heroku.stop(*app, *dynos); };
    const auto find = [&](heroku::client& heroku, time_point) {
        return detail::look_if_stopped(heroku, *app, before);
    };
    co_await ctx.once("stop", act, find);
    reply answer = reply::good("Stopped " + counted(before.size(), "dyno") + " of " + app->text +
                               " (" + dynos->to_text() + ")");
    if (is_of_formation(before.front()))
        answer.add(text_part{"The next release or restart starts it again: `heroku scale " +
                             app->text + ' ' + before.front().type + "=0` keeps it from running."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_formation::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "formation", [&](heroku::client& heroku) { return heroku.formation(*app); });
    table_part table;
    table.headings = {"Process", "Dynos", "Command"};
    for (const heroku::formation_entry& each : all)
        table.rows.push_back({each.type,
                              std::to_string(each.quantity) + (each.size ? " × " + *each.size : ""),
                              each.command.value_or("–")});
    reply answer = reply::neutral(counted(all.size(), "process type") + " of " + app->text);
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

} // namespace chatops::operations
