// `do firewall create`: make a firewall.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"
#include "chatops/provider/digitalocean/traffic_rule.hpp"

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_firewall_create {
    static constexpr command_info info{
        .name = "do firewall create",
        .help = "Make a firewall: what no rule lets in does not reach the droplets that it guards",
        .effect = effect::change,
        .aliases = {"digitalocean firewall create"},
        .examples = {"do firewall create acme-db tcp:5432=tag:acme tcp:22=203.0.113.0/24 "
                     "--droplet acme-db-1",
                     "do firewall create acme-front tcp:80=everyone tcp:443=everyone --tag acme",
                     "do firewall create acme-work icmp=tag:acme --out tcp:443=everyone --out "
                     "udp:53=everyone"}};

    argument<"name", "what it is called; no other may be called so", digitalocean::firewall_name>
        name;
    argument<"rule",
             "what it lets in, and from whom: tcp, udp or icmp, which ports, everyone or addresses "
             "or tags; like tcp:443=everyone",
             list<digitalocean::traffic_rule>>
        rule;
    option<"out", "what it lets out, and to whom; everything without it",
           list<digitalocean::traffic_rule>>
        out;
    option<"droplet", "a droplet that it guards", list<digitalocean::droplet_ref>> droplet;
    option<"tag", "a tag: it guards whatever has it", list<digitalocean::tag_name>> tag;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/firewall_create.ipp")
