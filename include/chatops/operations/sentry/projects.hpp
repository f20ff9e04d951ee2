// `sentry projects`, `sentry project show`, `sentry teams`, `members`, `environments`: who and what
// there is.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/sentry/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct sentry_projects {
    static constexpr command_info info{.name = "sentry projects",
                                       .help = "List the projects whose errors Sentry collects",
                                       .effect = effect::read,
                                       .aliases = {"sentry project list"},
                                       .examples = {"sentry projects", "sentry projects acme"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_project_show {
    static constexpr command_info info{
        .name = "sentry project show",
        .help = "Show a project: its teams, where it runs, its newest release, its open issues",
        .effect = effect::read,
        .aliases = {"sentry project info"},
        .examples = {"sentry project show acme"}};

    argument<"project", "the project", sentry::project_name> project;

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_teams {
    static constexpr command_info info{.name = "sentry teams",
                                       .help = "List the teams and their projects",
                                       .effect = effect::read,
                                       .aliases = {"sentry team list"},
                                       .examples = {"sentry teams"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_members {
    static constexpr command_info info{.name = "sentry members",
                                       .help = "List the people who may see the errors",
                                       .effect = effect::read,
                                       .aliases = {"sentry member list"},
                                       .examples = {"sentry members"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct sentry_environments {
    static constexpr command_info info{
        .name = "sentry environments",
        .help = "List the environments from which errors came",
        .effect = effect::read,
        .aliases = {"sentry environment list"},
        .examples = {"sentry environments", "sentry environments acme"}};

    argument<"project", "only those of this project", std::optional<sentry::project_name>> project;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/sentry/projects.ipp")
