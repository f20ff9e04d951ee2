// `newrelic conditions`: what an alert policy watches over.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/newrelic/names.hpp"
#include "chatops/provider/newrelic/types.hpp"

#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct newrelic_conditions {
    static constexpr command_info info{
        .name = "newrelic conditions",
        .help = "List what an alert policy watches over, and from when on it tells somebody",
        .effect = effect::read,
        .aliases = {"nr conditions", "newrelic condition list", "newrelic policy show",
                    "nr policy show"},
        .examples = {"newrelic conditions \"acme production\""}};

    argument<"policy", "the policy", newrelic::policy_ref> policy;

    asio::awaitable<reply> run(context& ctx) const;
};

/// `critical: above 5 for 30 min`, each of its terms; `–` where there is none.
std::string terms_text(const newrelic::condition& it);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/newrelic/conditions.ipp")
