// `do domains`, `records`, `keys`, `balance`: what else the account holds, and what it costs.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

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

struct digitalocean_records {
    static constexpr command_info info{.name = "do records",
                                       .help = "List the records of a domain",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean records", "do record list"},
                                       .examples = {"do records acme.example"}};

    argument<"domain", "the domain", digitalocean::domain_name> domain;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_keys {
    static constexpr command_info info{.name = "do keys",
                                       .help =
                                           "List the SSH keys that new droplets can be opened with",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean keys", "do key list"},
                                       .examples = {"do keys"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_balance {
    static constexpr command_info info{.name = "do balance",
                                       .help = "Say what this month has cost, and what is owed",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean balance"},
                                       .examples = {"do balance"}};

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/holdings.ipp")
