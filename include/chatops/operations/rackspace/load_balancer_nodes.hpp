// `rackspace load-balancer add`, `remove`, `node`, `enable`, `disable`, `drain`: what connections
// go to.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/rackspace/load_balancer_words.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_load_balancer_add {
    static constexpr command_info info{
        .name = "rackspace load-balancer add",
        .help = "Have a load balancer send connections to servers, too",
        .effect = effect::change,
        .aliases = {"rax load-balancer add"},
        .examples = {"rackspace load-balancer add acme-front acme-web-3:80",
                     "rackspace load-balancer add acme-front 10.208.0.7:8080 --role secondary"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"node", "the servers, or addresses, and the port there", list<rackspace::node_place>>
        node;
    option<"weight", "how many connections, beside the others; of a weighted algorithm",
           std::optional<between<1, 100>>>
        weight;
    option<"role", "primary; or secondary, for when no primary node answers",
           std::optional<node_role>>
        role;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_remove {
    static constexpr command_info info{
        .name = "rackspace load-balancer remove",
        .help = "Have a load balancer send nodes no more connections, and forget them",
        .effect = effect::change,
        .aliases = {"rax load-balancer remove"},
        .examples = {"rackspace load-balancer remove acme-front acme-web-2"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"node", "the nodes, by server, address or id", list<rackspace::node_ref>> node;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_node {
    static constexpr command_info info{
        .name = "rackspace load-balancer node",
        .help = "Change nodes' weight among the others, or whether they are for emergencies only",
        .effect = effect::change,
        .aliases = {"rax load-balancer node"},
        .examples = {"rackspace load-balancer node acme-front acme-web-2 --weight 5",
                     "rackspace load-balancer node acme-front acme-web-2 --role secondary"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"node", "the nodes, by server, address or id", list<rackspace::node_ref>> node;
    option<"weight", "how many connections, beside the others; of a weighted algorithm",
           std::optional<between<1, 100>>>
        weight;
    option<"role", "primary; or secondary, for when no primary node answers",
           std::optional<node_role>>
        role;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_enable {
    static constexpr command_info info{
        .name = "rackspace load-balancer enable",
        .help = "Have a load balancer send connections to nodes again",
        .effect = effect::change,
        .aliases = {"rax load-balancer enable"},
        .examples = {"rackspace load-balancer enable acme-front acme-web-2"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"node", "the nodes, by server, address or id", list<rackspace::node_ref>> node;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_disable {
    static constexpr command_info info{
        .name = "rackspace load-balancer disable",
        .help = "Have a load balancer send nodes nothing, and cut off what is connected",
        .effect = effect::change,
        .aliases = {"rax load-balancer disable"},
        .examples = {"rackspace load-balancer disable acme-front acme-web-2"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"node", "the nodes, by server, address or id", list<rackspace::node_ref>> node;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_drain {
    static constexpr command_info info{
        .name = "rackspace load-balancer drain",
        .help = "Have a load balancer send nodes nothing new, and let what is connected end",
        .effect = effect::change,
        .aliases = {"rax load-balancer drain"},
        .examples = {"rackspace load-balancer drain acme-front acme-web-2"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"node", "the nodes, by server, address or id", list<rackspace::node_ref>> node;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/load_balancer_nodes.ipp")
