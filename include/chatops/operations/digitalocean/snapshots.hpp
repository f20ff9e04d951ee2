// `do snapshots`, `do snapshot destroy`: copies of disks.
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

struct digitalocean_snapshots {
    static constexpr command_info info{.name = "do snapshots",
                                       .help = "List the snapshots of droplets and volumes",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean snapshots", "do snapshot list"},
                                       .examples = {"do snapshots"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_snapshot_destroy {
    static constexpr command_info info{.name = "do snapshot destroy",
                                       .help = "Destroy a snapshot, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"digitalocean snapshot destroy"},
                                       .examples = {"do snapshot destroy \"before the move\""}};
    static constexpr bool confirms_itself = true;

    argument<"snapshot", "the snapshot", digitalocean::snapshot_ref> snapshot;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/snapshots.ipp")
