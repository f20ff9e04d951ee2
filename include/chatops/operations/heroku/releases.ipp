#pragma once

#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/releases.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// The one that was asked for, or the newest.
CHATOPS_INLINE asio::awaitable<std::vector<heroku::release>>
chosen_release(heroku::client& heroku, const heroku::app_name& of,
               const std::optional<heroku::release_version>& which) {
    std::vector<heroku::release> chosen;
    if (which) {
        chosen.push_back(co_await heroku.release(of, *which));
    } else {
        chosen = co_await heroku.releases(of, 1);
    }
    co_return chosen;
}

CHATOPS_INLINE reply release_shown(const std::string& name, const heroku::release& each) {
    const std::string version = "v" + std::to_string(each.version);
    const bool runs = each.current.value_or(false);
    reply answer;
    if (each.has_failed())
        answer = reply::bad(name + ": release " + version + " failed: " + each.description);
    else if (each.status == "pending")
        answer = reply::neutral(name + ": release " + version + " is pending: " + each.description);
    else
        answer = reply::neutral(name + (runs ? " runs " : " once ran ") + version + ": " +
                                each.description);
    answer.add(fields_part{{{"By", each.user.email},
                            {"When (UTC)", minute_of(each.created_at)},
                            {"State", runs ? each.status + ", current" : each.status}}});
    if (runs || each.status != "succeeded") return answer;
    return answer.add(
        text_part{each.eligible_for_rollback.value_or(true)
                      ? "`heroku rollback " + name + ' ' + version + "` runs it again."
                      : "It cannot be gone back to."});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_releases::run(context& ctx) const {
    const auto limit = static_cast<std::size_t>(count->number);
    const auto newest = co_await ctx.observe(
        "releases", [&](heroku::client& heroku) { return heroku.releases(*app, limit); });
    reply answer = reply::neutral((newest.size() < limit ? "" : "The last ") +
                                  counted(newest.size(), "release") + " of " + app->text);
    if (!newest.empty()) answer.add(release_table(newest));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_release_show::run(context& ctx) const {
    const auto chosen = co_await ctx.observe("release", [&](heroku::client& heroku) {
        return detail::chosen_release(heroku, *app, *release);
    });
    if (chosen.empty()) co_return reply::neutral(app->text + " has no release yet");
    co_return detail::release_shown(app->text, chosen.front());
}

} // namespace chatops::operations
