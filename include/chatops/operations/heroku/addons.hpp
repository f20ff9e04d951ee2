// `heroku addons`, `addon show`, `create`, `plan`, `destroy`: databases and other services of
// an application.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_addons {
    static constexpr command_info info{.name = "heroku addons",
                                       .help = "List an application's add-ons",
                                       .effect = effect::read,
                                       .aliases = {"heroku addon list"},
                                       .examples = {"heroku addons acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_addon_show {
    static constexpr command_info info{
        .name = "heroku addon show",
        .help = "Show one add-on of an application",
        .effect = effect::read,
        .aliases = {"heroku addon info"},
        .examples = {"heroku addon show acme-staging postgresql-round-12345",
                     "heroku addon show acme-staging heroku-postgresql"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"addon", "the add-on; its service, where there is only one", heroku::addon_ref> addon;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_addon_create {
    static constexpr command_info info{
        .name = "heroku addon create",
        .help = "Give an application an add-on; it costs from then on",
        .effect = effect::change,
        .aliases = {"heroku addon add"},
        .examples = {"heroku addon create acme-staging heroku-postgresql:essential-0",
                     "heroku addon create acme-staging heroku-redis:mini --name acme-cache"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"plan",
             "what to add, like heroku-postgresql:essential-0; of a service alone, its "
             "default plan",
             heroku::plan_name>
        plan;
    option<"name", "what it is called; no other at Heroku may be called so",
           std::optional<heroku::addon_ref>>
        name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_addon_plan {
    static constexpr command_info info{
        .name = "heroku addon plan",
        .help = "Give an add-on another plan of its service; it costs what that costs",
        .effect = effect::change,
        .aliases = {"heroku addon upgrade", "heroku addon downgrade"},
        .examples = {"heroku addon plan acme-staging postgresql-round-12345 essential-1"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"addon", "the add-on; its service, where there is only one", heroku::addon_ref> addon;
    argument<"plan", "its new plan, like essential-1", heroku::next_plan> plan;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_addon_destroy {
    static constexpr command_info info{
        .name = "heroku addon destroy",
        .help = "Destroy an add-on with all its data, for good",
        .effect = effect::destroy,
        .aliases = {"heroku addon remove"},
        .examples = {"heroku addon destroy acme-staging postgresql-round-12345"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application", heroku::app_name> app;
    argument<"addon", "the add-on; its service, where there is only one", heroku::addon_ref> addon;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/addons.ipp")
