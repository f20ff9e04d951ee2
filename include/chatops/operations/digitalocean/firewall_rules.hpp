// `do firewall open`, `close`: the rules of a firewall.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

enum class traffic { tcp, udp, icmp };
BOOST_DESCRIBE_ENUM(traffic, tcp, udp, icmp)

struct digitalocean_firewall_open {
    static constexpr command_info info{
        .name = "do firewall open",
        .help = "Let traffic through a firewall: from addresses, droplets, tags or everyone",
        .effect = effect::change,
        .aliases = {"digitalocean firewall open"},
        .examples = {"do firewall open acme-web tcp 443 --everyone",
                     "do firewall open acme-db tcp 5432 --tag acme",
                     "do firewall open acme-web tcp 8000-8080 --address 203.0.113.0/24"}};

    argument<"firewall", "the firewall", digitalocean::firewall_ref> firewall;
    argument<"protocol", "what sort", traffic> protocol;
    argument<"ports", "which port, or from one to another, or all; not of icmp",
             std::optional<digitalocean::port_range>>
        ports;
    option<"address", "an address or a block of them", list<std::string>> address;
    option<"droplet", "a droplet", list<digitalocean::droplet_ref>> droplet;
    option<"tag", "a tag", list<digitalocean::tag_name>> tag;
    flag<"everyone", "the whole world"> everyone;
    flag<"out", "what leaves the droplets, instead of what reaches them"> out;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_firewall_close {
    static constexpr command_info info{
        .name = "do firewall close",
        .help = "Take a rule out of a firewall: what it let through is dropped",
        .effect = effect::change,
        .aliases = {"digitalocean firewall close"},
        .examples = {"do firewall close acme-web tcp 8080"}};

    argument<"firewall", "the firewall", digitalocean::firewall_ref> firewall;
    argument<"protocol", "what sort", traffic> protocol;
    argument<"ports", "which port, or from one to another, or all; not of icmp",
             std::optional<digitalocean::port_range>>
        ports;
    option<"address", "an address or a block of them", list<std::string>> address;
    option<"droplet", "a droplet", list<digitalocean::droplet_ref>> droplet;
    option<"tag", "a tag", list<digitalocean::tag_name>> tag;
    flag<"everyone", "the whole world"> everyone;
    flag<"out", "what leaves the droplets, instead of what reaches them"> out;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/firewall_rules.ipp")
