// `do sizes`, `regions`, `images`: what droplets can be made of.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_sizes {
    static constexpr command_info info{.name = "do sizes",
                                       .help = "List the sizes that droplets can have, and prices",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean sizes", "do size list"},
                                       .examples = {"do sizes", "do sizes fra1"}};

    argument<"region", "only those that are to be had there",
             std::optional<digitalocean::region_slug>>
        region;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_regions {
    static constexpr command_info info{.name = "do regions",
                                       .help = "List the regions that droplets can be in",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean regions", "do region list"},
                                       .examples = {"do regions"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_images {
    static constexpr command_info info{
        .name = "do images",
        .help = "List the systems that droplets can start with, or the account's own images",
        .effect = effect::read,
        .aliases = {"digitalocean images", "do image list"},
        .examples = {"do images", "do images ubuntu", "do images --own"}};

    argument<"part", "only those with this in their name or slug", std::optional<std::string>> part;
    flag<"own", "snapshots, backups and what was uploaded, instead of DigitalOcean's"> own;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/offers.ipp")
