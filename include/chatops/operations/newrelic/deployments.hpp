// `newrelic deployments`, `newrelic deployment record`: which version came into service when.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/newrelic/names.hpp"

#include <boost/describe/enum.hpp>

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// How a version comes into service, by New Relic's words.
enum class deployment_type { basic, blue_green, canary, rolling, shadow, other };
BOOST_DESCRIBE_ENUM(deployment_type, basic, blue_green, canary, rolling, shadow, other)

struct newrelic_deployments {
    static constexpr command_info info{
        .name = "newrelic deployments",
        .help = "List the deployments of an application that were recorded, newest first",
        .effect = effect::read,
        .aliases = {"nr deployments", "newrelic deployment list", "nr deployment list"},
        .examples = {"newrelic deployments acme", "nr deployments acme --for 3d"}};

    argument<"app", "the application", newrelic::app_ref> app;
    option<"for", "how far back, like 3d; 30 days without it",
           std::optional<span<newrelic_limits::shortest_back, newrelic_limits::longest_back>>>
        back;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_deployment_record {
    static constexpr command_info info{
        .name = "newrelic deployment record",
        .help = "Mark in an application's charts that a version came into service",
        .effect = effect::change,
        .aliases = {"nr deployment record", "newrelic deployment create", "nr deployment create"},
        .examples = {"newrelic deployment record acme v42",
                     "nr deployment record acme v42 --description \"Faster search\" --commit "
                     "1a2b3c4d --type rolling",
                     "nr deployment record acme v42 --ago 20m"}};

    argument<"app", "the application", newrelic::app_ref> app;
    argument<"version", "what came into service, like v42 or a commit", newrelic::version_text>
        version;
    option<"description", "what is new, in a few words",
           std::optional<newrelic::line_text<"description">>>
        description;
    option<"changelog", "what has changed, or where that stands",
           std::optional<newrelic::line_text<"changelog">>>
        changelog;
    option<"commit", "the commit that it was built from",
           std::optional<newrelic::line_text<"commit">>>
        commit;
    option<"link", "where the deployment can be looked at",
           std::optional<newrelic::line_text<"address of a deployment">>>
        link;
    option<"type", "how it came into service", std::optional<deployment_type>> type;
    option<"ago", "how long ago that was, like 20m; just now without it",
           std::optional<span<newrelic_limits::shortest_ago, newrelic_limits::longest_ago>>>
        ago;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/deployments.ipp")
