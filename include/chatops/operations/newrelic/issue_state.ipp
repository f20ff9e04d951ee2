#pragma once

#include "chatops/operations/newrelic/issue_state.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

namespace chatops::operations {

namespace detail {

enum class issue_is { acknowledged, unacknowledged, closed };

CHATOPS_INLINE bool is_so(const newrelic::issue& it, issue_is wanted) {
    if (wanted == issue_is::closed) return !it.is_open();
    return it.acknowledged_at.has_value() == (wanted == issue_is::acknowledged);
}

CHATOPS_INLINE asio::awaitable<bool>
look_if_issue_is(newrelic::client& relic, const std::string& id, issue_is wanted, time_point now) {
    const auto seen = co_await look_for_relic_issue(relic, id, now);
    co_return seen.is_one() && is_so(seen.one(), wanted);
}

/// Once, since New Relic tells people of it.
CHATOPS_INLINE asio::awaitable<void> bring_about(context& ctx, const std::string& id,
                                                 issue_is wanted) {
    const auto act = [&](newrelic::client& relic) {
        if (wanted == issue_is::acknowledged) return relic.acknowledge(id);
        if (wanted == issue_is::unacknowledged) return relic.unacknowledge(id);
        return relic.resolve(id);
    };
    const auto find = [&](newrelic::client& relic, time_point since) {
        // What is looked for began before, and is looked for until long after.
        return look_if_issue_is(relic, id, wanted, since + std::chrono::hours(24));
    };
    co_await ctx.once("change", act, find);
}

CHATOPS_INLINE std::string issue_called(const newrelic::issue& it) {
    return short_relic_id(it.issue_id) + " (" + title_of(it.title) + ")";
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> newrelic_issue_acknowledge::run(context& ctx) const {
    const auto chosen = co_await choose_issue(ctx, issue->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::issue& it = *chosen.it;
    const std::string called = detail::issue_called(it);
    if (!it.is_open())
        co_return reply::neutral("Issue " + called + " is " + state_text(it) +
                                 ": nothing was changed");
    if (it.acknowledged_at)
        co_return reply::neutral("Issue " + called + " is acknowledged already, by " +
                                 it.acknowledged_by.value_or("somebody") + ": nothing was changed");
    co_await detail::bring_about(ctx, it.issue_id, detail::issue_is::acknowledged);
    reply answer = reply::good("Acknowledged " + called);
    co_return answer.add(text_part{"It stays open until what is wrong has ended, or somebody "
                                   "resolves it."});
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_issue_unacknowledge::run(context& ctx) const {
    const auto chosen = co_await choose_issue(ctx, issue->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::issue& it = *chosen.it;
    const std::string called = detail::issue_called(it);
    if (!it.is_open())
        co_return reply::neutral("Issue " + called + " is " + state_text(it) +
                                 ": nothing was changed");
    if (!it.acknowledged_at)
        co_return reply::neutral("Nobody had acknowledged issue " + called +
                                 ": nothing was changed");
    co_await detail::bring_about(ctx, it.issue_id, detail::issue_is::unacknowledged);
    co_return reply::good("Nobody is said to look after " + called + " any more");
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_issue_resolve::run(context& ctx) const {
    const auto chosen = co_await choose_issue(ctx, issue->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::issue& it = *chosen.it;
    const std::string called = detail::issue_called(it);
    if (!it.is_open())
        co_return reply::neutral("Issue " + called + " is " + state_text(it) +
                                 " already: nothing was changed");
    co_await detail::bring_about(ctx, it.issue_id, detail::issue_is::closed);
    reply answer = reply::good("Resolved " + called);
    co_return answer.add(text_part{"If what is wrong goes on, New Relic opens another one."});
}

} // namespace chatops::operations
