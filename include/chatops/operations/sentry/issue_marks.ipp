#pragma once

#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/issue_marks.hpp"
#include "chatops/operations/sentry/issue_state.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

/// What of issues is set, and what is said of it.
struct issue_mark {
    sentry::issue_change to;
    /// Behind `ACME-1 is`, where it is done, and where it was so.
    const char* done = "";
    const char* already = "";
    /// What else is to be known, with a space at its end; and what takes it back.
    const char* note = "";
    const char* back = "";
};

/// Whether an issue has every mark already that is to be set.
CHATOPS_INLINE bool is_marked_so(const sentry::issue& each, const sentry::issue_change& to) {
    const auto is = [](bool so, const std::optional<bool>& wanted) {
        return so == wanted.value_or(so);
    };
    return is(each.is_bookmarked.value_or(false), to.is_bookmarked) &&
           is(each.is_subscribed.value_or(false), to.is_subscribed) &&
           is(each.inbox.has_value(), to.in_inbox);
}

/// Sets it of those of which it is not so.
CHATOPS_INLINE asio::awaitable<reply> mark_issues(context& ctx, std::vector<sentry::issue> all,
                                                  const issue_mark& how) {
    const std::string are = issues_are(all);
    std::erase_if(all, [&](const sentry::issue& each) { return is_marked_so(each, how.to); });
    if (all.empty()) co_return reply::neutral(are + how.already + ": nothing was changed");
    co_await change_issues(ctx, all, how.to);
    reply answer = reply::good(issues_are(all) + how.done);
    answer.add(issues_named(all));
    co_return answer.add(text_part{how.note + ("`sentry issue " + std::string(how.back)) +
                                   issues_typed(all) + "` takes this back."});
}

/// The whole of a command that says so of the issues that a line names.
CHATOPS_INLINE asio::awaitable<reply> mark_named_issues(context& ctx,
                                                        const std::vector<sentry::issue_ref>& which,
                                                        const issue_mark& how) {
    chosen_issues chosen = co_await look_for_issues(ctx, which);
    if (chosen.unclear) co_return *chosen.unclear;
    reply answer = co_await mark_issues(ctx, std::move(chosen.found), how);
    co_return answer;
}

inline constexpr const char* bookmarks_note =
    "`sentry issues --query bookmarks:me` lists all that are. ";
inline constexpr const char* subscription_note = "`sentry whoami` says who that is. ";

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_review::run(context& ctx) const {
    chosen_issues chosen = co_await look_for_issues(ctx, *issues);
    if (chosen.unclear) co_return *chosen.unclear;
    auto all = co_await look_for_reviews(ctx, std::move(chosen.found));
    detail::issue_mark how{{}, " reviewed", " reviewed already", "", "unreview"};
    how.to.in_inbox = false;
    reply answer = co_await detail::mark_issues(ctx, std::move(all), how);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_unreview::run(context& ctx) const {
    chosen_issues chosen = co_await look_for_issues(ctx, *issues);
    if (chosen.unclear) co_return *chosen.unclear;
    for (const sentry::issue& each : chosen.found) {
        if (each.status == "unresolved") continue;
        reply closed = reply::bad(each.name() + " is " + each.status +
                                  ", and nobody is to look at it: nothing was changed");
        co_return closed.add(text_part{"`sentry issue unresolve " + each.name() + "` first."});
    }
    auto all = co_await look_for_reviews(ctx, std::move(chosen.found));
    detail::issue_mark how{{}, " for review again", " for review already", "", "review"};
    how.to.in_inbox = true;
    reply answer = co_await detail::mark_issues(ctx, std::move(all), how);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_bookmark::run(context& ctx) const {
    detail::issue_mark how{
        {}, " bookmarked", " bookmarked already", detail::bookmarks_note, "unbookmark"};
    how.to.is_bookmarked = true;
    reply answer = co_await detail::mark_named_issues(ctx, *issues, how);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_unbookmark::run(context& ctx) const {
    detail::issue_mark how{{}, " not bookmarked any more", " not bookmarked", "", "bookmark"};
    how.to.is_bookmarked = false;
    reply answer = co_await detail::mark_named_issues(ctx, *issues, how);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_subscribe::run(context& ctx) const {
    detail::issue_mark how{{},
                           " subscribed to: Sentry writes to whom the bot's token belongs",
                           " subscribed to already",
                           detail::subscription_note,
                           "unsubscribe"};
    how.to.is_subscribed = true;
    reply answer = co_await detail::mark_named_issues(ctx, *issues, how);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_issue_unsubscribe::run(context& ctx) const {
    detail::issue_mark how{
        {}, " not subscribed to any more", " not subscribed to", "", "subscribe"};
    how.to.is_subscribed = false;
    reply answer = co_await detail::mark_named_issues(ctx, *issues, how);
    co_return answer;
}

} // namespace chatops::operations
