// `do volume attach`, `do volume detach`: which droplet has a volume.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"
#include "chatops/provider/digitalocean/types.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_volume_attach {
    static constexpr command_info info{.name = "do volume attach",
                                       .help = "Give a volume to a droplet of its region",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean volume attach"},
                                       .examples = {"do volume attach acme-data acme-db-1"}};

    argument<"volume", "the volume", digitalocean::volume_ref> volume;
    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_volume_detach {
    static constexpr command_info info{
        .name = "do volume detach",
        .help = "Take a volume from its droplet, which should have unmounted it",
        .effect = effect::change,
        .aliases = {"digitalocean volume detach"},
        .examples = {"do volume detach acme-data"}};

    argument<"volume", "the volume", digitalocean::volume_ref> volume;

    asio::awaitable<reply> run(context& ctx) const;
};

/// Attaches it and waits; nothing if all is well, or else what to say. Both must live until then.
asio::awaitable<std::optional<reply>> attach_volume(context& ctx, const digitalocean::volume& it,
                                                    const digitalocean::droplet& to);

/// Under which path a droplet has it.
std::string where_attached(const digitalocean::volume& it);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/volume_attach.ipp")
