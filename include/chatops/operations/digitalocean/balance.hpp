// `do balance`: what the account costs.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_balance {
    static constexpr command_info info{.name = "do balance",
                                       .help = "Say what this month has cost, and what is owed",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean balance"},
                                       .examples = {"do balance"}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/balance.ipp")
