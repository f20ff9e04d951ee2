// `rackspace domains`, `rackspace domain show`, `create`, `export`, `destroy`: zones that Rackspace
// answers for.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/rackspace/network_names.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_domains {
    static constexpr command_info info{.name = "rackspace domains",
                                       .help = "List the domains that Rackspace answers for",
                                       .effect = effect::read,
                                       .aliases = {"rax domains", "rackspace domain list"},
                                       .examples = {"rackspace domains"}};

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_domain_show {
    static constexpr command_info info{.name = "rackspace domain show",
                                       .help =
                                           "Show a domain, its name servers, and what is under it",
                                       .effect = effect::read,
                                       .aliases = {"rax domain show"},
                                       .examples = {"rackspace domain show acme.example"}};

    argument<"domain", "the domain", rackspace::domain_name> domain;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_domain_create {
    static constexpr command_info info{
        .name = "rackspace domain create",
        .help = "Have Rackspace answer for a domain",
        .effect = effect::change,
        .aliases = {"rax domain create"},
        .examples = {"rackspace domain create acme.example hostmaster@acme.example"}};

    argument<"domain", "the domain", rackspace::domain_name> domain;
    argument<"email", "whom to write to about it"> email;
    option<"ttl", "how long others may remember what it says, like 30m",
           std::optional<std::chrono::seconds>>
        ttl;
    option<"comment", "a note for whoever manages it", std::optional<std::string>> comment;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_domain_export {
    static constexpr command_info info{.name = "rackspace domain export",
                                       .help = "Show a domain with all its records as a zone file",
                                       .effect = effect::read,
                                       .aliases = {"rax domain export"},
                                       .examples = {"rackspace domain export acme.example"}};

    argument<"domain", "the domain", rackspace::domain_name> domain;

    asio::awaitable<reply> run(context& ctx) const;
};

struct rackspace_domain_destroy {
    static constexpr command_info info{.name = "rackspace domain destroy",
                                       .help = "Destroy a domain with all its records, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"rax domain destroy"},
                                       .examples = {"rackspace domain destroy acme.example"}};
    static constexpr bool confirms_itself = true;

    argument<"domain", "the domain", rackspace::domain_name> domain;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/domains.ipp")
