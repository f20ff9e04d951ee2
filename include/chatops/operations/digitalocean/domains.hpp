// `do domains`, `do domain create`, `destroy`: zones that DigitalOcean answers for.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_domains {
    static constexpr command_info info{.name = "do domains",
                                       .help = "List the domains that DigitalOcean answers for",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean domains", "do domain list"},
                                       .examples = {"do domains"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_domain_create {
    static constexpr command_info info{
        .name = "do domain create",
        .help = "Have DigitalOcean answer for a domain",
        .effect = effect::change,
        .aliases = {"digitalocean domain create"},
        .examples = {"do domain create acme.example", "do domain create acme.example 203.0.113.7"}};

    argument<"domain", "the domain", digitalocean::domain_name> domain;
    argument<"address", "an IPv4 address that the domain itself leads to",
             std::optional<std::string>>
        address;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_domain_destroy {
    static constexpr command_info info{.name = "do domain destroy",
                                       .help = "Destroy a domain with all its records, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"digitalocean domain destroy"},
                                       .examples = {"do domain destroy acme.example"}};
    static constexpr bool confirms_itself = true;

    argument<"domain", "the domain", digitalocean::domain_name> domain;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/domains.ipp")
