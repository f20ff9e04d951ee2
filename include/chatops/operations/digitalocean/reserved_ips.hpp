// `do reserved-ips`, `do reserved-ip create`, `assign`, `unassign`, `release`: addresses that move.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_reserved_ips {
    static constexpr command_info info{
        .name = "do reserved-ips",
        .help = "List the reserved IPs, and the droplets that they lead to",
        .effect = effect::read,
        .aliases = {"digitalocean reserved-ips", "do reserved-ip list"},
        .examples = {"do reserved-ips"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_reserved_ip_create {
    static constexpr command_info info{.name = "do reserved-ip create",
                                       .help =
                                           "Get an address that moves between droplets of a region",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean reserved-ip create"},
                                       .examples = {"do reserved-ip create --droplet web-1",
                                                    "do reserved-ip create --region fra1"}};

    option<"droplet", "the droplet that it leads to", std::optional<digitalocean::droplet_ref>>
        droplet;
    option<"region", "where, if it is for no droplet yet; it costs while it leads nowhere",
           std::optional<digitalocean::region_slug>>
        region;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_reserved_ip_assign {
    static constexpr command_info info{
        .name = "do reserved-ip assign",
        .help = "Have a reserved IP lead to a droplet, wherever it led before",
        .effect = effect::change,
        .aliases = {"digitalocean reserved-ip assign"},
        .examples = {"do reserved-ip assign 203.0.113.9 web-2"}};

    argument<"address", "the reserved IP", digitalocean::reserved_ip_ref> address;
    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_reserved_ip_unassign {
    static constexpr command_info info{.name = "do reserved-ip unassign",
                                       .help = "Have a reserved IP lead to no droplet",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean reserved-ip unassign"},
                                       .examples = {"do reserved-ip unassign 203.0.113.9"}};

    argument<"address", "the reserved IP", digitalocean::reserved_ip_ref> address;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_reserved_ip_release {
    static constexpr command_info info{.name = "do reserved-ip release",
                                       .help = "Give a reserved IP back, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"digitalocean reserved-ip release"},
                                       .examples = {"do reserved-ip release 203.0.113.9"}};
    static constexpr bool confirms_itself = true;

    argument<"address", "the reserved IP", digitalocean::reserved_ip_ref> address;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/reserved_ips.ipp")
