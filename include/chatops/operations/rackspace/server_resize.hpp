// `rackspace server resize`, `confirm`, `revert`: give a server more of a machine.
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

struct rackspace_server_resize {
    static constexpr command_info info{
        .name = "rackspace server resize",
        .help = "Give a server a larger flavor, on trial: you say then whether it stays so",
        .effect = effect::change,
        .aliases = {"rax server resize"},
        .examples = {"rackspace server resize web-1 general1-4"}};

    argument<"server", "the server", rackspace::server_ref> server;
    argument<"flavor", "its new flavor, like general1-4", rackspace::flavor_ref> flavor;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_server_confirm {
    static constexpr command_info info{
        .name = "rackspace server confirm",
        .help = "Keep the flavor that a server was given on trial; it cannot go back then",
        .effect = effect::change,
        .aliases = {"rackspace server resize-confirm", "rax server confirm"},
        .examples = {"rackspace server confirm web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_server_revert {
    static constexpr command_info info{
        .name = "rackspace server revert",
        .help = "Give a server back the flavor that it had before its trial",
        .effect = effect::change,
        .aliases = {"rackspace server resize-revert", "rax server revert"},
        .examples = {"rackspace server revert web-1"}};

    argument<"server", "the server", rackspace::server_ref> server;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/server_resize.ipp")
