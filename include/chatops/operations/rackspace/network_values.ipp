#pragma once

#include "chatops/operations/rackspace/network_values.hpp"

#include <algorithm>

namespace chatops {

namespace operations {

CHATOPS_INLINE const value_knower& rackspace_balancer_values() {
    static const value_knower known =
        value_knower_of<rackspace::load_balancer_client, rackspace::load_balancer_ref,
                        rackspace::node_ref>();
    return known;
}

CHATOPS_INLINE const value_knower& rackspace_dns_values() {
    static const value_knower known =
        value_knower_of<rackspace::dns_client, rackspace::domain_name, rackspace::record_ref>();
    return known;
}

} // namespace operations

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<rackspace::load_balancer_ref, rackspace::load_balancer_client>::values(
    rackspace::load_balancer_client& from, const line::completion_request&) {
    const auto all = co_await from.list();
    texts_of_values made;
    for (const rackspace::load_balancer& each : all)
        if (std::find(made.begin(), made.end(), each.name) == made.end()) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<rackspace::node_ref, rackspace::load_balancer_client>::values(
    rackspace::load_balancer_client& from, const line::completion_request& of) {
    texts_of_values made;
    const std::string* const named = line::given<rackspace::load_balancer_ref>(of);
    if (named == nullptr) co_return made;
    const auto all = co_await from.list();
    for (const rackspace::load_balancer& each : all) {
        if (each.name != *named && std::to_string(each.id) != *named) continue;
        const auto whole = co_await from.show(each.id);
        if (whole.nodes)
            for (const rackspace::balanced_node& node : *whole.nodes)
                made.push_back(node.address + ':' + std::to_string(node.port));
    }
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<rackspace::domain_name, rackspace::dns_client>::values(
    rackspace::dns_client& from, const line::completion_request&) {
    const auto all = co_await from.list();
    texts_of_values made;
    for (const rackspace::domain& each : all) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<rackspace::record_ref, rackspace::dns_client>::values(
    rackspace::dns_client& from, const line::completion_request& of) {
    texts_of_values made;
    const std::string* const named = line::given<rackspace::domain_name>(of);
    if (named == nullptr) co_return made;
    const auto zone = co_await from.named(*named);
    if (!zone) co_return made;
    const auto all = co_await from.records(zone->id);
    for (const rackspace::record& each : all) made.push_back(each.id);
    co_return made;
}

} // namespace chatops
