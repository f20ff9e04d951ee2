// `do actions`, `do action show`: what DigitalOcean is doing, and has done.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_actions {
    static constexpr command_info info{.name = "do actions",
                                       .help = "List what was last done in the account",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean actions", "do action list"},
                                       .examples = {"do actions", "do actions --pending"}};

    flag<"pending", "only what still goes on"> pending;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_action_show {
    static constexpr command_info info{.name = "do action show",
                                       .help = "Show one action, and how it ended",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean action show"},
                                       .examples = {"do action show 36804636"}};

    argument<"action", "its number", digitalocean::action_ref> action;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/actions.ipp")
