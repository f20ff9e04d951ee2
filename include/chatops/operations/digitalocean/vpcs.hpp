// `do vpcs`, `do vpc show`: networks that droplets share.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_vpcs {
    static constexpr command_info info{.name = "do vpcs",
                                       .help = "List the private networks, and their addresses",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean vpcs", "do vpc list"},
                                       .examples = {"do vpcs", "do vpcs fra1"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_vpc_show {
    static constexpr command_info info{.name = "do vpc show",
                                       .help = "Show one private network, and what is in it",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean vpc show"},
                                       .examples = {"do vpc show default-fra1"}};

    argument<"vpc", "the network", digitalocean::vpc_ref> vpc;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/vpcs.ipp")
