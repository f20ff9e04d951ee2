#pragma once

#include "chatops/core/json.hpp"
#include "chatops/operations/sentry/monitors.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <map>

namespace chatops::operations {

namespace detail {

/// `missed_checkin` as people say it.
CHATOPS_INLINE std::string job_state(const sentry::monitor& job,
                                     const sentry::monitor_environment& in) {
    if (job.status == "disabled" || in.status == "disabled") return "off";
    if (in.status == "missed_checkin") return "did not run";
    if (in.status == "timeout") return "took too long";
    if (in.status == "error") return "failed";
    return in.status;
}

CHATOPS_INLINE bool is_failing(const std::string& state) {
    return state == "failed" || state == "did not run" || state == "took too long";
}

/// A job in one of its environments.
struct job_line {
    std::vector<std::string> cells;
    bool failing = false;
};

CHATOPS_INLINE std::vector<job_line> job_lines(const std::vector<sentry::monitor>& all) {
    std::vector<job_line> lines;
    for (const sentry::monitor& each : all) {
        const bool several = each.environments.size() > 1;
        for (const sentry::monitor_environment& in : each.environments) {
            const std::string state = job_state(each, in);
            lines.push_back({{several ? each.slug + " (" + in.name + ")" : each.slug,
                              state + (each.is_muted.value_or(false) ? ", muted" : ""),
                              in.last_check_in ? minute_of(*in.last_check_in) : "never"},
                             is_failing(state)});
        }
        if (each.environments.empty())
            lines.push_back({{each.slug, "has not run yet", "never"}, false});
    }
    return lines;
}

/// The name of each project by its id.
CHATOPS_INLINE asio::awaitable<std::map<std::string, std::int64_t>>
events_by_project(sentry::client& sentry, duration period) {
    const auto usage = co_await sentry.usage(period);
    const auto projects = co_await sentry.projects();
    std::map<std::string, std::int64_t> counts;
    for (const sentry::project& each : projects) counts[each.slug] = 0;
    for (const sentry::usage_group& each : usage.groups) {
        const auto by = each.by.find("project");
        const auto total = each.totals.find("sum(quantity)");
        if (by == each.by.end() || total == each.totals.end()) continue;
        // A number, or text in some versions.
        const std::string id =
            by->second.is_string() ? std::string(by->second.get_string()) : json::text(by->second);
        const auto of = std::find_if(projects.begin(), projects.end(),
                                     [&](const auto& one) { return one.id == id; });
        counts[of == projects.end() ? "(deleted)" : of->slug] += total->second;
    }
    co_return counts;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_monitors::run(context& ctx) const {
    const auto all =
        co_await ctx.observe("monitors", [&](sentry::client& sentry) { return sentry.monitors(); });
    auto lines = detail::job_lines(all);
    const auto bad = static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [](const detail::job_line& each) { return each.failing; }));
    const std::size_t whole = lines.size();
    if (*failing) std::erase_if(lines, [](const detail::job_line& each) { return !each.failing; });
    reply answer = whole == 0 ? reply::neutral("Sentry watches no job")
                   : bad == 0 ? reply::good(counted(whole, "job") + ": none failed")
                              : reply::bad(std::to_string(bad) + " of " + counted(whole, "job") +
                                           " failed or did not run");
    if (lines.empty()) co_return answer;
    table_part table;
    table.headings = {"Job", "State", "Last (UTC)"};
    for (const detail::job_line& each : lines) table.rows.push_back(each.cells);
    co_return answer.add(std::move(table));
}

CHATOPS_INLINE asio::awaitable<reply> sentry_usage::run(context& ctx) const {
    const duration period = since->length;
    const auto counts = co_await ctx.observe(
        "usage", [&](sentry::client& sentry) { return detail::events_by_project(sentry, period); });
    std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) {
        return left.second > right.second;
    });
    std::int64_t total = 0;
    table_part table;
    table.headings = {"Project", "Errors"};
    for (const auto& [name, count] : sorted) {
        total += count;
        table.rows.push_back({name, std::to_string(count)});
    }
    reply answer = reply::neutral(counted(static_cast<std::size_t>(total), "error") +
                                  " in the last " + age_text(period));
    if (!table.rows.empty()) answer.add(std::move(table));
    co_return answer;
}

} // namespace chatops::operations
