// `do droplet show`: all that is known of one droplet.
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

struct digitalocean_droplet_show {
    static constexpr command_info info{.name = "do droplet show",
                                       .help = "Show one droplet, and what was last done with it",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean droplet show"},
                                       .examples = {"do droplet show web-1"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplet_show.ipp")
