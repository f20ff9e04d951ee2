// `heroku maintenance on`, `off`, `show`: whether visitors come through.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

// Three commands, so that a rule can let people end maintenance who may not begin it.

struct heroku_maintenance_on {
    static constexpr command_info info{
        .name = "heroku maintenance on",
        .help = "Show visitors of an application Heroku's maintenance page; its dynos run on",
        .effect = effect::change,
        .examples = {"heroku maintenance on acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_maintenance_off {
    static constexpr command_info info{.name = "heroku maintenance off",
                                       .help = "Let visitors of an application through again",
                                       .effect = effect::change,
                                       .examples = {"heroku maintenance off acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_maintenance_show {
    static constexpr command_info info{.name = "heroku maintenance show",
                                       .help = "Say whether an application is in maintenance",
                                       .effect = effect::read,
                                       .aliases = {"heroku maintenance status"},
                                       .examples = {"heroku maintenance show acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/maintenance.ipp")
