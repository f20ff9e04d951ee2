#pragma once

#include "chatops/command/text_of_enum.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/issues.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// Sentry sorts by when they came for review only where nothing else is listed.
CHATOPS_INLINE bool is_for_review(const sentry_issues& asked) {
    return *asked.for_review || *asked.sort == issue_order::inbox;
}

CHATOPS_INLINE std::string issues_title(const sentry_issues& asked, std::size_t found) {
    const auto limit = static_cast<std::size_t>(asked.count->number);
    std::string title = found == limit ? "The first " : "";
    title += counted(found, *asked.query ? "issue" : "unresolved issue");
    if (is_for_review(asked)) title += " for review";
    if (*asked.project) title += " of " + (*asked.project)->text;
    if (*asked.environment) title += " in " + (*asked.environment)->text;
    if (*asked.query) title += " for " + shown(**asked.query);
    return title;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_issues::run(context& ctx) const {
    if (*sort == issue_order::inbox && *query) {
        reply both = reply::bad("Sentry sorts by `inbox` only all that is for review");
        co_return both.add(text_part{"Leave `--query` out, or sort by something else."});
    }
    const chosen_project of = co_await look_for_project(ctx, *project);
    if (of.unclear) co_return *of.unclear;
    const auto nowhere = co_await no_such_environment(ctx, *environment, *project);
    if (nowhere) co_return *nowhere;
    sentry::issue_search which;
    if (*query) which.query = **query;
    if (detail::is_for_review(*this))
        which.query += (which.query.empty() ? "" : " ") + std::string("is:for_review");
    which.with_inbox = true;
    which.project_id = of.id();
    if (*environment) which.environment = (*environment)->text;
    if (*since) which.since = (*since)->length;
    which.sort = text_of<issue_order>::write(*sort);
    const auto limit = static_cast<std::size_t>(count->number);
    const auto found = co_await ctx.observe(
        "issues", [&](sentry::client& sentry) { return sentry.issues(which, limit); });
    reply answer = reply::neutral(detail::issues_title(*this, found.size()));
    if (!found.empty()) answer.add(issue_table(found, ctx.now()));
    co_return answer;
}

} // namespace chatops::operations
