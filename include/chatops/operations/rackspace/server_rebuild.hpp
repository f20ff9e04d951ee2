// `rackspace server rebuild`: begin a server anew.
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

struct rackspace_server_rebuild {
    static constexpr command_info info{
        .name = "rackspace server rebuild",
        .help = "Write an image over a server's disk: all that is on it is lost",
        .effect = effect::destroy,
        .aliases = {"rax server rebuild"},
        .examples = {"rackspace server rebuild web-1 \"Debian 12 (Bookworm) (Cloud)\""}};
    static constexpr bool confirms_itself = true;

    argument<"server", "the server", rackspace::server_ref> server;
    argument<"image", "what it starts with: the name or id of an image", rackspace::image_ref>
        image;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_rebuild.ipp")
