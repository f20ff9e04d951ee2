// `rackspace load-balancer change`, `add-address`, `remove-address`: what a load balancer is, and
// where it is reached.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/rackspace/load_balancer_words.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_load_balancer_change {
    static constexpr command_info info{
        .name = "rackspace load-balancer change",
        .help = "Change a load balancer's name, what it listens to, or how it spreads connections",
        .effect = effect::change,
        .aliases = {"rax load-balancer change"},
        .examples = {"rackspace load-balancer change acme-front --algorithm weighted-round-robin",
                     "rackspace load-balancer change acme-front --listen https:8443",
                     "rackspace load-balancer change acme-front --name acme-shop --timeout 1m"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    option<"name", "what it is then called; no other may be called so",
           std::optional<rackspace::load_balancer_name>>
        name;
    option<"listen", "what it then listens to, like http, https:8443 or tcp:5432",
           std::optional<rackspace::listener>>
        listen;
    option<"algorithm", "which node then gets the next connection", std::optional<balancing>>
        algorithm;
    option<"timeout", "after how long without a word a connection is ended",
           std::optional<span<1, 120>>>
        timeout;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_add_address {
    static constexpr command_info info{
        .name = "rackspace load-balancer add-address",
        .help = "Have a load balancer reached at another address of version 6, too",
        .effect = effect::change,
        .aliases = {"rax load-balancer add-address", "rackspace load-balancer add-ip"},
        .examples = {"rackspace load-balancer add-address acme-front"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_remove_address {
    static constexpr command_info info{
        .name = "rackspace load-balancer remove-address",
        .help = "Have a load balancer not reached at one of its addresses any more, for good",
        .effect = effect::destroy,
        .aliases = {"rax load-balancer remove-address", "rackspace load-balancer remove-ip"},
        .examples = {"rackspace load-balancer remove-address acme-front 2001:db8::7"}};
    static constexpr bool confirms_itself = true;

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"address", "which of its addresses", rackspace::network> address;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/load_balancer_change.ipp")
