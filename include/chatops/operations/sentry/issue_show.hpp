// `sentry issue show`, `sentry events`, `sentry event show`: what happened.
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

struct sentry_issue_show {
    static constexpr command_info info{.name = "sentry issue show",
                                       .help = "Show an issue and where its last error happened",
                                       .effect = effect::read,
                                       .aliases = {"sentry issue info", "sentry show"},
                                       .examples = {"sentry issue show ACME-1"}};

    argument<"issue", "the issue, by its short id or id", sentry::issue_ref> issue;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_events {
    static constexpr command_info info{
        .name = "sentry events",
        .help = "List the single errors of an issue, the newest first",
        .effect = effect::read,
        .aliases = {"sentry event list"},
        .examples = {"sentry events ACME-1", "sentry events ACME-1 --environment staging -n 5"}};

    argument<"issue", "the issue, by its short id or id", sentry::issue_ref> issue;
    option<"environment", "only those that happened there", std::optional<sentry::environment_name>,
           'e'>
        environment;
    option<"count", "how many at most", between<1, sentry_limits::listed>, 'n'> count{{15}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_event_show {
    static constexpr command_info info{
        .name = "sentry event show",
        .help = "Show one error of an issue: where it happened, and to whom",
        .effect = effect::read,
        .aliases = {"sentry event info"},
        .examples = {"sentry event show ACME-1", "sentry event show ACME-1 0123456789ab"}};

    argument<"issue", "the issue, by its short id or id", sentry::issue_ref> issue;
    argument<"event", "the event's id or its beginning; the newest one without it",
             std::optional<sentry::event_ref>>
        event;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/issue_show.ipp")
