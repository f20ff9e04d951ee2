// `sentry monitors`, `sentry usage`: whether jobs run, and how many errors came.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/span.hpp"

#include <chrono>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_monitors {
    static constexpr command_info info{
        .name = "sentry monitors",
        .help = "Say whether the jobs that Sentry watches run",
        .effect = effect::read,
        .aliases = {"sentry monitor list"},
        .examples = {"sentry monitors", "sentry monitors --failing"}};

    flag<"failing", "only those that failed, or did not run when they should have"> failing;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_usage {
    static constexpr command_info info{.name = "sentry usage",
                                       .help = "Say how many errors came of each project",
                                       .effect = effect::read,
                                       .aliases = {"sentry stats"},
                                       .examples = {"sentry usage", "sentry usage --since 7d"}};

    option<"since", "in which time, like 7d", span<3'600, sentry_limits::longest_past>> since{
        {std::chrono::hours(24)}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/monitors.ipp")
