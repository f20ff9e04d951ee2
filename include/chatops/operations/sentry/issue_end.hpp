// `sentry issue merge`, `sentry issue destroy`: what cannot be taken back.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/sentry/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_issue_merge {
    static constexpr command_info info{
        .name = "sentry issue merge",
        .help = "Make one issue of several of a project: that which happened most often",
        .effect = effect::change,
        .aliases = {"sentry merge"},
        .examples = {"sentry issue merge ACME-1 ACME-2"}};

    argument<"issue", "one of them, by its short id or id", sentry::issue_ref> issue;
    argument<"others", "the others", list<sentry::issue_ref>> others;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_issue_destroy {
    static constexpr command_info info{.name = "sentry issue destroy",
                                       .help =
                                           "Delete an issue with all that is known of it, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"sentry issue delete"},
                                       .examples = {"sentry issue destroy ACME-1"}};
    static constexpr bool confirms_itself = true;

    argument<"issue", "the issue, by its short id or id", sentry::issue_ref> issue;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/issue_end.ipp")
