// `do droplet rename`, `snapshot`: what changes nothing about how a droplet runs.
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

struct digitalocean_droplet_rename {
    static constexpr command_info info{.name = "do droplet rename",
                                       .help = "Call a droplet something else at DigitalOcean",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean droplet rename"},
                                       .examples = {"do droplet rename web-1 web-old"}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;
    argument<"name", "its new name; no other may be called so", digitalocean::droplet_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_droplet_snapshot {
    static constexpr command_info info{
        .name = "do droplet snapshot",
        .help = "Copy a droplet's disk to a snapshot, which costs by its size",
        .effect = effect::change,
        .aliases = {"digitalocean droplet snapshot"},
        .examples = {"do droplet snapshot web-1", "do droplet snapshot web-1 \"before the move\""}};

    argument<"droplet", "the droplet", digitalocean::droplet_ref> droplet;
    argument<"name", "what the snapshot is called; the droplet's name and the time without it",
             std::optional<std::string>>
        name;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplet_change.ipp")
