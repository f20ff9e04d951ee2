// How a load balancer finds out whether nodes answer, and what it has counted.
#include "mocks/rackspace/load_balancer_checks.hpp"
#include "mocks/rackspace/load_balancer_handlers.hpp"
#include "mocks/rackspace/load_balancer_limits.hpp"
#include "mocks/rackspace/load_balancer_views.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

void read_monitor_number(const object& from, const char* name, std::int64_t most, object& to,
                         std::vector<std::string>& wrong) {
    const auto number = whole_number_in(from, name);
    if (!number || *number < 1 || *number > most) { // [?] The text.
        wrong.push_back("Health monitor " + std::string(name) +
                        " is invalid. Must be an integer between 1 and " + std::to_string(most) +
                        ".");
        return;
    }
    to[name] = *number;
}

/// Source: methods/put-update-health-monitor. [?] The texts.
object monitor_in(const object& from) {
    object made;
    std::vector<std::string> wrong;
    const std::string type = words_in(from, "type").value_or("");
    if (type != "CONNECT" && type != "HTTP" && type != "HTTPS")
        wrong.emplace_back("Health monitor type is invalid. Must be CONNECT, HTTP or HTTPS.");
    made["type"] = type;
    read_monitor_number(from, "delay", limits::monitor_delay_seconds, made, wrong);
    read_monitor_number(from, "timeout", limits::monitor_timeout_seconds, made, wrong);
    read_monitor_number(from, "attemptsBeforeDeactivation", limits::monitor_attempts, made, wrong);
    for (const char* const name : {"path", "statusRegex", "bodyRegex", "hostHeader"}) {
        const auto text = words_in(from, name);
        const bool is_needed =
            name == std::string_view("path") || name == std::string_view("statusRegex");
        if (type == "CONNECT") continue;
        if (is_needed && (!text || text->empty()))
            wrong.push_back("Health monitor " + std::string(name) + " is required.");
        if (text) made[name] = *text;
    }
    const std::string_view path = text_of(made, "path");
    if (!path.empty() && path.front() != '/')
        wrong.emplace_back("Health monitor path is invalid. Must begin with a slash.");
    if (!wrong.empty()) throw validation_failure(std::move(wrong));
    return made;
}

} // namespace

answer show_health_monitor(call& from) {
    const load_balancer& of = balancer_to_see(from);
    return {200, object{{"healthMonitor", of.health_monitor}}};
}

answer update_health_monitor(call& from) {
    object monitor = monitor_in(inner_or_all(from.body, "healthMonitor"));
    load_balancer& which = balancer_to_change(from);
    which.health_monitor = std::move(monitor);
    begin_update(from, which);
    return {202};
}

/// Then every node is ONLINE again, whatever it is.
answer delete_health_monitor(call& from) {
    load_balancer& which = balancer_to_change(from);
    if (which.health_monitor.empty()) throw not_found("Health monitor not found"); // [?]
    which.health_monitor.clear();
    for (balanced_node& each : which.nodes) {
        each.status = "ONLINE";
        each.turns_at.reset();
    }
    begin_update(from, which);
    return {202};
}

answer show_balancer_stats(call& from) { return {200, show_stats(balancer_to_see(from))}; }

} // namespace chatops::mocks::rackspace
