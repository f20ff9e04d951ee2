// `do sizes`, `regions`: what droplets can be made of.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>

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

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/offers.ipp")
