// `rackspace load-balancer create`: make a load balancer.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <boost/describe/enum.hpp>

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Which node gets the next connection.
/// Source: docs-cloud-load-balancers, api-reference/algorithms.rst; those by weight are left out.
enum class balancing { random, round_robin, least_connections };
BOOST_DESCRIBE_ENUM(balancing, random, round_robin, least_connections)

struct rackspace_load_balancer_create {
    static constexpr command_info info{
        .name = "rackspace load-balancer create",
        .help = "Make a load balancer in front of servers; it costs from then on",
        .effect = effect::change,
        .aliases = {"rax load-balancer create"},
        .examples = {"rackspace load-balancer create acme-shop http --node acme-web-1:8080 --node "
                     "acme-web-2:8080",
                     "rackspace load-balancer create acme-db tcp:5432 --node 10.208.0.7:5432 "
                     "--internal --algorithm least-connections"}};

    argument<"name", "what it is called; no other may be called so", rackspace::load_balancer_name>
        name;
    argument<"listen", "what it listens to, like http, https:8443 or tcp:5432", rackspace::listener>
        listen;
    option<"node", "a server behind it, or an address, and the port there",
           list<rackspace::node_place>>
        node;
    option<"algorithm", "which node gets the next connection", balancing> algorithm{
        balancing::random};
    flag<"internal", "reachable only within Rackspace's ServiceNet"> internal;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/load_balancer_create.ipp")
