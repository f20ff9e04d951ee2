// `newrelic policies`, `policy create`, `rename`, `change`, `destroy`: what alerts belong together.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/newrelic/names.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Which incidents are one issue.
enum class issues_per { policy, condition, target };
BOOST_DESCRIBE_ENUM(issues_per, policy, condition, target)

struct newrelic_policies {
    static constexpr command_info info{
        .name = "newrelic policies",
        .help = "List the account's alert policies",
        .effect = effect::read,
        .aliases = {"nr policies", "newrelic policy list", "nr policy list"},
        .examples = {"newrelic policies", "nr policies acme"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_policy_create {
    static constexpr command_info info{
        .name = "newrelic policy create",
        .help = "Make an alert policy, without conditions as yet",
        .effect = effect::change,
        .aliases = {"nr policy create"},
        .examples = {"newrelic policy create \"acme staging\"",
                     "nr policy create \"acme shop\" --issues target"}};

    argument<"name", "what it is called", newrelic::policy_name> name;
    option<"issues",
           "what makes one issue: the policy (without it), each condition, or each target",
           std::optional<issues_per>>
        issues;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_policy_rename {
    static constexpr command_info info{
        .name = "newrelic policy rename",
        .help = "Call an alert policy something else",
        .effect = effect::change,
        .aliases = {"nr policy rename"},
        .examples = {"newrelic policy rename \"acme staging\" \"acme test\""}};

    argument<"policy", "the policy", newrelic::policy_ref> policy;
    argument<"name", "its new name", newrelic::policy_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_policy_change {
    static constexpr command_info info{
        .name = "newrelic policy change",
        .help = "Change which incidents of an alert policy are one issue",
        .effect = effect::change,
        .aliases = {"nr policy change"},
        .examples = {"newrelic policy change \"acme staging\" --issues target"}};

    argument<"policy", "the policy", newrelic::policy_ref> policy;
    option<"issues", "what makes one issue: the policy, each condition, or each target", issues_per>
        issues;

    asio::awaitable<reply> run(context& ctx) const;
};

struct newrelic_policy_destroy {
    static constexpr command_info info{
        .name = "newrelic policy destroy",
        .help = "Destroy an alert policy with its conditions, for good",
        .effect = effect::destroy,
        .aliases = {"nr policy destroy", "newrelic policy delete", "nr policy delete"},
        .examples = {"newrelic policy destroy \"acme staging\""}};
    static constexpr bool confirms_itself = true;

    argument<"policy", "the policy", newrelic::policy_ref> policy;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/policies.ipp")
