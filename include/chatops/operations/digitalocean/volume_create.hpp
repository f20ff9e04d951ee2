// `do volume create`: make a volume.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <boost/describe/enum.hpp>

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// What a new volume is formatted with.
enum class volume_format { ext4, xfs };
BOOST_DESCRIBE_ENUM(volume_format, ext4, xfs)

struct digitalocean_volume_create {
    static constexpr command_info info{
        .name = "do volume create",
        .help = "Make a volume in a region, or for a droplet; it costs from then on",
        .effect = effect::change,
        .aliases = {"digitalocean volume create"},
        .examples = {"do volume create acme-data 100GB --droplet acme-db-1",
                     "do volume create spare 50GB --region fra1 --format xfs --tag acme",
                     "do volume create acme-copy --snapshot \"before the move\""}};

    argument<"name", "what it is called; no other of its region may be called so",
             digitalocean::volume_name>
        name;
    argument<"size", "how big, like 100GB; as big as its snapshot without it",
             std::optional<digitalocean::volume_size>>
        size;
    option<"droplet", "the droplet to attach it to, in whose region it is made",
           std::optional<digitalocean::droplet_ref>>
        droplet;
    option<"region", "where, if it is for no droplet yet", std::optional<digitalocean::region_slug>>
        region;
    option<"snapshot", "a snapshot of a volume, whose copy it begins as",
           std::optional<digitalocean::snapshot_ref>>
        snapshot;
    option<"format", "its file system; ext4 without it, or that of its snapshot",
           std::optional<volume_format>>
        format;
    option<"tag", "a tag of it", list<digitalocean::tag_name>> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/volume_create.ipp")
