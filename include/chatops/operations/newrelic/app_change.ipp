#pragma once

#include "chatops/command/text_of_duration.hpp"
#include "chatops/operations/changes.hpp"
#include "chatops/operations/newrelic/app_change.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"

#include <cmath>
#include <optional>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::optional<double> goal_of(const newrelic::app& it) {
    return it.settings ? it.settings->apdex_target : std::nullopt;
}

CHATOPS_INLINE fields_part app_losses(const newrelic::app& it) {
    return {{{"Lost", "its pages and charts at New Relic; alerts do not see it any more"},
             {"Comes back", "as new, once its agent reports again"},
             {"Language", it.language.value_or("–")},
             {"Guid", it.guid}}};
}

CHATOPS_INLINE asio::awaitable<bool> is_app_gone(newrelic::client& relic, const std::string& guid) {
    const auto there = co_await app_with_guid(relic, guid);
    co_return !there.has_value();
}

} // namespace detail

CHATOPS_INLINE result<apdex_goal> apdex_goal::parse(std::string_view text) {
    const auto read = read_duration(text, 1);
    if (!read) return read.error();
    if (*read < newrelic_limits::shortest_goal || *read > newrelic_limits::longest_goal)
        return not_a(text, "a span of time from " + write_duration(newrelic_limits::shortest_goal) +
                               " to " + write_duration(newrelic_limits::longest_goal));
    return apdex_goal{std::chrono::milliseconds(*read)};
}

CHATOPS_INLINE std::string apdex_goal::to_text() const { return write_duration(length.count()); }

CHATOPS_INLINE asio::awaitable<reply> newrelic_app_change::run(context& ctx) const {
    const auto chosen = co_await choose_app(ctx, app->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::app& it = *chosen.it;
    const std::optional<double> before = detail::goal_of(it);
    const double seconds = std::chrono::duration<double>(goal->length).count();
    constexpr double milliseconds = 1'000;
    if (before && std::llround(*before * milliseconds) == goal->length.count())
        co_return reply::neutral("The Apdex goal of " + it.name + " is " + goal_text(before) +
                                 " already: nothing was changed");
    const double after = co_await ctx.set("change", [&](newrelic::client& relic) {
        return relic.set_apdex_target(it.guid, seconds);
    });
    reply answer = reply::good("The Apdex goal of " + it.name + " is " + goal_text(after));
    change_part change;
    add_change(change, "goal", goal_text(before), goal_text(after));
    if (!change.lines.empty()) answer.add(std::move(change));
    co_return answer.add(text_part{"Answers within it are good, within four times it bearable. "
                                   "Alerts that go by Apdex go by it from now on."});
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_app_remove::run(context& ctx) const {
    const auto chosen = co_await choose_app(ctx, app->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::app& it = *chosen.it;
    const std::string called = "The application " + it.name;
    if (it.reporting.value_or(false)) {
        reply answer = reply::bad(it.name + " still reports: nothing was removed");
        co_return answer.add(text_part{"New Relic removes only what has been silent for some "
                                       "hours. Switch its agent off first."});
    }
    reply question;
    question.title = "Remove the application " + it.name + " from New Relic?";
    question.add(detail::app_losses(it));
    co_await ctx.confirm(std::move(question), "Remove this application");
    const auto still = co_await ctx.observe(
        "still so", [&](newrelic::client& relic) { return app_with_guid(relic, it.guid); });
    if (!still) co_return reply::neutral(called + " is gone already");
    if (still->reporting.value_or(false) || still->name != it.name)
        co_return reply::warning(called + " is not any more what you were shown: nothing was "
                                          "changed. Ask again to see what it is now");
    const auto act = [&](newrelic::client& relic) { return relic.remove_app(it.guid); };
    const auto find = [&](newrelic::client& relic, time_point) {
        return detail::is_app_gone(relic, it.guid);
    };
    co_await ctx.once("remove", act, find);
    co_return reply::good(called + " is removed from New Relic");
}

} // namespace chatops::operations
