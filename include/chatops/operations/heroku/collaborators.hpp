// `heroku collaborators`, `collaborator add`, `collaborator remove`: who may work on an
// application.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/names.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct heroku_collaborators {
    static constexpr command_info info{.name = "heroku collaborators",
                                       .help = "List who may work on an application",
                                       .effect = effect::read,
                                       .aliases = {"heroku collaborator list", "heroku access"},
                                       .examples = {"heroku collaborators acme-staging"}};

    argument<"app", "the application", heroku::app_name> app;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_collaborator_add {
    static constexpr command_info info{
        .name = "heroku collaborator add",
        .help = "Let somebody work on an application: deploy it, and read its config vars",
        .effect = effect::change,
        .examples = {"heroku collaborator add acme-staging dev@acme.example"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"person", "who, by the address at Heroku", heroku::email> person;
    flag<"silent", "have Heroku write no mail to them"> silent;

    asio::awaitable<reply> run(context& ctx) const;
};

struct heroku_collaborator_remove {
    static constexpr command_info info{
        .name = "heroku collaborator remove",
        .help = "Let somebody work on an application no more",
        .effect = effect::change,
        .examples = {"heroku collaborator remove acme-staging dev@acme.example"}};

    argument<"app", "the application", heroku::app_name> app;
    argument<"person", "who, by the address at Heroku", heroku::email> person;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/heroku/collaborators.ipp")
