// Which values there are at Rackspace, for completion and forms: asked as the commands ask.
#pragma once

#include "chatops/provider/rackspace/client.hpp"
#include "chatops/run/values.hpp"

namespace chatops {

namespace operations {

/// Who knows them, for `with_values`.
const value_knower& rackspace_values();

} // namespace operations

/// The names of servers.
template <>
struct value_source<rackspace::server_ref, rackspace::client> {
    static asio::awaitable<texts_of_values> values(rackspace::client& from,
                                                   const line::completion_request& of);
};
/// The names of all images.
template <>
struct value_source<rackspace::image_ref, rackspace::client> {
    static asio::awaitable<texts_of_values> values(rackspace::client& from,
                                                   const line::completion_request& of);
};
/// Of one's own.
template <>
struct value_source<rackspace::own_image_ref, rackspace::client> {
    static asio::awaitable<texts_of_values> values(rackspace::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<rackspace::key_ref, rackspace::client> {
    static asio::awaitable<texts_of_values> values(rackspace::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<rackspace::flavor_ref, rackspace::client> {
    static asio::awaitable<texts_of_values> values(rackspace::client& from,
                                                   const line::completion_request& of);
};

} // namespace chatops

#include CHATOPS_BODY("chatops/operations/rackspace/values.ipp")
