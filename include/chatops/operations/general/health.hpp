// `health`: whether Slack reaches the bot, and the bot Slack and each provider.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

namespace chatops {
class supervision;
} // namespace chatops

namespace chatops::operations {

struct health {
    static constexpr command_info info{
        .name = "health",
        .help = "Say whether Slack reaches me, and whether I reach Slack and each provider",
        .effect = effect::read,
        .examples = {"health", "health --json"}};
    static constexpr bool is_open = true;

    asio::awaitable<reply> supervise(supervision& of) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/general/health.ipp")
