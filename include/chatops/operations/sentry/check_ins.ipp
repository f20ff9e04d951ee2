#pragma once

#include "chatops/operations/sentry/check_ins.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

/// `850 ms`, `12 s`; of what has not ended, or did not begin, nothing is known.
CHATOPS_INLINE std::string took_text(const std::optional<std::int64_t>& milliseconds) {
    constexpr std::int64_t second = 1'000;
    if (!milliseconds) return "–";
    if (*milliseconds < second) return std::to_string(*milliseconds) + " ms";
    return age_text(duration(*milliseconds));
}

CHATOPS_INLINE table_part check_in_table(const std::vector<sentry::check_in>& all) {
    table_part table;
    table.headings = {"When (UTC)", "State", "Took"};
    std::vector<std::string> environments;
    for (const sentry::check_in& each : all) {
        table.rows.push_back(
            {minute_of(each.date_created), check_in_state(each.status), took_text(each.duration)});
        environments.push_back(each.environment.value_or(std::string()));
    }
    add_telling_column(table, "Environment", environments);
    return table;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_monitor_check_ins::run(context& ctx) const {
    const chosen_monitor chosen = co_await look_for_monitor(ctx, *monitor);
    if (chosen.unclear) co_return *chosen.unclear;
    const std::optional<sentry::project_name> of = sentry::project_name{chosen.found->project.slug};
    const auto nowhere = co_await no_such_environment(ctx, *environment, of);
    if (nowhere) co_return *nowhere;
    std::optional<std::string> in;
    if (*environment) in = (*environment)->text;
    const auto limit = static_cast<std::size_t>(count->number);
    const auto all = co_await ctx.observe(
        "check-ins", [&](sentry::client& sentry) { return sentry.check_ins(*monitor, in, limit); });
    const std::string where = in ? " in " + *in : std::string();
    if (all.empty()) co_return reply::neutral(monitor->text + " has not run yet" + where);
    std::size_t bad = 0;
    for (const sentry::check_in& each : all)
        if (is_failed_check_in(check_in_state(each.status))) ++bad;
    const std::string runs = "last " + counted(all.size(), "run") + " of " + monitor->text + where;
    reply answer =
        bad == 0 ? reply::good("The " + runs + ": none failed")
                 : reply::bad(std::to_string(bad) + " of the " + runs + " failed or did not run");
    co_return answer.add(detail::check_in_table(all));
}

} // namespace chatops::operations
