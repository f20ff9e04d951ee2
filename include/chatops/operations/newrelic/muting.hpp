// `newrelic muting list`, `muting create`, `muting remove`: of what nobody is told for a while.
// What changes a rule is in muting_change.hpp.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/newrelic/names.hpp"
#include "chatops/provider/newrelic/types.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_muting {
    static constexpr command_info info{
        .name = "newrelic muting list",
        .help = "List the muting rules: of what nobody is told, and until when",
        .effect = effect::read,
        .aliases = {"nr muting list", "newrelic mutings", "nr mutings"},
        .examples = {"newrelic muting list"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_muting_create {
    static constexpr command_info info{
        .name = "newrelic muting create",
        .help = "Tell nobody of an application's or a policy's incidents, for a while",
        .effect = effect::change,
        .aliases = {"nr muting create", "newrelic mute", "nr mute"},
        .examples = {"newrelic muting create --app acme --for 2h",
                     "nr mute --policy \"acme production\" --for 30m --reason \"Moving the "
                     "database\""}};

    option<"app", "the application; or a policy", std::optional<newrelic::app_ref>> app;
    option<"policy", "the alert policy; with --app, only what is of both",
           std::optional<newrelic::policy_ref>>
        policy;
    option<"for", "how long, like 2h; then they are told of again",
           span<newrelic_limits::shortest_mute, newrelic_limits::longest_mute>>
        length;
    option<"name", "what the rule is called; a name is made without it",
           std::optional<newrelic::muting_name>>
        name;
    option<"reason", "why, for whoever wonders", std::optional<newrelic::line_text<"reason">>>
        reason;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_muting_remove {
    static constexpr command_info info{
        .name = "newrelic muting remove",
        .help = "Remove a muting rule, so that people are told again",
        .effect = effect::destroy,
        .aliases = {"nr muting remove", "newrelic unmute", "nr unmute"},
        .examples = {"newrelic muting remove \"Staging may break\""}};
    static constexpr bool confirms_itself = true;

    argument<"rule", "the muting rule", newrelic::muting_ref> rule;

    asio::awaitable<reply> run(context& ctx) const;
};

/// A time of a rule's schedule, where it can be said when that is: it says so itself, or is of UTC.
std::optional<time_point> muting_moment(const newrelic::muting_schedule& of,
                                        const std::optional<std::string>& text);

/// Until when it mutes: `2024-02-29 14:00`, `without end`, `switched off`.
std::string muting_end_text(const newrelic::muting_rule& it);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/muting.ipp")
