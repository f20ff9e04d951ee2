// `rackspace load-balancer access`, `allow`, `deny`, `forget`, `monitor`: who may connect, and how
// health is looked at.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/rackspace/load_balancer_words.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_load_balancer_access {
    static constexpr command_info info{.name = "rackspace load-balancer access",
                                       .help = "List who may connect to a load balancer",
                                       .effect = effect::read,
                                       .aliases = {"rax load-balancer access"},
                                       .examples = {"rackspace load-balancer access acme-front"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_allow {
    static constexpr command_info info{
        .name = "rackspace load-balancer allow",
        .help = "Let addresses connect to a load balancer, whatever is denied",
        .effect = effect::change,
        .aliases = {"rax load-balancer allow"},
        .examples = {"rackspace load-balancer allow acme-front 203.0.113.0/24"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"address", "addresses, or blocks of them", list<rackspace::network>> address;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_deny {
    static constexpr command_info info{
        .name = "rackspace load-balancer deny",
        .help = "Let addresses not connect to a load balancer; 0.0.0.0/0 for all not allowed",
        .effect = effect::change,
        .aliases = {"rax load-balancer deny"},
        .examples = {"rackspace load-balancer deny acme-front 203.0.113.66"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"address", "addresses, or blocks of them", list<rackspace::network>> address;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_forget {
    static constexpr command_info info{
        .name = "rackspace load-balancer forget",
        .help = "Neither allow nor deny addresses at a load balancer any more",
        .effect = effect::change,
        .aliases = {"rax load-balancer forget"},
        .examples = {"rackspace load-balancer forget acme-front 203.0.113.66"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"address", "addresses, or blocks of them", list<rackspace::network>> address;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_load_balancer_monitor {
    static constexpr command_info info{
        .name = "rackspace load-balancer monitor",
        .help = "Say how a load balancer finds out whether nodes answer, or that it does not",
        .effect = effect::change,
        .aliases = {"rax load-balancer monitor"},
        .examples = {"rackspace load-balancer monitor acme-front http --path /health",
                     "rackspace load-balancer monitor acme-front connect --every 30s",
                     "rackspace load-balancer monitor acme-front off"}};

    argument<"balancer", "the load balancer", rackspace::load_balancer_ref> balancer;
    argument<"how", "connect, http, https, or off", monitoring> how;
    option<"path", "of http and https: what is asked for; / without it", std::optional<std::string>>
        path;
    option<"every", "how often", span<1, 3'600>> every{{std::chrono::seconds(10)}};
    option<"patience", "how long a node may take", span<1, 300>> patience{
        {std::chrono::seconds(10)}};
    option<"attempts", "after how many failures it gets nothing more", between<1, 10>> attempts{
        {3}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/load_balancer_access.ipp")
