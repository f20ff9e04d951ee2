// `do droplet ipv6`, `password`: how a droplet is reached.
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

struct digitalocean_droplet_ipv6 {
    static constexpr command_info info{
        .name = "do droplet ipv6",
        .help = "Give a droplet that is off an IPv6 address, too, for good",
        .effect = effect::change,
        .aliases = {"digitalocean droplet ipv6"},
        .examples = {"do droplet ipv6 web-1"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_droplet_password {
    static constexpr command_info info{
        .name = "do droplet password",
        .help = "Have DigitalOcean set a new root password, and mail it to the account's owner",
        .effect = effect::change,
        .aliases = {"digitalocean droplet password", "do droplet reset-password"},
        .examples = {"do droplet password web-1"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplet_access.ipp")
