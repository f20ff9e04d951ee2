#pragma once

#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/release_phase.hpp"
#include "chatops/operations/heroku/releases.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// What one looks at of a release, with what its release phase wrote.
struct release_seen {
    std::vector<heroku::release> found;
    phase_output phase;
};
BOOST_DESCRIBE_STRUCT(release_seen, (), (found, phase))

/// The one that was asked for, or the newest; with the output, if it has ended.
CHATOPS_INLINE asio::awaitable<release_seen>
look_at_release(heroku::client& heroku, const heroku::app_name& of,
                const std::optional<heroku::release_version>& which) {
    release_seen seen;
    if (which) {
        seen.found.push_back(co_await heroku.release(of, *which));
    } else {
        seen.found = co_await heroku.releases(of, 1);
    }
    if (!seen.found.empty() && seen.found.front().status != "pending")
        seen.phase = co_await look_at_phase(heroku, of, seen.found.front());
    co_return seen;
}

CHATOPS_INLINE reply release_shown(const std::string& name, const release_seen& seen) {
    const heroku::release& each = seen.found.front();
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
    fields_part facts{{{"By", each.user.email},
                       {"When (UTC)", minute_of(each.created_at)},
                       {"State", runs ? each.status + ", current" : each.status}}};
    if (!seen.phase.has_phase && each.status != "pending")
        facts.fields.emplace_back("Release phase", "none");
    answer.add(std::move(facts));
    add_phase(answer, seen.phase);
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
    const auto seen = co_await ctx.observe("release", [&](heroku::client& heroku) {
        return detail::look_at_release(heroku, *app, *release);
    });
    if (seen.found.empty()) co_return reply::neutral(app->text + " has no release yet");
    co_return detail::release_shown(app->text, seen);
}

} // namespace chatops::operations
