#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/issue_state.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<void> change_issues(context& ctx,
                                                   const std::vector<sentry::issue>& which,
                                                   const sentry::issue_change& to) {
    std::vector<std::string> ids;
    for (const sentry::issue& each : which) ids.push_back(each.id);
    if (ids.size() == 1) {
        co_await ctx.set("change",
                         [&](sentry::client& sentry) { return sentry.change_issue(ids[0], to); });
        co_return;
    }
    co_await ctx.set("change",
                     [&](sentry::client& sentry) { return sentry.change_issues(ids, to); });
}

CHATOPS_INLINE std::string issues_are(const std::vector<sentry::issue>& which) {
    return names_of_issues(which) + (which.size() == 1 ? " is" : " are");
}

CHATOPS_INLINE fields_part issues_named(const std::vector<sentry::issue>& which) {
    fields_part named;
    for (const sentry::issue& each : which)
        named.fields.emplace_back(each.name(),
                                  error_words(each.title, sentry_limits::words_in_title));
    return named;
}

CHATOPS_INLINE std::string issues_typed(const std::vector<sentry::issue>& which) {
    std::string text;
    for (const sentry::issue& each : which) text += ' ' + each.name();
    return text;
}

/// Those of them that are in another state.
CHATOPS_INLINE std::vector<sentry::issue> issues_not(const char* status,
                                                     std::vector<sentry::issue> all) {
    std::erase_if(all, [&](const sentry::issue& each) { return each.status == status; });
    return all;
}

CHATOPS_INLINE reply resolved_reply(const std::vector<sentry::issue>& which,
                                    const sentry::issue_change& how) {
    std::string title = issues_are(which) + " resolved";
    std::string next = "With the next error of that sort it comes back.";
    if (how.in_next_release) {
        title += " in the next release";
        next = "Errors of the release that there is now do not bring it back.";
    } else if (how.in_release) {
        title += " in " + *how.in_release;
        next = "Errors of older releases do not bring it back.";
    }
    reply answer = reply::good(std::move(title));
    answer.add(issues_named(which));
    return answer.add(
        text_part{next + " `sentry issue unresolve" + issues_typed(which) + "` takes this back."});
}

CHATOPS_INLINE sentry::issue_change silence_of(const sentry_issue_ignore& asked) {
    sentry::issue_change to;
    to.status = "ignored";
    to.substatus = "archived_until_condition_met";
    if (*asked.length)
        to.ignore_minutes =
            std::chrono::ceil<std::chrono::minutes>((*asked.length)->length).count();
    else if (*asked.until_count)
        to.ignore_count = (*asked.until_count)->number;
    else if (*asked.until_users)
        to.ignore_users = (*asked.until_users)->number;
    else
        to.substatus = *asked.until_escalating ? "archived_until_escalating" : "archived_forever";
    if (*asked.within)
        to.ignore_window = std::chrono::ceil<std::chrono::minutes>((*asked.within)->length).count();
    return to;
}

