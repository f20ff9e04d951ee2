// `rackspace load-balancer create`: make a load balancer.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/rackspace/load_balancer_words.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace chatops {
class context;
namespace rackspace {
class load_balancer_client;
} // namespace rackspace
} // namespace chatops

namespace chatops::operations {

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

namespace detail {
/// The ids of those of that name. They may be several: Rackspace lets names be taken twice.
asio::awaitable<std::vector<std::int64_t>>
balancers_named(rackspace::load_balancer_client& balancers, const std::string& name);
} // namespace detail

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/load_balancer_create.ipp")
