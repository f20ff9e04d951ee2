// `do firewalls`, `do firewall show`, `destroy`: which traffic reaches droplets.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_firewalls {
    static constexpr command_info info{.name = "do firewalls",
                                       .help = "List the firewalls, and what they are for",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean firewalls", "do firewall list"},
                                       .examples = {"do firewalls"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_firewall_show {
    static constexpr command_info info{.name = "do firewall show",
                                       .help = "Show a firewall with its rules",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean firewall show"},
                                       .examples = {"do firewall show acme-web"}};

    argument<"firewall", "the firewall", digitalocean::firewall_ref> firewall;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_firewall_destroy {
    static constexpr command_info info{
        .name = "do firewall destroy",
        .help = "Destroy a firewall: what only it guards is open to everyone",
        .effect = effect::destroy,
        .aliases = {"digitalocean firewall destroy"},
        .examples = {"do firewall destroy acme-web"}};
    static constexpr bool confirms_itself = true;

    argument<"firewall", "the firewall", digitalocean::firewall_ref> firewall;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/firewalls.ipp")
