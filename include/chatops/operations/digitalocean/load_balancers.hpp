// `do load-balancers`, `do load-balancer show`, `add`, `remove`, `destroy`: what spreads requests.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_load_balancers {
    static constexpr command_info info{
        .name = "do load-balancers",
        .help = "List the load balancers",
        .effect = effect::read,
        .aliases = {"digitalocean load-balancers", "do load-balancer list"},
        .examples = {"do load-balancers"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_load_balancer_show {
    static constexpr command_info info{
        .name = "do load-balancer show",
        .help = "Show a load balancer, how it checks health, its droplets and rules",
        .effect = effect::read,
        .aliases = {"digitalocean load-balancer show"},
        .examples = {"do load-balancer show acme-front"}};

    argument<"balancer", "the load balancer", digitalocean::load_balancer_ref> balancer;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_load_balancer_add {
    static constexpr command_info info{.name = "do load-balancer add",
                                       .help =
                                           "Have a load balancer send requests to droplets, too",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean load-balancer add"},
                                       .examples = {"do load-balancer add acme-front acme-web-3"}};

    argument<"balancer", "the load balancer", digitalocean::load_balancer_ref> balancer;
    argument<"droplet", "the droplets", list<digitalocean::droplet_ref>> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_load_balancer_remove {
    static constexpr command_info info{
        .name = "do load-balancer remove",
        .help = "Have a load balancer send droplets no more requests",
        .effect = effect::change,
        .aliases = {"digitalocean load-balancer remove"},
        .examples = {"do load-balancer remove acme-front acme-web-2"}};

    argument<"balancer", "the load balancer", digitalocean::load_balancer_ref> balancer;
    argument<"droplet", "the droplets", list<digitalocean::droplet_ref>> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_load_balancer_destroy {
    static constexpr command_info info{.name = "do load-balancer destroy",
                                       .help = "Destroy a load balancer with its address, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"digitalocean load-balancer destroy"},
                                       .examples = {"do load-balancer destroy acme-front"}};
    static constexpr bool confirms_itself = true;

    argument<"balancer", "the load balancer", digitalocean::load_balancer_ref> balancer;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/load_balancers.ipp")
