// `sentry whoami`: whose token the bot has, and what it may do.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_whoami {
    static constexpr command_info info{
        .name = "sentry whoami",
        .help = "Show whose token the bot asks Sentry with, and what it may do",
        .effect = effect::read,
        .aliases = {"sentry account show"},
        .examples = {"sentry whoami"}};

    asio::awaitable<reply> run(context& ctx) const;
};

/// What of these commands such a token may not do, each with the scope that it lacks:
/// `destroy issues (event:admin)`.
std::vector<std::string> lacks_of(const std::vector<std::string>& scopes);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/account.ipp")