/// Until when they are ignored, within a sentence.
CHATOPS_INLINE std::string silence_text(const sentry::issue_change& how, time_point now) {
    if (how.ignore_minutes)
        return " until " + minute_of(now + std::chrono::minutes(*how.ignore_minutes)) + " UTC";
    const std::string within = within_text(how.ignore_window);
    if (how.ignore_count)
        return " until it happens " + more_of(*how.ignore_count, "time", "times") + within;
    if (how.ignore_users)
        return " until " + more_of(*how.ignore_users, "person", "people") + " met it" + within;
    return how.substatus == "archived_until_escalating" ? " until there are many more"
                                                        : " for good";
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_resolve::run(context& ctx) const {
    if (*next_release && *in_release) {
        reply both = reply::bad("An issue is resolved in the next release or in one that there is, "
                                "not in both: nothing was changed");
        co_return both.add(text_part{"Leave `--next-release` or `--in-release` out."});
    }
    const chosen_issues chosen = co_await look_for_issues(ctx, *issues);
    if (chosen.unclear) co_return *chosen.unclear;
    const auto open = detail::issues_not("resolved", chosen.found);
    if (open.empty()) {
        reply already = reply::neutral(detail::issues_are(chosen.found) +
                                       " resolved already: nothing was changed");
        // Sentry lets what is resolved be as it is, and says nothing.
        if (*next_release || *in_release)
            already.add(text_part{"To resolve it in a release, `sentry issue unresolve" +
                                  detail::issues_typed(chosen.found) + "` first."});
        co_return already;
    }
    sentry::issue_change to;
    to.status = "resolved";
    to.in_next_release = *next_release;
    if (*in_release) to.in_release = (*in_release)->text;
    co_await detail::change_issues(ctx, open, to);
    co_return detail::resolved_reply(open, to);
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_unresolve::run(context& ctx) const {
    const chosen_issues chosen = co_await look_for_issues(ctx, *issues);
    if (chosen.unclear) co_return *chosen.unclear;
    const auto closed = detail::issues_not("unresolved", chosen.found);
    if (closed.empty())
        co_return reply::neutral(detail::issues_are(chosen.found) +
                                 " unresolved already: nothing was changed");
    sentry::issue_change to;
    to.status = "unresolved";
    co_await detail::change_issues(ctx, closed, to);
    reply answer = reply::good(detail::issues_are(closed) + " unresolved again");
    change_part change;
    for (const sentry::issue& each : closed)
        change.lines.push_back({each.name(), issue_state(each), "unresolved"});
    co_return answer.add(std::move(change));
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_ignore::run(context& ctx) const {
    const int conditions = (*length ? 1 : 0) + (*until_count ? 1 : 0) + (*until_users ? 1 : 0) +
                           (*until_escalating ? 1 : 0);
    if (conditions > 1) {
        reply several = reply::bad("Sentry ends it by one condition, and you gave " +
                                   std::to_string(conditions) + ": nothing was changed");
        co_return several.add(text_part{"Give one of `--for`, `--until-count`, `--until-users` and "
                                        "`--until-escalating`, or none, and it is for good."});
    }
    if (*within && !*until_count && !*until_users) {
        reply alone = reply::bad("`--within` says how soon so many come: nothing was changed");
        co_return alone.add(text_part{"Give `--until-count` or `--until-users` with it."});
    }
    const chosen_issues chosen = co_await look_for_issues(ctx, *issues);
    if (chosen.unclear) co_return *chosen.unclear;
    const sentry::issue_change to = detail::silence_of(*this);
    co_await detail::change_issues(ctx, chosen.found, to);
    reply answer = reply::good(detail::issues_are(chosen.found) + " ignored" +
                               detail::silence_text(to, ctx.now()));
    answer.add(detail::issues_named(chosen.found));
    co_return answer.add(text_part{"`sentry issue unresolve" + detail::issues_typed(chosen.found) +
                                   "` takes this back."});
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_priority::run(context& ctx) const {
    chosen_issues chosen = co_await look_for_issues(ctx, *issues);
    if (chosen.unclear) co_return *chosen.unclear;
    const std::string wanted = text_of<error_priority>::write(*priority);
    const std::string are = detail::issues_are(chosen.found);
    std::erase_if(chosen.found, [&](const sentry::issue& each) { return each.priority == wanted; });
    if (chosen.found.empty())
        co_return reply::neutral(are + " of " + wanted + " priority already: nothing was changed");
    sentry::issue_change to;
    to.priority = wanted;
    co_await detail::change_issues(ctx, chosen.found, to);
    reply answer = reply::good(detail::issues_are(chosen.found) + " of " + wanted + " priority");
    change_part change;
    for (const sentry::issue& each : chosen.found)
        change.lines.push_back({each.name(), each.priority.value_or("unknown"), wanted});
    co_return answer.add(std::move(change));
}

} // namespace chatops::operations
