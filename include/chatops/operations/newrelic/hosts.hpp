// `newrelic hosts`: how an application does on each of its hosts.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/newrelic/names.hpp"
#include "chatops/provider/newrelic/types.hpp"

#include <optional>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_hosts {
    static constexpr command_info info{
        .name = "newrelic hosts",
        .help = "List an application's hosts and how it does on each, the worst first",
        .effect = effect::read,
        .aliases = {"nr hosts", "newrelic host list", "nr host list"},
        .examples = {"newrelic hosts acme", "nr hosts acme --for 3h"}};

    argument<"app", "the application", newrelic::app_ref> app;
    option<"for", "how far back, like 3h; 30 minutes without it",
           std::optional<span<newrelic_limits::shortest_chart, newrelic_limits::longest_chart>>>
        back;

    asio::awaitable<reply> run(context& ctx) const;
};

/// The worst first: where the most fails, then where it takes the longest. Which of them have been
/// silent lately is told by `now`.
table_part relic_host_table(std::vector<newrelic::app_host> hosts, duration length, time_point now);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/hosts.ipp")
