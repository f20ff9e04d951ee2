// `do vpc create`, `rename`, `default`, `destroy`: networks that are made, called and ended.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_vpc_create {
    static constexpr command_info info{
        .name = "do vpc create",
        .help = "Make a private network in a region",
        .effect = effect::change,
        .aliases = {"digitalocean vpc create"},
        .examples = {"do vpc create acme-net fra1",
                     "do vpc create acme-net fra1 --range 10.20.0.0/20 --description \"all of "
                     "acme\""}};

    argument<"name", "what it is called; no other may be called so", digitalocean::vpc_name> name;
    argument<"region", "where", digitalocean::region_slug> region;
    option<"range",
           "its addresses, like 10.20.0.0/20, which no other network has; DigitalOcean chooses "
           "without it",
           std::optional<std::string>>
        range;
    option<"description", "what it is for", std::optional<std::string>> description;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_vpc_rename {
    static constexpr command_info info{.name = "do vpc rename",
                                       .help = "Call a private network something else",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean vpc rename"},
                                       .examples = {"do vpc rename acme-net acme-production"}};

    argument<"vpc", "the network", digitalocean::vpc_ref> vpc;
    argument<"name", "its new name; no other may be called so", digitalocean::vpc_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_vpc_default {
    static constexpr command_info info{
        .name = "do vpc default",
        .help = "Have what is made in a private network's region get into it, if it names none",
        .effect = effect::change,
        .aliases = {"digitalocean vpc default"},
        .examples = {"do vpc default acme-net"}};

    argument<"vpc", "the network", digitalocean::vpc_ref> vpc;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_vpc_destroy {
    static constexpr command_info info{.name = "do vpc destroy",
                                       .help =
                                           "Destroy a private network that nothing is in, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"digitalocean vpc destroy"},
                                       .examples = {"do vpc destroy acme-net"}};
    static constexpr bool confirms_itself = true;

    argument<"vpc", "the network", digitalocean::vpc_ref> vpc;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/vpc_change.ipp")
