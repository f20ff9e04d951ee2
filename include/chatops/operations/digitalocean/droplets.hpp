// `do droplets`: which droplets there are.
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

struct digitalocean_droplets {
    static constexpr command_info info{
        .name = "do droplets",
        .help = "List the account's droplets",
        .effect = effect::read,
        .aliases = {"digitalocean droplets", "do droplet list", "digitalocean droplet list"},
        .examples = {"do droplets", "do droplets web", "do droplets --tag env:prod"}};

    argument<"part", "only those with this in their name", std::optional<std::string>> part;
    option<"tag", "only those with this tag", std::optional<digitalocean::tag_name>> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/droplets.ipp")
