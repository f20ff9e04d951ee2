// What a health monitor finds out by itself, and when.
#include "mocks/common/earliest.hpp"
#include "mocks/rackspace/load_balancer.hpp"

#include <algorithm>
#include <chrono>

namespace chatops::mocks::rackspace {
namespace {

/// How long the monitor needs to be sure. Source: methods/put-update-health-monitor: so many
/// failures, so far apart; one good look is enough.
duration finding_out(const object& monitor, bool is_silent) {
    const std::chrono::seconds delay(number_of(monitor, "delay", 1));
    return is_silent ? delay * number_of(monitor, "attemptsBeforeDeactivation", 1) : delay;
}

} // namespace

std::optional<time_point> load_balancer::due() const {
    std::optional<time_point> first = settles_at;
    if (is_deleted()) return first;
    for (const balanced_node& each : nodes) keep_earlier(first, each.turns_at);
    return first;
}

bool load_balancer_holdings::is_silent(std::string_view address) const {
    return std::find(silent.begin(), silent.end(), address) != silent.end();
}

void load_balancer_holdings::set_silent(const std::string& address, bool is_silent,
                                        time_point now) {
    std::erase(silent, address);
    if (is_silent) silent.push_back(address);
    for (load_balancer& each : all) watch(each, now);
}

void load_balancer_holdings::watch(load_balancer& which, time_point now) const {
    for (balanced_node& each : which.nodes) {
        const bool goes_off = !which.health_monitor.empty() && is_silent(each.address);
        const bool is_off = each.status == "OFFLINE";
        if (which.health_monitor.empty() || goes_off == is_off)
            each.turns_at.reset();
        else if (!each.turns_at)
            each.turns_at = now + finding_out(which.health_monitor, goes_off);
    }
}

} // namespace chatops::mocks::rackspace
