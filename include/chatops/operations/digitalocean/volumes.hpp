// `do volumes`, `do volume show`: disks that droplets borrow.
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

struct digitalocean_volumes {
    static constexpr command_info info{
        .name = "do volumes",
        .help = "List the account's volumes, and the droplets that they are attached to",
        .effect = effect::read,
        .aliases = {"digitalocean volumes", "do volume list", "digitalocean volume list"},
        .examples = {"do volumes", "do volumes acme"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_volume_show {
    static constexpr command_info info{.name = "do volume show",
                                       .help = "Show one volume, where it is and its snapshots",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean volume show"},
                                       .examples = {"do volume show acme-data"}};

    argument<"volume", "the volume", digitalocean::volume_ref> volume;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/volumes.ipp")
