#include "mocks/digitalocean/billing.hpp"

#include "chatops/core/time.hpp"

#include <algorithm>
#include <chrono>

namespace chatops::mocks::digitalocean {
namespace {

time_point month_of(time_point when) {
    return read_time(format_time(when).substr(0, 8) + "01T00:00:00Z").value();
}

/// [?] A droplet that was resized is charged as if it had always had its size.
double usage_of(const droplet& which, time_point now) {
    const time_point since = std::max(which.created_at, month_of(now));
    const auto hours = std::chrono::ceil<std::chrono::hours>(now - since).count();
    return std::min(which.size->monthly_usd,
                    static_cast<double>(std::max<std::int64_t>(hours, 0)) * which.size->hourly_usd);
}

} // namespace

double usage_of_month(const account_state& account, time_point now) {
    double usd = account.spent.month == month_of(now) ? account.spent.usd : 0;
    for (const droplet& each : account.droplets) usd += usage_of(each, now);
    return usd;
}

void charge(account_state& account, const droplet& gone, time_point at) {
    past_usage& spent = account.spent;
    if (spent.month != month_of(at)) spent = {0, month_of(at)};
    spent.usd += usage_of(gone, at);
}

} // namespace chatops::mocks::digitalocean
