// `rackspace server reboot`, `start`, `stop`: whether a server runs.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_server_reboot {
    static constexpr command_info info{
        .name = "rackspace server reboot",
        .help = "Have a server's system start anew",
        .effect = effect::change,
        .aliases = {"rackspace server restart", "rax server reboot", "rax server restart"},
        .examples = {"rackspace server reboot web-1", "rackspace server reboot web-1 --hard"}};

    argument<"server", "the server", rackspace::server_ref> server;
    flag<"hard", "as by its button: its system is not asked to end"> hard;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_server_start {
    static constexpr command_info info{.name = "rackspace server start",
                                       .help = "Switch a server on",
                                       .effect = effect::change,
                                       .aliases = {"rax server start"},
                                       .examples = {"rackspace server start web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_server_stop {
    static constexpr command_info info{
        .name = "rackspace server stop",
        .help = "Switch a server off; it is paid for all the same",
        .effect = effect::change,
        .aliases = {"rackspace server shutdown", "rax server stop", "rax server shutdown"},
        .examples = {"rackspace server stop web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_power.ipp")
