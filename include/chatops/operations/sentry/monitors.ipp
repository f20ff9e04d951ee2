#pragma once

#include "chatops/core/json.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/monitors.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <map>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string job_state(const sentry::monitor& job,
                                     const sentry::monitor_environment& in) {
    return job.status == "disabled" ? "off" : check_in_state(in.status);
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
                             is_failed_check_in(state)});
        }
        if (each.environments.empty())
            lines.push_back({{each.slug, "has not run yet", "never"}, false});
    }
    return lines;
}

CHATOPS_INLINE std::string schedule_text(const sentry::monitor& job) {
    if (!job.config.schedule) return {};
    const boost::json::value& given = *job.config.schedule;
    if (given.is_string()) return std::string(given.get_string());
    const auto* const both = given.if_array();
    if (both == nullptr || both->size() != 2 || !both->at(1).is_string()) return json::text(given);
    return "every " + json::text(both->at(0)) + ' ' + std::string(both->at(1).get_string());
}

CHATOPS_INLINE asio::awaitable<reply> set_muted(context& ctx, const sentry::monitor_name& which,
                                                bool is_muted) {
    const chosen_monitor chosen = co_await look_for_monitor(ctx, which);
    if (chosen.unclear) co_return *chosen.unclear;
    const std::string& name = chosen.found->slug;
    const std::string now = is_muted ? " is muted" : " is not muted";
    if (chosen.found->is_muted.value_or(false) == is_muted)
        co_return reply::neutral(name + now + " already: nothing was changed");
    co_await ctx.set("mute",
                     [&](sentry::client& sentry) { return sentry.mute_monitor(which, is_muted); });
    if (!is_muted) co_return reply::good(name + now + " any more: people are told when it fails");
    reply answer = reply::good(name + now + ": nobody is told when it fails");
    co_return answer.add(text_part{"Sentry goes on watching it. `sentry monitor unmute " + name +
                                   "` takes this back."});
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

CHATOPS_INLINE asio::awaitable<reply> sentry_monitor_show::run(context& ctx) const {
    const chosen_monitor chosen = co_await look_for_monitor(ctx, *monitor);
    if (chosen.unclear) co_return *chosen.unclear;
    const sentry::monitor& it = *chosen.found;
    const auto lines = detail::job_lines({it});
    const bool failing = std::any_of(lines.begin(), lines.end(),
                                     [](const detail::job_line& each) { return each.failing; });
    const std::string title = it.slug + ": " + lines.front().cells.at(1);
    reply answer = failing ? reply::bad(title) : reply::neutral(title);
    fields_part facts;
    if (it.name != it.slug) facts.fields.emplace_back("Name", it.name);
    facts.fields.emplace_back("Project", it.project.slug);
    const std::string schedule = detail::schedule_text(it);
    if (!schedule.empty()) facts.fields.emplace_back("Runs", schedule);
    if (it.config.timezone) facts.fields.emplace_back("Time zone", *it.config.timezone);
    for (const sentry::monitor_environment& each : it.environments) {
        const std::string in = " in " + each.name + " (UTC)";
        facts.fields.emplace_back("Last" + in, each.last_check_in ? minute_of(*each.last_check_in)
                                                                  : std::string("never"));
        if (each.next_check_in)
            facts.fields.emplace_back("Next" + in, minute_of(*each.next_check_in));
    }
    co_return answer.add(std::move(facts));
}

CHATOPS_INLINE asio::awaitable<reply> sentry_monitor_mute::run(context& ctx) const {
    return detail::set_muted(ctx, *monitor, true);
}

CHATOPS_INLINE asio::awaitable<reply> sentry_monitor_unmute::run(context& ctx) const {
    return detail::set_muted(ctx, *monitor, false);
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
