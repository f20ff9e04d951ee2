#include "mocks/newrelic/summaries.hpp"

#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/transactions.hpp"

#include <cmath>

namespace chatops::mocks::newrelic {
namespace {

/// With so many digits as are worth something.
double rounded(double number) { return std::round(number * 10'000) / 10'000; }

double seconds_each(std::int64_t total_us, std::int64_t count) {
    return count == 0 ? 0
                      : rounded(static_cast<double>(total_us) / 1e6 / static_cast<double>(count));
}

double share(double part, std::int64_t of) {
    return of == 0 ? 0 : rounded(part / static_cast<double>(of));
}

} // namespace

summary summary_of(const account_state& account, const application& of, time_point now,
                   const host* on) {
    std::int64_t web = 0;
    std::int64_t other = 0;
    std::int64_t web_us = 0;
    std::int64_t other_us = 0;
    std::int64_t errors = 0;
    double satisfied = 0;
    each_transaction(account, of, now - limits::summary_window, now, 1,
                     [&](const transaction& each) {
                         if (on != nullptr && each.on->id != on->id) return;
                         (each.is_web ? web : other) += 1;
                         (each.is_web ? web_us : other_us) += each.duration_us;
                         errors += each.is_error ? 1 : 0;
                         const std::int64_t target = of.apdex_target_ms * std::int64_t{1000};
                         if (each.is_web && !each.is_error)
                             satisfied += each.duration_us <= target       ? 1
                                          : each.duration_us <= 4 * target ? 0.5
                                                                           : 0;
                     });
    const double minutes = static_cast<double>(limits::summary_window.count()) / 60'000;
    summary made;
    made.throughput = rounded(static_cast<double>(web + other) / minutes);
    made.web_throughput = rounded(static_cast<double>(web) / minutes);
    made.response_seconds = seconds_each(web_us + other_us, web + other);
    made.web_response_seconds = seconds_each(web_us, web);
    made.background_response_seconds = seconds_each(other_us, other);
    made.error_rate = share(static_cast<double>(errors) * 100, web + other);
    made.apdex = web == 0 ? 1 : share(satisfied, web);
    return made;
}

bool is_reporting(const account_state& account, const application& of, time_point now) {
    bool has_spoken = false;
    each_transaction(account, of, now - limits::summary_window, now, 1,
                     [&](const transaction&) { has_spoken = true; });
    return has_spoken;
}

std::size_t instances_of(const application& which) {
    std::size_t all = 0;
    for (const host& each : which.hosts) all += each.instance_ids.size();
    return all;
}

} // namespace chatops::mocks::newrelic
