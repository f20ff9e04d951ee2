// `newrelic watch`: what becomes of issues, as it comes.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/newrelic/issues.hpp"
#include "chatops/provider/newrelic/turns.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_watch {
    static constexpr command_info info{
        .name = "newrelic watch",
        .help = "Tell in the thread of issues that open, are acknowledged or end, until somebody "
                "stops it",
        .effect = effect::read,
        .aliases = {"nr watch"},
        .examples = {"newrelic watch", "nr watch --app acme --for 4h",
                     "nr watch --priority critical"}};

    option<"app", "only those of this application", std::optional<newrelic::app_ref>> app;
    option<"priority", "only those that matter so much", std::optional<issue_priority>> priority;
    option<"for", "how long, 1 hour without it",
           std::optional<span<newrelic_limits::shortest_watch, newrelic_limits::longest_watch>>>
        limit;

    asio::awaitable<reply> run(context& ctx) const;
};

/// `opened        0ea2df1c  critical  Disk is full (acme)`, a line each.
std::string turns_text(const std::vector<newrelic::issue_turn>& news);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/watch.ipp")
