// `rackspace server rescue`, `unrescue`, `password`: how one gets into a server that lets nobody
// in.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/provider/rackspace/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_server_rescue {
    static constexpr command_info info{
        .name = "rackspace server rescue",
        .help =
            "Start a server from a clean disk, its own beside it, to repair what is wrong there",
        .effect = effect::change,
        .aliases = {"rax server rescue"},
        .examples = {"rackspace server rescue web-1 \"a long password\""}};

    argument<"server", "the server", rackspace::server_ref> server;
    argument<"password", "of root, while it is being rescued", secret> password;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_server_unrescue {
    static constexpr command_info info{.name = "rackspace server unrescue",
                                       .help = "Start a rescued server from its own disk again",
                                       .effect = effect::change,
                                       .aliases = {"rax server unrescue"},
                                       .examples = {"rackspace server unrescue web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_server_password {
    static constexpr command_info info{
        .name = "rackspace server password",
        .help = "Give a server's root another password",
        .effect = effect::change,
        .aliases = {"rax server password"},
        .examples = {"rackspace server password web-1 \"a long password\""}};

    argument<"server", "the server", rackspace::server_ref> server;
    argument<"password", "of root, from then on", secret> password;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_rescue.ipp")
