// `newrelic whoami`, `newrelic accounts`: whose key the bot has, and what it sees.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_whoami {
    static constexpr command_info info{.name = "newrelic whoami",
                                       .help = "Show whose key the bot asks New Relic with",
                                       .effect = effect::read,
                                       .aliases = {"nr whoami", "newrelic account show"},
                                       .examples = {"newrelic whoami"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_accounts {
    static constexpr command_info info{.name = "newrelic accounts",
                                       .help = "List the accounts that the bot's key sees",
                                       .effect = effect::read,
                                       .aliases = {"nr accounts", "newrelic account list"},
                                       .examples = {"newrelic accounts"}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/account.ipp")
