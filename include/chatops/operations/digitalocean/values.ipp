#pragma once

#include "chatops/operations/digitalocean/values.hpp"

namespace chatops {

namespace operations {

CHATOPS_INLINE const value_knower& digitalocean_values() {
    static const value_knower known =
        value_knower_of<digitalocean::client, digitalocean::droplet_ref, digitalocean::snapshot_ref,
                        digitalocean::tag_name, digitalocean::domain_name, digitalocean::key_ref,
                        digitalocean::volume_ref, digitalocean::firewall_ref,
                        digitalocean::load_balancer_ref, digitalocean::reserved_ip_ref,
                        digitalocean::size_slug, digitalocean::region_slug, digitalocean::image_ref,
                        digitalocean::record_ref, digitalocean::entry_ref, digitalocean::vpc_ref,
                        digitalocean::project_ref>();
    return known;
}

} // namespace operations

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<digitalocean::size_slug, digitalocean::client>::values(
    digitalocean::client& from, const line::completion_request&) {
    const auto all = co_await from.list<digitalocean::size>();
    texts_of_values made;
    for (const digitalocean::size& each : all)
        if (each.available) made.push_back(each.slug);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<digitalocean::region_slug, digitalocean::client>::values(
    digitalocean::client& from, const line::completion_request&) {
    const auto all = co_await from.list<digitalocean::region>();
    texts_of_values made;
    for (const digitalocean::region& each : all)
        if (each.available) made.push_back(each.slug);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<digitalocean::image_ref, digitalocean::client>::values(
    digitalocean::client& from, const line::completion_request&) {
    const auto all = co_await from.list<digitalocean::image>("private=true", limits::cached_values);
    texts_of_values made;
    for (const digitalocean::image& each : all) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<digitalocean::record_ref, digitalocean::client>::values(
    digitalocean::client& from, const line::completion_request& of) {
    const std::string* const domain = line::given<digitalocean::domain_name>(of);
    if (domain == nullptr) co_return texts_of_values();
    std::string path = digitalocean::records_path(*domain);
    const auto all = co_await from.list_in<digitalocean::record>(std::move(path));
    texts_of_values made;
    for (const digitalocean::record& each : all) made.push_back(std::to_string(each.id));
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<digitalocean::entry_ref, digitalocean::client>::values(
    digitalocean::client& from, const line::completion_request& of) {
    const std::string* const named = line::given<digitalocean::load_balancer_ref>(of);
    if (named == nullptr) co_return texts_of_values();
    const auto all = co_await from.list<digitalocean::load_balancer>({}, limits::cached_values);
    texts_of_values made;
    for (const digitalocean::load_balancer& each : all) {
        if (each.name != *named && each.id != *named) continue;
        for (const digitalocean::forwarding_rule& rule : each.forwarding_rules)
            made.push_back(rule.entry_protocol + ':' + std::to_string(rule.entry_port));
    }
    co_return made;
}

} // namespace chatops
