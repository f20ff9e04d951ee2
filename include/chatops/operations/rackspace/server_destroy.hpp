// `rackspace server destroy`: end a server.
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

struct rackspace_server_destroy {
    static constexpr command_info info{
        .name = "rackspace server destroy",
        .help = "Destroy a server with its disk, for good",
        .effect = effect::destroy,
        .aliases = {"rackspace server delete", "rax server destroy", "rax server delete"},
        .examples = {"rackspace server destroy web-1"}};
    static constexpr bool confirms_itself = true;

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_destroy.ipp")
