// `rackspace server rename`, `lock`, `unlock`, `snapshot`: what changes nothing about how a server
// runs.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_server_rename {
    static constexpr command_info info{.name = "rackspace server rename",
                                       .help = "Call a server something else at Rackspace",
                                       .effect = effect::change,
                                       .aliases = {"rax server rename"},
                                       .examples = {"rackspace server rename web-1 web-old"}};

    argument<"server", "the server", rackspace::server_ref> server;
    argument<"name", "its new name; no other may be called so", rackspace::server_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_server_lock {
    static constexpr command_info info{
        .name = "rackspace server lock",
        .help = "Have Rackspace refuse whatever is to be done to a server, until it is unlocked",
        .effect = effect::change,
        .aliases = {"rax server lock"},
        .examples = {"rackspace server lock web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_server_unlock {
    static constexpr command_info info{.name = "rackspace server unlock",
                                       .help = "Let things be done to a locked server again",
                                       .effect = effect::change,
                                       .aliases = {"rax server unlock"},
                                       .examples = {"rackspace server unlock web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_server_snapshot {
    static constexpr command_info info{
        .name = "rackspace server snapshot",
        .help = "Copy a server's disk to an image, which costs by its size",
        .effect = effect::change,
        .aliases = {"rackspace server image", "rax server snapshot", "rax server image"},
        .examples = {"rackspace server snapshot web-1",
                     "rackspace server snapshot web-1 \"before the move\""}};

    argument<"server", "the server", rackspace::server_ref> server;
    argument<"name", "what the image is called; the server's name and the time without it",
             std::optional<rackspace::server_name>>
        name;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_change.ipp")
