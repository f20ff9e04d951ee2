// `newrelic incidents`, `newrelic incident close`: the single failures that issues are made of.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/newrelic/issues.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_incidents {
    static constexpr command_info info{
        .name = "newrelic incidents",
        .help = "List the incidents that are open, the newest first",
        .effect = effect::read,
        .aliases = {"nr incidents", "newrelic incident list", "nr incident list"},
        .examples = {"newrelic incidents", "nr incidents --app acme",
                     "nr incidents --all --for 3d"}};

    flag<"all", "those that are closed as well, of the last day"> all;
    option<"priority", "only those that matter so much", std::optional<issue_priority>> priority;
    option<"app", "only those of this application", std::optional<newrelic::app_ref>> app;
    option<"for", "how far back, like 3d; 30 days without it, and with --all a day",
           std::optional<relic_back>>
        back;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_incident_close {
    static constexpr command_info info{
        .name = "newrelic incident close",
        .help = "Close one incident; an issue ends with the last of its incidents",
        .effect = effect::change,
        .aliases = {"nr incident close"},
        .examples = {"newrelic incident close 5b1c7a90"}};

    argument<"incident", "its id, or the beginning of it", newrelic::incident_ref> incident;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/incidents.ipp")
