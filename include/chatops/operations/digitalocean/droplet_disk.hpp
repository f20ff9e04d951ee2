// `do droplet rebuild`, `restore`: begin a droplet's disk anew.
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

struct digitalocean_droplet_rebuild {
    static constexpr command_info info{
        .name = "do droplet rebuild",
        .help = "Begin a droplet's disk anew from an image: all that is on it is lost",
        .effect = effect::destroy,
        .aliases = {"digitalocean droplet rebuild"},
        .examples = {"do droplet rebuild web-1 ubuntu-24-04-x64",
                     "do droplet rebuild web-1 \"golden image\""}};
    static constexpr bool confirms_itself = true;

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;
    argument<"image", "like ubuntu-24-04-x64, or the name or number of an image of one's own",
             digitalocean::image_ref>
        image;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_droplet_restore {
    static constexpr command_info info{
        .name = "do droplet restore",
        .help = "Put a droplet's disk back to a backup or snapshot of it: what came after is lost",
        .effect = effect::destroy,
        .aliases = {"digitalocean droplet restore"},
        .examples = {"do droplet restore web-1 \"before the move\""}};
    static constexpr bool confirms_itself = true;

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;
    argument<"image", "the backup or snapshot", digitalocean::image_ref> image;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplet_disk.ipp")
