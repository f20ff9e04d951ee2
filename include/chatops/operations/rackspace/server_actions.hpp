// `rackspace server actions`: what was done to a server, and by which request.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_server_actions {
    static constexpr command_info info{
        .name = "rackspace server actions",
        .help = "List what was done to a server at Rackspace, newest first, and what went wrong",
        .effect = effect::read,
        .aliases = {"rax server actions"},
        .examples = {"rackspace server actions web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_actions.ipp")
