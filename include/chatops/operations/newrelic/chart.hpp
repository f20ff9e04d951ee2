// `newrelic chart`: how an application did over a time.
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

#include <chrono>
#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_chart {
    static constexpr command_info info{
        .name = "newrelic chart",
        .help = "Draw an application's response time, throughput and errors, with its deployments",
        .effect = effect::read,
        .aliases = {"nr chart", "newrelic app chart", "nr app chart"},
        .examples = {"newrelic chart acme", "nr chart acme --for 3h"}};

    argument<"app", "the application", newrelic::app_ref> app;
    option<"for", "how far back, like 3h; an hour without it",
           std::optional<span<newrelic_limits::shortest_chart, newrelic_limits::longest_chart>>>
        back;

    asio::awaitable<reply> run(context& ctx) const;
};

/// Whole minutes for each point of a chart of so long: the fewest for which there is room.
std::chrono::minutes chart_step(duration length);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/chart.ipp")
