// `rackspace limits`: what the account may have, and has.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_limits {
    static constexpr command_info info{
        .name = "rackspace limits",
        .help = "Show what the account may have and ask for in its region, and what of it is used",
        .effect = effect::read,
        .aliases = {"rax limits"},
        .examples = {"rackspace limits"}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/account_limits.ipp")
