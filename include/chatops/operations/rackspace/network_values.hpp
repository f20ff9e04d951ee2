// Which load balancers, domains and records there are at Rackspace, for completion and forms.
#pragma once

#include "chatops/provider/rackspace/dns_client.hpp"
#include "chatops/provider/rackspace/load_balancer_client.hpp"
#include "chatops/provider/rackspace/network_names.hpp"
#include "chatops/run/values.hpp"

namespace chatops {

namespace operations {

/// Who knows them, for `with_values`.
const value_knower& rackspace_balancer_values();
const value_knower& rackspace_dns_values();

} // namespace operations

template <>
struct value_source<rackspace::load_balancer_ref, rackspace::load_balancer_client> {
    static asio::awaitable<texts_of_values> values(rackspace::load_balancer_client& from,
                                                   const line::completion_request& of);
};
/// Of the load balancer that is named: their addresses with ports.
template <>
struct value_source<rackspace::node_ref, rackspace::load_balancer_client> {
    static asio::awaitable<texts_of_values> values(rackspace::load_balancer_client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<rackspace::domain_name, rackspace::dns_client> {
    static asio::awaitable<texts_of_values> values(rackspace::dns_client& from,
                                                   const line::completion_request& of);
};
/// Of the domain that is named.
template <>
struct value_source<rackspace::record_ref, rackspace::dns_client> {
    static asio::awaitable<texts_of_values> values(rackspace::dns_client& from,
                                                   const line::completion_request& of);
};

} // namespace chatops

#include CHATOPS_BODY("chatops/operations/rackspace/network_values.ipp")
