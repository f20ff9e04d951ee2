// `rackspace servers`: which servers there are.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

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
        .examples = {"rackspace servers", "rackspace servers web"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/servers.ipp")
