// `rackspace server show`: all that is known of one server.
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

struct rackspace_server_show {
    static constexpr command_info info{.name = "rackspace server show",
                                       .help = "Show one server, and what was last done to it",
                                       .effect = effect::read,
                                       .aliases = {"rax server show"},
                                       .examples = {"rackspace server show web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_show.ipp")
