// `sentry monitor enable`, `disable`, `destroy`: whether Sentry waits for a job.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/sentry/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_monitor_enable {
    static constexpr command_info info{.name = "sentry monitor enable",
                                       .help = "Have Sentry wait for a job again",
                                       .effect = effect::change,
                                       .examples = {"sentry monitor enable acme-nightly-backup"}};

    argument<"monitor", "the job", sentry::monitor_name> monitor;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_monitor_disable {
    static constexpr command_info info{
        .name = "sentry monitor disable",
        .help = "Have Sentry not wait for a job, and take no check-in of it",
        .effect = effect::change,
        .examples = {"sentry monitor disable acme-nightly-backup"}};

    argument<"monitor", "the job", sentry::monitor_name> monitor;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_monitor_destroy {
    static constexpr command_info info{
        .name = "sentry monitor destroy",
        .help = "Delete a monitor with all check-ins of its job, for good",
        .effect = effect::destroy,
        .aliases = {"sentry monitor delete"},
        .examples = {"sentry monitor destroy acme-nightly-backup"}};
    static constexpr bool confirms_itself = true;

    argument<"monitor", "the job", sentry::monitor_name> monitor;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/monitor_state.ipp")
