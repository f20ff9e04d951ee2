// `heroku webhooks`, `webhook add`, `change`, `remove`: who is told when something happens to an
// application.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/provider/heroku/names.hpp"
#include "chatops/provider/heroku/secret_url.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// What a webhook tells of. Source: devcenter.heroku.com, "App Webhooks".
struct webhook_event {
    static constexpr std::string_view kind = "event";
    static constexpr std::array<std::string_view, 10> words{
        "addon", "addon-attachment", "app",     "build",       "collaborator", "domain",
        "dyno",  "formation",        "release", "sni-endpoint"};

    std::string text;

    static result<webhook_event> parse(std::string_view text);
    [[nodiscard]] const std::string& to_text() const { return text; }
    /// As Heroku calls it: `api:release`, `dyno`.
    [[nodiscard]] std::string api_name() const { return text == "dyno" ? text : "api:" + text; }
};

struct heroku_webhooks {
    static constexpr command_info info{
        .name = "heroku webhooks",
        .help = "List who is told what of an application; what may be a credential is hidden",
        .effect = effect::read,
        .aliases = {"heroku webhook list"},
        .examples = {"heroku webhooks acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_webhook_add {
    static constexpr command_info info{
        .name = "heroku webhook add",
        .help = "Have Heroku tell an address when something happens to an application",
        .effect = effect::change,
        .aliases = {"heroku webhook create"},
        .examples = {
            "heroku webhook add acme-staging https://hooks.example/heroku?key=0123456789ab release",
            "heroku webhook add acme-staging https://hooks.example/heroku?key=0123456789ab build "
            "release --sync"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"url", "whom to tell; but for the host it is hidden wherever it would be shown",
             heroku::webhook_url>
        url;
    flag<"sync", "try again where it was not taken; without it, each is told once"> sync;
    option<"secret", "what Heroku signs with, so that the receiver knows who tells it",
           std::optional<secret>>
        signing;
    argument<"events", "what to tell of", list<webhook_event>> events;

    asio::awaitable<reply> run(context& ctx) const;
};

/// Another address is another webhook: the one before could not be put back.
struct heroku_webhook_change {
    static constexpr command_info info{
        .name = "heroku webhook change",
        .help = "Change what Heroku tells an address of an application, and how surely",
        .effect = effect::change,
        .aliases = {"heroku webhook update"},
        .examples = {"heroku webhook change acme-staging hooks.example --event build --event "
                     "release",
                     "heroku webhook change acme-staging 4f1e9a02 --sync"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"webhook", "the host that it tells, or the beginning of its id", heroku::webhook_ref>
        webhook;
    option<"event", "what to tell of from now on, and of nothing else; once for each",
           list<webhook_event>>
        events;
    flag<"sync", "try again where it was not taken"> sync;
    flag<"no-sync", "tell each once"> no_sync;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_webhook_remove {
    static constexpr command_info info{
        .name = "heroku webhook remove",
        .help = "Have Heroku tell an address no more of an application",
        .effect = effect::destroy,
        .aliases = {"heroku webhook destroy"},
        .examples = {"heroku webhook remove acme-staging hooks.example",
                     "heroku webhook remove acme-staging 4f1e9a02"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application", heroku::app_name> app;
    argument<"webhook", "the host that it tells, or the beginning of its id", heroku::webhook_ref>
        webhook;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/webhooks.ipp")
