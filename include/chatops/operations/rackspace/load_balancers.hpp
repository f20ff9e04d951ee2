// `rackspace load-balancers`, `rackspace load-balancer show`, `stats`, `destroy`: what spreads
// connections.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_load_balancers {
    static constexpr command_info info{
        .name = "rackspace load-balancers",
        .help = "List the load balancers of the region",
        .effect = effect::read,
        .aliases = {"rax load-balancers", "rackspace load-balancer list"},
        .examples = {"rackspace load-balancers"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_show {
    static constexpr command_info info{
        .name = "rackspace load-balancer show",
        .help = "Show a load balancer, how it checks health, and its nodes",
        .effect = effect::read,
        .aliases = {"rax load-balancer show"},
        .examples = {"rackspace load-balancer show acme-front"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_stats {
    static constexpr command_info info{
        .name = "rackspace load-balancer stats",
        .help = "Show how many connections a load balancer has, and how many failed",
        .effect = effect::read,
        .aliases = {"rax load-balancer stats"},
        .examples = {"rackspace load-balancer stats acme-front"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_destroy {
    static constexpr command_info info{.name = "rackspace load-balancer destroy",
                                       .help =
                                           "Destroy a load balancer with its addresses, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"rax load-balancer destroy"},
                                       .examples = {"rackspace load-balancer destroy acme-front"}};
    static constexpr bool confirms_itself = true;

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/load_balancers.ipp")
