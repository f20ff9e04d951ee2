// `newrelic app change`, `newrelic app remove`: an application's goal, and its end at New Relic.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/provider/newrelic/names.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Within how long an answer satisfies whoever waits for it: `500ms`.
struct apdex_goal {
    static constexpr std::string_view kind = "span of time";

    std::chrono::milliseconds length{};

    static result<apdex_goal> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const;
};

struct newrelic_app_change {
    static constexpr command_info info{
        .name = "newrelic app change",
        .help = "Set within how long an application's answers satisfy: its Apdex goal",
        .effect = effect::change,
        .aliases = {"nr app change"},
        .examples = {"newrelic app change acme --apdex 500ms"}};

    argument<"app", "the application", newrelic::app_ref> app;
    option<"apdex", "within how long, like 500ms or 2s", apdex_goal> goal;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_app_remove {
    static constexpr command_info info{
        .name = "newrelic app remove",
        .help = "Remove an application that does not report any more from New Relic",
        .effect = effect::destroy,
        .aliases = {"nr app remove", "newrelic app delete", "nr app delete"},
        .examples = {"newrelic app remove acme-old"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application", newrelic::app_ref> app;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/app_change.ipp")
