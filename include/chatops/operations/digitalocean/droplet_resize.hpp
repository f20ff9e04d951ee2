// `do droplet resize`: give a droplet more or less of a machine.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_droplet_resize {
    static constexpr command_info info{
        .name = "do droplet resize",
        .help = "Give a droplet another size: it is off meanwhile, and on again after it",
        .effect = effect::change,
        .aliases = {"digitalocean droplet resize"},
        .examples = {"do droplet resize web-1 s-2vcpu-4gb",
                     "do droplet resize web-1 s-2vcpu-4gb --disk"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;
    argument<"size", "its new size, like s-2vcpu-4gb", digitalocean::size_slug> size;
    flag<"disk", "enlarge the disk as well, for good: no smaller size is possible ever after"> disk;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplet_resize.ipp")
