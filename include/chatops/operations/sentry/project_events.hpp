// `sentry project events`: a project's single errors as they came.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/sentry/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_project_events {
    static constexpr command_info info{
        .name = "sentry project events",
        .help = "List the single errors of a project, whatever their issue, the newest first",
        .effect = effect::read,
        .examples = {"sentry project events acme", "sentry project events acme --since 1h -n 50"}};

    argument<"project", "the project", sentry::project_name> project;
    option<"since", "only those that happened in that time, like 24h",
           std::optional<span<sentry_limits::shortest_past, sentry_limits::longest_past>>>
        since;
    option<"count", "how many at most", between<1, sentry_limits::listed>, 'n'> count{{15}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/project_events.ipp")
