#pragma once

#include "chatops/operations/rackspace/choice.hpp"

namespace chatops::operations {

namespace detail {

/// A UUID: what is none need not be asked for as an id.
CHATOPS_INLINE bool is_server_id(const std::string& text) {
    constexpr std::size_t uuid_characters = 36;
    return text.size() == uuid_characters &&
           text.find_first_not_of("0123456789abcdefABCDEF-") == std::string::npos;
}

CHATOPS_INLINE asio::awaitable<std::vector<std::string>>
server_names_near(rackspace::client& cloud, const std::string& text) {
    std::vector<std::string> near;
    const auto compare = [&](const std::vector<rackspace::server>& page) {
        std::vector<std::string> names;
        for (const rackspace::server& each : page) names.push_back(each.name);
        keep_nearest(near, text, std::move(names));
        return true;
    };
    co_await cloud.each_page<rackspace::server>({}, compare);
    co_return near;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<choice<rackspace::server>>
look_for_server(rackspace::client& cloud, const rackspace::server_ref& which) {
    choice<rackspace::server> seen;
    if (detail::is_server_id(which.text)) {
        auto found = co_await cloud.find<rackspace::server>(which.text);
        if (found) seen.found.push_back(std::move(*found));
    }
    if (seen.found.empty()) seen.found = co_await cloud.servers_named(which.text, namesakes_shown);
    if (seen.found.empty()) seen.near = co_await detail::server_names_near(cloud, which.text);
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<choice<rackspace::flavor>>
look_for_flavor(rackspace::client& cloud, const rackspace::flavor_ref& which) {
    choice<rackspace::flavor> seen;
    auto all = co_await cloud.list<rackspace::flavor>();
    std::vector<std::string> ids;
    for (const rackspace::flavor& each : all) ids.push_back(each.id);
    detail::take_meant(seen, which.text, std::move(all));
    if (seen.found.empty()) detail::keep_nearest(seen.near, which.text, std::move(ids));
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<choice<rackspace::keypair>>
look_for_key(rackspace::client& cloud, const rackspace::key_ref& which) {
    choice<rackspace::keypair> seen;
    auto all = co_await cloud.keypairs();
    detail::take_meant(seen, which.text, std::move(all));
    co_return seen;
}

} // namespace chatops::operations
