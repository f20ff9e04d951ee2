// `heroku app show`, `create`, `rename`, `destroy`: an application as a whole.
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

struct heroku_app_show {
    static constexpr command_info info{.name = "heroku app show",
                                       .help = "Show an application and what belongs to it",
                                       .effect = effect::read,
                                       .aliases = {"heroku app info", "heroku info"},
                                       .examples = {"heroku app show acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_app_create {
    static constexpr command_info info{
        .name = "heroku app create",
        .help = "Make an application, without code as yet",
        .effect = effect::change,
        .aliases = {"heroku create"},
        .examples = {"heroku app create acme-preview",
                     "heroku app create acme-preview --region eu --stack heroku-24"}};

    argument<"app", "what it is called; no other at Heroku may be called so", heroku::app_name> app;
    option<"region", "where it runs, like us or eu; Heroku chooses without it",
           std::optional<heroku::code_word<"region of Heroku's">>>
        region;
    option<"stack", "the system that it runs on, like heroku-24; Heroku chooses without it",
           std::optional<heroku::stack_name>>
        stack;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_app_rename {
    static constexpr command_info info{
        .name = "heroku app rename",
        .help = "Call an application something else, which changes its address at Heroku",
        .effect = effect::change,
        .aliases = {"heroku rename"},
        .examples = {"heroku app rename acme-preview acme-demo"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"name", "its new name; no other at Heroku may be called so", heroku::app_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_app_destroy {
    static constexpr command_info info{
        .name = "heroku app destroy",
        .help = "Destroy an application with its add-ons and all their data, for good",
        .effect = effect::destroy,
        .aliases = {"heroku destroy"},
        .examples = {"heroku app destroy acme-preview"}};
    static constexpr bool confirms_itself = true;

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/app.ipp")
