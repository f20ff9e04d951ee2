// `do firewall rename`: what a firewall is called.
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

struct digitalocean_firewall_rename {
    static constexpr command_info info{.name = "do firewall rename",
                                       .help = "Call a firewall something else",
                                       .effect = effect::change,
                                       .aliases = {"digitalocean firewall rename"},
                                       .examples = {"do firewall rename acme-web acme-front"}};

    argument<"firewall", "the firewall", digitalocean::firewall_ref> firewall;
    argument<"name", "its new name; no other may be called so", digitalocean::firewall_name> name;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/firewall_rename.ipp")
