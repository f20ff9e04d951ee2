// `do droplet destroy`: end a droplet for good.
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

struct digitalocean_droplet_destroy {
    static constexpr command_info info{
        .name = "do droplet destroy",
        .help = "Destroy a droplet with its disk and its backups, for good",
        .effect = effect::destroy,
        .aliases = {"digitalocean droplet destroy"},
        .examples = {"do droplet destroy web-1"}};
    static constexpr bool confirms_itself = true;

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplet_destroy.ipp")
