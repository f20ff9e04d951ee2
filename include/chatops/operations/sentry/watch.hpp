// `sentry watch`: news of errors, as they come.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/sentry/names.hpp"
#include "chatops/provider/sentry/sightings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_watch {
    static constexpr command_info info{
        .name = "sentry watch",
        .help = "Tell in the thread of errors that are new or came back, until somebody stops it",
        .effect = effect::read,
        .examples = {"sentry watch acme", "sentry watch --environment production --for 4h",
                     "sentry watch acme --query level:fatal"}};

    argument<"project", "only those of this project", std::optional<sentry::project_name>> project;
    option<"query", "only those that also match this, in Sentry's search language",
           std::optional<std::string>, 'q'>
        query;
    option<"environment", "only those that happen there", std::optional<sentry::environment_name>,
           'e'>
        environment;
    option<"for", "how long, 1 hour without it",
           std::optional<span<sentry_limits::shortest_watch, sentry_limits::longest_watch>>>
        limit;

    asio::awaitable<reply> run(context& ctx) const;
};

/// `NEW   ACME-4  error  NoMethodError: …  (2 times)`, a line each.
std::string sightings_text(const std::vector<sentry::sighting>& news);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/watch.ipp")
