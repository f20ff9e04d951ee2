// `do load-balancer open`, `close`: what a load balancer listens to, and where that goes.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/forwarding.hpp"
#include "chatops/provider/digitalocean/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_load_balancer_open {
    static constexpr command_info info{
        .name = "do load-balancer open",
        .help = "Have a load balancer listen on one more port",
        .effect = effect::change,
        .aliases = {"digitalocean load-balancer open"},
        .examples = {"do load-balancer open acme-front https:443",
                     "do load-balancer open acme-front http:8080=http:80 tcp:5432"}};

    argument<"balancer", "the load balancer", digitalocean::load_balancer_ref> balancer;
    argument<"rule", "what comes in and where it goes, like http:80=http:8080, or https:443",
             list<digitalocean::forwarding>>
        rule;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_load_balancer_close {
    static constexpr command_info info{.name = "do load-balancer close",
                                       .help = "Have a load balancer not listen on a port any more",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean load-balancer close"},
                                       .examples = {"do load-balancer close acme-front https:443"}};

    argument<"balancer", "the load balancer", digitalocean::load_balancer_ref> balancer;
    argument<"entry", "what comes in by the rule, like https:443", list<digitalocean::entry_ref>>
        entry;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/load_balancer_rules.ipp")
