// `rackspace servers`: which servers there are.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/rackspace/server_words.hpp"
#include "chatops/provider/rackspace/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_servers {
    static constexpr command_info info{
        .name = "rackspace servers",
        .help = "List the servers of the account in its region",
        .effect = effect::read,
        .aliases = {"rax servers", "rackspace server list", "rax server list"},
        .examples = {"rackspace servers", "rackspace servers web",
                     "rackspace servers --status error", "rackspace servers --flavor general1-2"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;
    option<"status", "only those in this state", std::optional<server_state>> status;
    option<"image", "only those that began with this image, by its name or id",
           std::optional<rackspace::image_ref>>
        image;
    option<"flavor", "only those of this flavor, like general1-2",
           std::optional<rackspace::flavor_ref>>
        flavor;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/servers.ipp")
