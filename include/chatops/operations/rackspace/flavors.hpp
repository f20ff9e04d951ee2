// `rackspace flavors`: how large servers can be.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/core/asio.hpp"

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct rackspace_flavors {
    static constexpr command_info info{
        .name = "rackspace flavors",
        .help = "List the flavors that servers can have",
        .effect = effect::read,
        .aliases = {"rax flavors", "rackspace flavor list"},
        .examples = {"rackspace flavors", "rackspace flavors general1"}};

    argument<"part", "only those with this in their id or name", std::optional<std::string>> part;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/flavors.ipp")
