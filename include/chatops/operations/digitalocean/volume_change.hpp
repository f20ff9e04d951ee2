// `do volume resize`, `snapshot`, `destroy`: what a volume holds.
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

struct digitalocean_volume_resize {
    static constexpr command_info info{
        .name = "do volume resize",
        .help = "Make a volume bigger, for good: it can never be made smaller",
        .effect = effect::change,
        .aliases = {"digitalocean volume resize"},
        .examples = {"do volume resize acme-data 200GB"}};

    argument<"volume", "the volume", digitalocean::volume_ref> volume;
    argument<"size", "its new size, like 200GB", digitalocean::volume_size> size;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_volume_snapshot {
    static constexpr command_info info{
        .name = "do volume snapshot",
        .help = "Copy a volume to a snapshot, which costs by its size",
        .effect = effect::change,
        .aliases = {"digitalocean volume snapshot"},
        .examples = {"do volume snapshot acme-data",
                     "do volume snapshot acme-data \"before the move\""}};

    argument<"volume", "the volume", digitalocean::volume_ref> volume;
    argument<"name", "what the snapshot is called; the volume's name and the time without it",
             std::optional<std::string>>
        name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_volume_destroy {
    static constexpr command_info info{
        .name = "do volume destroy",
        .help = "Destroy a volume that no droplet has, with all that is on it, for good",
        .effect = effect::destroy,
        .aliases = {"digitalocean volume destroy"},
        .examples = {"do volume destroy acme-data"}};
    static constexpr bool confirms_itself = true;

    argument<"volume", "the volume", digitalocean::volume_ref> volume;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/volume_change.ipp")
