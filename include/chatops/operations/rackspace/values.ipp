#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/operations/rackspace/values.hpp"

#include <algorithm>

namespace chatops {

namespace operations {

namespace detail {

/// The names of all of a sort that a filter lets through, each once.
template <class T>
asio::awaitable<texts_of_values> names_at_rackspace(rackspace::client& from, std::string filter) {
    const std::vector<T> all = co_await from.list<T>(std::move(filter), limits::cached_values);
    texts_of_values made;
    for (const T& each : all)
        if (std::find(made.begin(), made.end(), each.name) == made.end()) made.push_back(each.name);
    co_return made;
}

} // namespace detail

CHATOPS_INLINE const value_knower& rackspace_values() {
    static const value_knower known =
        value_knower_of<rackspace::client, rackspace::server_ref, rackspace::image_ref,
                        rackspace::own_image_ref, rackspace::key_ref, rackspace::flavor_ref>();
    return known;
}

} // namespace operations

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<rackspace::server_ref, rackspace::client>::values(rackspace::client& from,
                                                               const line::completion_request&) {
    return operations::detail::names_at_rackspace<rackspace::server>(from, {});
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<rackspace::image_ref, rackspace::client>::values(rackspace::client& from,
                                                              const line::completion_request&) {
    return operations::detail::names_at_rackspace<rackspace::image>(from, {});
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<rackspace::own_image_ref, rackspace::client>::values(rackspace::client& from,
                                                                  const line::completion_request&) {
    return operations::detail::names_at_rackspace<rackspace::image>(from, "type=SNAPSHOT");
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<rackspace::key_ref, rackspace::client>::values(rackspace::client& from,
                                                            const line::completion_request&) {
    const auto all = co_await from.keypairs();
    texts_of_values made;
    for (const rackspace::keypair& each : all) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<rackspace::flavor_ref, rackspace::client>::values(rackspace::client& from,
                                                               const line::completion_request&) {
    const auto all = co_await from.list<rackspace::flavor>();
    texts_of_values made;
    for (const rackspace::flavor& each : all) made.push_back(each.id);
    co_return made;
}

} // namespace chatops
