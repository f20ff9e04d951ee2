// `do project create`, `rename`, `default`, `destroy`: groups that are made, called and ended.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Source: digitalocean/openapi, resources/projects/models/project_base.yml.
enum class project_environment { development, staging, production };
BOOST_DESCRIBE_ENUM(project_environment, development, staging, production)

struct digitalocean_project_create {
    static constexpr command_info info{
        .name = "do project create",
        .help = "Make a project at DigitalOcean that nothing is in yet",
        .effect = effect::change,
        .aliases = {"digitalocean project create"},
        .examples = {"do project create acme",
                     "do project create \"acme relaunch\" --environment staging --purpose "
                     "\"Website or blog\""}};

    argument<"name", "what it is called; no other may be called so"> name;
    option<"purpose", "what it is for"> purpose{"Web Application"};
    option<"environment", "how far what is in it has come", std::optional<project_environment>>
        environment;
    option<"description", "what else people should know of it", std::optional<std::string>>
        description;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_project_rename {
    static constexpr command_info info{.name = "do project rename",
                                       .help = "Call a project at DigitalOcean something else",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean project rename"},
                                       .examples = {"do project rename acme \"acme, old shop\""}};

    argument<"project", "the project", digitalocean::project_ref> project;
    argument<"name", "its new name; no other may be called so"> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_project_default {
    static constexpr command_info info{
        .name = "do project default",
        .help = "Have what is made at DigitalOcean get into a project, if it names none",
        .effect = effect::change,
        .aliases = {"digitalocean project default"},
        .examples = {"do project default acme"}};

    argument<"project", "the project", digitalocean::project_ref> project;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_project_destroy {
    static constexpr command_info info{
        .name = "do project destroy",
        .help = "Destroy a project at DigitalOcean that nothing is in, for good",
        .effect = effect::destroy,
        .aliases = {"digitalocean project destroy"},
        .examples = {"do project destroy acme"}};
    static constexpr bool confirms_itself = true;

    argument<"project", "the project", digitalocean::project_ref> project;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/project_change.ipp")
