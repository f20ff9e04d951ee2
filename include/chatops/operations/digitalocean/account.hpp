// `do account`: whose all this is, and how much there may be of it.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_account {
    static constexpr command_info info{.name = "do account",
                                       .help =
                                           "Show the account: its state, and how much it may have",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean account"},
                                       .examples = {"do account"}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/account.ipp")
