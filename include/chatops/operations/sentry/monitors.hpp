// `sentry monitors`, `monitor show`, `mute`, `unmute`, `sentry usage`: whether jobs run, and how
// many errors came.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/sentry/names.hpp"
#include "chatops/provider/sentry/types.hpp"

#include <chrono>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

namespace detail {
/// `0 3 * * *`, `every 10 minute`; empty where Sentry does not say.
std::string schedule_text(const sentry::monitor& job);
} // namespace detail

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

struct sentry_monitor_show {
    static constexpr command_info info{.name = "sentry monitor show",
                                       .help = "Show one job: when it runs, and how it last did",
                                       .effect = effect::read,
                                       .aliases = {"sentry monitor info"},
                                       .examples = {"sentry monitor show acme-nightly-backup"}};

    argument<"monitor", "the job", sentry::monitor_name> monitor;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_monitor_mute {
    static constexpr command_info info{.name = "sentry monitor mute",
                                       .help = "Have nobody told when a job fails",
                                       .effect = effect::change,
                                       .examples = {"sentry monitor mute acme-nightly-backup"}};

    argument<"monitor", "the job", sentry::monitor_name> monitor;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_monitor_unmute {
    static constexpr command_info info{.name = "sentry monitor unmute",
                                       .help = "Have people told again when a job fails",
                                       .effect = effect::change,
                                       .examples = {"sentry monitor unmute acme-nightly-backup"}};

    argument<"monitor", "the job", sentry::monitor_name> monitor;

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
