// `newrelic issue acknowledge`, `unacknowledge`, `resolve`: who has an issue, and its end.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/newrelic/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_issue_acknowledge {
    static constexpr command_info info{
        .name = "newrelic issue acknowledge",
        .help = "Say that somebody is looking after an issue",
        .effect = effect::change,
        .aliases = {"newrelic issue ack", "nr issue ack", "nr issue acknowledge"},
        .examples = {"newrelic issue acknowledge 0ea2df1c"}};

    argument<"issue", "its id, or the beginning of it", newrelic::issue_ref> issue;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_issue_unacknowledge {
    static constexpr command_info info{
        .name = "newrelic issue unacknowledge",
        .help = "Say that nobody is looking after an issue any more",
        .effect = effect::change,
        .aliases = {"newrelic issue unack", "nr issue unack", "nr issue unacknowledge"},
        .examples = {"newrelic issue unacknowledge 0ea2df1c"}};

    argument<"issue", "its id, or the beginning of it", newrelic::issue_ref> issue;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_issue_resolve {
    static constexpr command_info info{
        .name = "newrelic issue resolve",
        .help = "Close an issue with all its incidents; it cannot be opened again",
        .effect = effect::change,
        .aliases = {"nr issue resolve", "newrelic issue close", "nr issue close"},
        .examples = {"newrelic issue resolve 0ea2df1c"}};

    argument<"issue", "its id, or the beginning of it", newrelic::issue_ref> issue;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/issue_state.ipp")
