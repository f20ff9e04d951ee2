// `newrelic muting change`, `muting enable`, `muting disable`: a muting rule that is there already.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/span.hpp"
#include "chatops/provider/newrelic/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_muting_change {
    static constexpr command_info info{
        .name = "newrelic muting change",
        .help = "Let a muting rule hold for longer or shorter, or call it something else",
        .effect = effect::change,
        .aliases = {"nr muting change"},
        .examples = {"newrelic muting change \"Staging may break\" --for 2h",
                     "nr muting change \"Staging may break\" --name Staging --reason \"Load "
                     "tests\""}};

    argument<"rule", "the muting rule", newrelic::muting_ref> rule;
    option<"for", "how long from now on, like 2h; then people are told again",
           std::optional<span<newrelic_limits::shortest_mute, newrelic_limits::longest_mute>>>
        length;
    option<"name", "what it is called from now on", std::optional<newrelic::muting_name>> name;
    option<"reason", "why, for whoever wonders", std::optional<newrelic::line_text<"reason">>>
        reason;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_muting_enable {
    static constexpr command_info info{
        .name = "newrelic muting enable",
        .help = "Switch a muting rule on, so that people are not told of what it mutes",
        .effect = effect::change,
        .aliases = {"nr muting enable"},
        .examples = {"newrelic muting enable \"Staging may break\""}};

    argument<"rule", "the muting rule", newrelic::muting_ref> rule;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_muting_disable {
    static constexpr command_info info{
        .name = "newrelic muting disable",
        .help = "Switch a muting rule off, so that people are told again; the rule stays",
        .effect = effect::change,
        .aliases = {"nr muting disable"},
        .examples = {"newrelic muting disable \"Staging may break\""}};

    argument<"rule", "the muting rule", newrelic::muting_ref> rule;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/muting_change.ipp")
