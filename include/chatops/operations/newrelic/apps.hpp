// `newrelic apps`, `newrelic app show`: what New Relic watches, and how it does.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/newrelic/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_apps {
    static constexpr command_info info{
        .name = "newrelic apps",
        .help = "List the applications that New Relic watches and how they do, the worst first",
        .effect = effect::read,
        .aliases = {"nr apps", "newrelic app list", "nr app list"},
        .examples = {"newrelic apps", "nr apps acme"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_app_show {
    static constexpr command_info info{
        .name = "newrelic app show",
        .help = "Show how an application does, its open issues and its last deployments",
        .effect = effect::read,
        .aliases = {"nr app show", "newrelic app info"},
        .examples = {"newrelic app show acme", "nr app show acme-staging"}};

    argument<"app", "the application", newrelic::app_ref> app;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/apps.ipp")
