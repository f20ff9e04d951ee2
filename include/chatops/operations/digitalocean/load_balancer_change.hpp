// `do load-balancer change`: how a load balancer looks at health, and what it does with visitors.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/forwarding.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

// There is no algorithm: DigitalOcean lets none be chosen any more.

struct digitalocean_load_balancer_change {
    static constexpr command_info info{
        .name = "do load-balancer change",
        .help = "Change how a load balancer looks at health, or what it does with visitors",
        .effect = effect::change,
        .aliases = {"digitalocean load-balancer change"},
        .examples = {"do load-balancer change acme-front --health http:8080/health",
                     "do load-balancer change acme-front --redirect yes --sticky no"}};

    argument<"balancer", "the load balancer", digitalocean::load_balancer_ref> balancer;
    option<"health", "where a droplet has to answer to get requests, like http:8080/health",
           std::optional<digitalocean::health_target>>
        health;
    option<"redirect", "whether whoever comes by http, on port 80, is sent to https, on port 443",
           std::optional<bool>>
        redirect;
    option<"sticky", "whether a visitor is sent to the same droplet again, by a cookie",
           std::optional<bool>>
        sticky;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/load_balancer_change.ipp")
