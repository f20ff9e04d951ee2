// `sentry issues`: which errors there are.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/between.hpp"
#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/sentry/names.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// What comes first: the last seen, the newest, the most frequent, what most people met, what came
/// for review last, what came most in the last time. Their words are Sentry's own.
enum class issue_order { date, new_, freq, user, inbox, trends };
BOOST_DESCRIBE_ENUM(issue_order, date, new_, freq, user, inbox, trends)

struct sentry_issues {
    static constexpr command_info info{
        .name = "sentry issues",
        .help = "List errors, those that are not resolved unless you ask for others",
        .effect = effect::read,
        .aliases = {"sentry issue list"},
        .examples = {"sentry issues", "sentry issues acme --environment production --since 24h",
                     "sentry issues --for-review --sort inbox",
                     "sentry issues --query \"is:unresolved assigned:none timesSeen:>100\" --sort "
                     "freq"}};

    argument<"project", "only those of this project", std::optional<sentry::project_name>> project;
    option<"query", "in Sentry's search language; is:unresolved without it",
           std::optional<std::string>, 'q'>
        query;
    option<"environment", "only those that happened there", std::optional<sentry::environment_name>,
           'e'>
        environment;
    option<"since", "only those that happened in that time, like 24h; 90 days without it",
           std::optional<span<sentry_limits::shortest_past, sentry_limits::longest_past>>>
        since;
    option<"sort",
           "what comes first: the last seen, the newest, the most frequent, what most people met, "
           "what came for review last, or what grows",
           issue_order>
        sort{issue_order::date};
    flag<"for-review", "only those that nobody has reviewed"> for_review;
    option<"count", "how many at most", between<1, sentry_limits::listed>, 'n'> count{{20}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/issues.ipp")
