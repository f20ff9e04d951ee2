#pragma once

#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/project_events.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <map>
#include <set>
#include <utility>

namespace chatops::operations {

namespace detail {

/// The ids of the issues that they are of, each once.
CHATOPS_INLINE std::vector<std::string> issue_ids_of(const std::vector<sentry::event>& all) {
    std::set<std::string> ids;
    for (const sentry::event& each : all)
        if (each.group_id) ids.insert(*each.group_id);
    return {ids.begin(), ids.end()};
}

CHATOPS_INLINE table_part project_event_table(const std::vector<sentry::event>& all,
                                              const std::vector<sentry::issue>& issues) {
    std::map<std::string, std::string> names;
    for (const sentry::issue& each : issues) names[each.id] = each.name();
    table_part table;
    table.headings = {"When (UTC)", "Issue", "What"};
    std::vector<std::string> environments;
    for (const sentry::event& each : all) {
        const auto name = names.find(each.group_id.value_or(std::string()));
        const std::string what = each.title ? *each.title : each.message.value_or(std::string());
        // Events of an issue that was deleted are there for a while still.
        table.rows.push_back({minute_of(each.date_created),
                              name == names.end() ? "(deleted)" : name->second,
                              error_words(what, sentry_limits::words_in_table)});
        environments.push_back(
            error_words(sentry::tag_of(each, "environment"), sentry_limits::words_in_table));
    }
    add_telling_column(table, "Environment", environments);
    return table;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_project_events::run(context& ctx) const {
    const chosen_project of = co_await look_for_project(ctx, *project);
    if (of.unclear) co_return *of.unclear;
    std::optional<duration> period;
    if (*since) period = (*since)->length;
    const auto limit = static_cast<std::size_t>(count->number);
    const auto all = co_await ctx.observe("events", [&](sentry::client& sentry) {
        return sentry.project_events(*project, period, limit);
    });
    reply answer = reply::neutral((all.size() < limit ? "" : "The last ") +
                                  counted(all.size(), "event") + " of " + project->text +
                                  (period ? " in the last " + age_text(*period) : ""));
    if (all.empty()) co_return answer;
    const std::vector<std::string> ids = detail::issue_ids_of(all);
    const auto issues = co_await ctx.observe(
        "issues", [&](sentry::client& sentry) { return sentry.issues_of(ids); });
    answer.add(detail::project_event_table(all, issues));
    co_return answer.add(text_part{"`sentry event show ISSUE` says where it happened."});
}

} // namespace chatops::operations
