// `rackspace domain change`: whom to write to about a domain, and how long others may remember it.
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

struct rackspace_domain_change {
    static constexpr command_info info{
        .name = "rackspace domain change",
        .help = "Change whom to write to about a domain, or how long others may remember it",
        .effect = effect::change,
        .aliases = {"rax domain change"},
        .examples = {"rackspace domain change acme.example --email hostmaster@acme.example",
                     "rackspace domain change acme.example --ttl 30m --comment \"moves in May\""}};

    argument<"domain", "the domain", rackspace::domain_name> domain;
    option<"email", "whom to write to about it", std::optional<std::string>> email;
    option<"ttl", "how long others may remember it, and new records of it, like 30m; 5m at least",
           std::optional<std::chrono::seconds>>
        ttl;
    option<"comment", "a note for whoever manages it; \"\" for none", std::optional<std::string>>
        comment;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/domain_change.ipp")
