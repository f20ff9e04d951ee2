// `do projects`, `do project show`, `add`: groups of things, as the control panel shows
// them.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_projects {
    static constexpr command_info info{.name = "do projects",
                                       .help = "List the projects at DigitalOcean",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean projects", "do project list"},
                                       .examples = {"do projects"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_project_show {
    static constexpr command_info info{.name = "do project show",
                                       .help =
                                           "Show one project at DigitalOcean, and what is in it",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean project show"},
                                       .examples = {"do project show acme"}};

    argument<"project", "the project", digitalocean::project_ref> project;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_project_add {
    static constexpr command_info info{
        .name = "do project add",
        .help = "Put things into a project at DigitalOcean, out of the one that they are in",
        .effect = effect::change,
        .aliases = {"digitalocean project add"},
        .examples = {"do project add acme web-1 web-2",
                     "do project add acme --domain acme.example --volume acme-data"}};

    argument<"project", "the project", digitalocean::project_ref> project;
    argument<"droplet", "the droplets", std::optional<list<digitalocean::droplet_ref>>> droplet;
    option<"volume", "a volume", list<digitalocean::volume_ref>> volume;
    option<"load-balancer", "a load balancer", list<digitalocean::load_balancer_ref>> load_balancer;
    option<"domain", "a domain", list<digitalocean::domain_name>> domain;
    option<"reserved-ip", "a reserved IP", list<digitalocean::reserved_ip_ref>> reserved_ip;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/projects.ipp")
