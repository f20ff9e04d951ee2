// `sentry issue review`, `unreview`, `bookmark`, `unbookmark`, `subscribe`, `unsubscribe`: who
// looked at issues, and how they are found again.
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

struct sentry_issue_review {
    static constexpr command_info info{
        .name = "sentry issue review",
        .help = "Say that somebody has looked at an error",
        .effect = effect::change,
        .aliases = {"sentry review"},
        .examples = {"sentry issue review ACME-1", "sentry issue review ACME-1 ACME-2"}};

    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_issue_unreview {
    static constexpr command_info info{.name = "sentry issue unreview",
                                       .help = "Say that somebody is to look at an error again",
                                       .effect = effect::change,
                                       .aliases = {"sentry unreview"},
                                       .examples = {"sentry issue unreview ACME-1"}};

    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_issue_bookmark {
    static constexpr command_info info{
        .name = "sentry issue bookmark",
        .help = "Mark an error, to find it again among many",
        .effect = effect::change,
        .aliases = {"sentry bookmark"},
        .examples = {"sentry issue bookmark ACME-1", "sentry issue bookmark ACME-1 ACME-2"}};

    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_issue_unbookmark {
    static constexpr command_info info{.name = "sentry issue unbookmark",
                                       .help = "Take the mark off an error",
                                       .effect = effect::change,
                                       .aliases = {"sentry unbookmark"},
                                       .examples = {"sentry issue unbookmark ACME-1"}};

    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_issue_subscribe {
    static constexpr command_info info{
        .name = "sentry issue subscribe",
        .help = "Have Sentry write what becomes of an error to whom the bot's token belongs",
        .effect = effect::change,
        .aliases = {"sentry subscribe"},
        .examples = {"sentry issue subscribe ACME-1"}};

    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_issue_unsubscribe {
    static constexpr command_info info{
        .name = "sentry issue unsubscribe",
        .help = "Have Sentry write of an error no more to whom the bot's token belongs",
        .effect = effect::change,
        .aliases = {"sentry unsubscribe"},
        .examples = {"sentry issue unsubscribe ACME-1"}};

    argument<"issues", "the issues, by their short ids or ids", list<sentry::issue_ref>> issues;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/issue_marks.ipp")
