#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// Of several that were named, the others stay as they are, too.
CHATOPS_INLINE reply no_such_issue(const std::string& which, bool is_one_of_several) {
    reply answer = reply::bad("There is no issue " + which +
                              (is_one_of_several ? ": nothing was changed" : ""));
    return answer.add(text_part{"It may have been deleted, or be another organization's. `sentry "
                                "issues` lists those that are not resolved."});
}

/// Names of projects, for whoever mistyped one.
CHATOPS_INLINE asio::awaitable<std::vector<std::string>> project_names(sentry::client& sentry) {
    const auto all = co_await sentry.projects();
    std::vector<std::string> names;
    for (const sentry::project& each : all) names.push_back(each.slug);
    co_return names;
}

CHATOPS_INLINE asio::awaitable<std::vector<std::string>> monitor_names(sentry::client& sentry) {
    const auto all = co_await sentry.monitors();
    std::vector<std::string> names;
    for (const sentry::monitor& each : all) names.push_back(each.slug);
    co_return names;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<chosen_issues>
look_for_issues(context& ctx, const std::vector<sentry::issue_ref>& which) {
    chosen_issues all;
    if (which.size() > sentry_limits::named_issues) {
        all.unclear =
            reply::bad("That is more than " + std::to_string(sentry_limits::named_issues) +
                       " issues at once: nothing was changed");
        co_return all;
    }
    for (auto each = which.begin(); each != which.end(); ++each) {
        if (std::find(which.begin(), each, *each) != each) continue;
        const std::string step = "issue " + each->text;
        auto found = co_await ctx.observe(
            step, [&](sentry::client& sentry) { return sentry.find_issue(*each); });
        if (!found) {
            all.unclear = detail::no_such_issue(each->text, which.size() > 1);
            co_return all;
        }
        // One that was merged is another by now, and may be named as well.
        const bool is_known =
            std::any_of(all.found.begin(), all.found.end(),
                        [&](const sentry::issue& known) { return known.id == found->id; });
        if (!is_known) all.found.push_back(std::move(*found));
    }
    co_return all;
}

CHATOPS_INLINE asio::awaitable<chosen_issues> look_for_issue(context& ctx,
                                                             const sentry::issue_ref& which) {
    const std::vector<sentry::issue_ref> only{which};
    chosen_issues chosen = co_await look_for_issues(ctx, only);
    co_return chosen;
}

CHATOPS_INLINE asio::awaitable<std::vector<sentry::issue>>
look_for_reviews(context& ctx, std::vector<sentry::issue> all) {
    std::vector<std::string> ids;
    for (const sentry::issue& each : all) ids.push_back(each.id);
    const auto seen = co_await ctx.observe(
        "review", [&](sentry::client& sentry) { return sentry.issues_of(ids); });
    for (sentry::issue& each : all)
        for (const sentry::issue& same : seen)
            if (same.id == each.id) each.inbox = same.inbox;
    co_return all;
}

CHATOPS_INLINE reply no_such_project(const std::string& which,
                                     const std::vector<std::string>& names) {
    reply answer = reply::bad("There is no project " + which);
    return answer.add(text_part{did_you_mean(which, names) + "`sentry projects` lists them all."});
}

CHATOPS_INLINE asio::awaitable<std::optional<reply>>
no_such_environment(context& ctx, const std::optional<sentry::environment_name>& which,
                    const std::optional<sentry::project_name>& of) {
    std::optional<reply> none;
    if (!which) co_return none;
    const auto all = co_await ctx.observe(
        "environments", [&](sentry::client& sentry) { return sentry.environments(of); });
    std::vector<std::string> names;
    for (const sentry::environment& each : all) {
        if (each.name == which->text) co_return none;
        if (!each.name.empty()) names.push_back(each.name);
    }
    none = reply::bad("There is no environment " + which->text + (of ? " of " + of->text : ""));
    none->add(text_part{did_you_mean(which->text, names) + "`sentry environments" +
                        (of ? ' ' + of->text : std::string()) + "` lists them all."});
    co_return none;
}

CHATOPS_INLINE asio::awaitable<chosen_project>
look_for_project(context& ctx, const std::optional<sentry::project_name>& which) {
    chosen_project chosen;
    if (!which) co_return chosen;
    const std::string step = "project " + which->text;
    chosen.found = co_await ctx.observe(
        step, [&](sentry::client& sentry) { return sentry.find_project(*which); });
    if (chosen.found) co_return chosen;
    const auto names = co_await ctx.observe(
        "projects", [&](sentry::client& sentry) { return detail::project_names(sentry); });
    chosen.unclear = no_such_project(which->text, names);
    co_return chosen;
}

CHATOPS_INLINE asio::awaitable<chosen_monitor> look_for_monitor(context& ctx,
                                                                const sentry::monitor_name& which) {
    chosen_monitor chosen;
    chosen.found = co_await ctx.observe(
        "monitor", [&](sentry::client& sentry) { return sentry.find_monitor(which); });
    if (chosen.found) co_return chosen;
    const auto names = co_await ctx.observe(
        "monitors", [&](sentry::client& sentry) { return detail::monitor_names(sentry); });
    chosen.unclear = reply::bad("There is no monitor " + which.text);
    chosen.unclear->add(
        text_part{did_you_mean(which.text, names) + "`sentry monitors` lists them all."});
    co_return chosen;
}

} // namespace chatops::operations
