// `do firewall add`, `remove`: what a firewall guards.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_firewall_add {
    static constexpr command_info info{.name = "do firewall add",
                                       .help =
                                           "Have a firewall guard droplets, or all that has a tag",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean firewall add"},
                                       .examples = {"do firewall add acme-web --droplet acme-web-3",
                                                    "do firewall add acme-web --tag staging"}};

    argument<"firewall", "the firewall", digitalocean::firewall_ref> firewall;
    option<"droplet", "a droplet", list<digitalocean::droplet_ref>> droplet;
    option<"tag", "a tag", list<digitalocean::tag_name>> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_firewall_remove {
    static constexpr command_info info{
        .name = "do firewall remove",
        .help = "Have a firewall not guard droplets any more, or all that has a tag",
        .effect = effect::change,
        .aliases = {"digitalocean firewall remove"},
        .examples = {"do firewall remove acme-web --droplet acme-web-3"}};

    argument<"firewall", "the firewall", digitalocean::firewall_ref> firewall;
    option<"droplet", "a droplet", list<digitalocean::droplet_ref>> droplet;
    option<"tag", "a tag", list<digitalocean::tag_name>> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/firewall_members.ipp")
