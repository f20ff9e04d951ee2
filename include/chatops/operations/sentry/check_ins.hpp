// `sentry monitor check-ins`: how a job's last runs went.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/provider/sentry/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_monitor_check_ins {
    static constexpr command_info info{
        .name = "sentry monitor check-ins",
        .help = "List the last runs of a job: how each went, and how long it took",
        .effect = effect::read,
        .aliases = {"sentry monitor checkins", "sentry monitor runs"},
        .examples = {"sentry monitor check-ins acme-nightly-backup",
                     "sentry monitor check-ins acme-nightly-backup -e production -n 5"}};

    argument<"monitor", "the job", sentry::monitor_name> monitor;
    option<"environment", "only those there", std::optional<sentry::environment_name>, 'e'>
        environment;
    option<"count", "how many at most", between<1, sentry_limits::listed>, 'n'> count{{15}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/check_ins.ipp")
