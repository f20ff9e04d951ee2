#include "mocks/rackspace/load_balancer_offers.hpp"

#include "mocks/rackspace/load_balancer_handlers.hpp"
#include "mocks/rackspace/load_balancer_limits.hpp"
#include "mocks/rackspace/times.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

struct balancer_protocol {
    std::string_view name;
    std::int64_t port;
};

// Source: docs-cloud-load-balancers, methods/get-list-load-balancing-protocols.
constexpr balancer_protocol protocols[] = {
    {"DNS_TCP", 53}, {"DNS_UDP", 53},   {"FTP", 21},   {"HTTP", 80},     {"HTTPS", 443},
    {"IMAPS", 993},  {"IMAPv4", 143},   {"LDAP", 389}, {"LDAPS", 636},   {"MYSQL", 3306},
    {"POP3", 110},   {"POP3S", 995},    {"SMTP", 25},  {"TCP", 0},       {"TCP_CLIENT_FIRST", 0},
    {"UDP", 0},      {"UDP_STREAM", 0}, {"SFTP", 22},  {"TCP_STREAM", 0}};

// Source: methods/get-list-load-balancing-algorithms.
constexpr std::string_view algorithms[] = {"LEAST_CONNECTIONS", "RANDOM", "ROUND_ROBIN",
                                           "WEIGHTED_LEAST_CONNECTIONS", "WEIGHTED_ROUND_ROBIN"};

} // namespace

std::optional<std::int64_t> port_of_protocol(std::string_view name) {
    for (const balancer_protocol& each : protocols)
        if (each.name == name) return each.port;
    return std::nullopt;
}

bool is_balancer_algorithm(std::string_view name) {
    return std::find(std::begin(algorithms), std::end(algorithms), name) != std::end(algorithms);
}

answer list_balancer_protocols(call&) {
    array all;
    for (const balancer_protocol& each : protocols)
        all.push_back(object{{"name", text_value(each.name)}, {"port", each.port}});
    return {200, object{{"protocols", std::move(all)}}};
}

answer list_balancer_algorithms(call&) {
    array all;
    for (const std::string_view each : algorithms)
        all.push_back(object{{"name", text_value(each)}});
    return {200, object{{"algorithms", std::move(all)}}};
}

// Source: general-api-info/limits.rst.
answer list_balancer_absolute_limits(call&) {
    array all;
    const auto add = [&](const char* name, std::size_t most) {
        all.push_back(object{{"name", name}, {"value", most}});
    };
    add("IPV6_LIMIT", limits::balancer_ipv6);
    add("LOADBALANCER_LIMIT", limits::load_balancers);
    add("BATCH_DELETE_LIMIT", limits::balancer_deletes);
    add("ACCESS_LIST_LIMIT", limits::access_items);
    add("NODE_LIMIT", limits::balanced_nodes);
    return {200, object{{"absolute", std::move(all)}}};
}

answer list_balancer_rates(call& from) {
    array all;
    const auto rules = rate_rules();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].of != service::load_balancers) continue;
        const rate_window& window = from.account.rates[i];
        all.push_back(object{{"verb", text_value(rules[i].verb)},
                             {"value", rules[i].most},
                             {"remaining", window.left()},
                             {"unit", text_value(rules[i].unit)},
                             {"next-available", text_value(iso_time(window.frees_at(from.now)))}});
    }
    array rates;
    rates.push_back(object{
        {"uri", "/v1.0/*"}, {"regex", ".*/([0-9]+)/loadbalancers.*"}, {"limit", std::move(all)}});
    object limits;
    limits["rate"] = std::move(rates);
    object made;
    made["limits"] = std::move(limits);
    return {200, std::move(made)};
}

} // namespace chatops::mocks::rackspace
