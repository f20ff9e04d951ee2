#include "mocks/rackspace/rate.hpp"

#include "mocks/rackspace/errors.hpp"

#include <array>
#include <chrono>

namespace chatops::mocks::rackspace {
namespace {

constexpr duration a_second = std::chrono::seconds(1);
constexpr duration a_minute = std::chrono::minutes(1);
constexpr duration a_day = std::chrono::hours(24);

constexpr rate_rule servers_rule(std::string_view verb, std::string_view path, std::size_t most,
                                 duration length, std::string_view unit) {
    return {service::servers,
            verb,
            path,
            most,
            length,
            unit,
            path.empty() ? "*" : "*/servers",
            path.empty() ? ".*" : "^/servers"};
}

constexpr rate_rule balancers_rule(std::string_view verb, std::size_t most, duration length,
                                   std::string_view unit) {
    return {service::load_balancers, verb, "", most, length, unit, "/v1.0/*", "/v1.0/.*"};
}

constexpr rate_rule dns_rule(std::string_view verb, std::string_view path, std::size_t most,
                             duration length, std::string_view unit) {
    return {service::dns,
            verb,
            path,
            most,
            length,
            unit,
            path == "/status" ? "*/status/*" : "*/domains*",
            path == "/status" ? ".*/status/.*" : ".*/v\\d+\\.\\d+/(\\d+/domains).*"};
}

constexpr std::array rules{
    // Source: docs-cloud-servers, general-api-info/limits.rst.
    servers_rule("GET", "", 1'000, a_minute, "MINUTE"),
    servers_rule("POST", "", 100, a_minute, "MINUTE"),
    servers_rule("POST", "/servers", 1'000, a_day, "DAY"),
    // Source: docs-cloud-load-balancers, general-api-info/limits.rst.
    balancers_rule("GET", 10, a_second, "SECOND"),
    balancers_rule("GET", 600, a_minute, "MINUTE"),
    balancers_rule("POST", 5, a_second, "SECOND"),
    balancers_rule("POST", 300, a_minute, "MINUTE"),
    balancers_rule("PUT", 10, a_second, "SECOND"),
    balancers_rule("PUT", 600, a_minute, "MINUTE"),
    balancers_rule("DELETE", 5, a_second, "SECOND"),
    balancers_rule("DELETE", 300, a_minute, "MINUTE"),
    // Source: docs-cloud-dns, general-api-info/limits.rst.
    dns_rule("GET", "/domains", 60, a_minute, "MINUTE"),
    dns_rule("POST", "/domains", 20, a_minute, "MINUTE"),
    dns_rule("PUT", "/domains", 20, a_minute, "MINUTE"),
    dns_rule("DELETE", "/domains", 10, a_minute, "MINUTE"),
    dns_rule("GET", "/status", 5, a_second, "SECOND"),
};

bool falls_under(const rate_rule& rule, const place& where, std::string_view method) {
    return rule.of == where.of && rule.verb == method &&
           where.path.compare(0, rule.path.size(), rule.path) == 0;
}

} // namespace

std::span<const rate_rule> rate_rules() { return rules; }

std::vector<rate_window> rate_windows() {
    std::vector<rate_window> made;
    for (const rate_rule& each : rules) made.emplace_back(each.most, each.length);
    return made;
}

void check_rate(std::vector<rate_window>& windows, const place& where, std::string_view method,
                time_point now) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!falls_under(rules[i], where, method)) continue;
        windows[i].pass(now);
        if (windows[i].is_full()) throw over_limit(windows[i].frees_at(now));
    }
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (falls_under(rules[i], where, method)) windows[i].count(now);
}

} // namespace chatops::mocks::rackspace
