// `do load-balancer create`: make a load balancer.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/flag.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/forwarding.hpp"
#include "chatops/provider/digitalocean/names.hpp"
#include "chatops/provider/digitalocean/network_types.hpp"

#include <map>
#include <optional>
#include <string>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

struct digitalocean_load_balancer_create {
    static constexpr command_info info{
        .name = "do load-balancer create",
        .help = "Make a load balancer in front of droplets; it costs from then on",
        .effect = effect::change,
        .aliases = {"digitalocean load-balancer create"},
        .examples = {"do load-balancer create acme-shop http:80=http:8080 --droplet acme-web-1 "
                     "--droplet acme-web-2",
                     "do load-balancer create acme-api https:443 --tag web --region fra1 "
                     "--health https:443/health --sticky",
                     "do load-balancer create acme-db tcp:5432 --droplet acme-db-1"}};

    argument<"name", "what it is called; no other may be called so",
             digitalocean::load_balancer_name>
        name;
    argument<"rule",
             "what comes in and where it goes, like http:80=http:8080; http, https, http2, tcp or "
             "udp, and its port; the same on both sides without a second",
             list<digitalocean::forwarding>>
        rule;
    option<"droplet", "a droplet behind it", list<digitalocean::droplet_ref>> droplet;
    option<"tag", "or a tag: whatever of its region has it is behind it",
           std::optional<digitalocean::tag_name>>
        tag;
    option<"region", "where; that of its droplets without it",
           std::optional<digitalocean::region_slug>>
        region;
    option<"health",
           "where a droplet has to answer to get requests, like http:8080/health; where the first "
           "rule goes without it",
           std::optional<digitalocean::health_target>>
        health;
    flag<"sticky", "send a visitor to the same droplet again, by a cookie"> sticky;

    asio::awaitable<reply> run(context& ctx) const;
};

/// What to say of one that was made, well or not; `names` are those of `droplet_names`.
reply made_balancer(const digitalocean::load_balancer& it,
                    const std::map<std::string, std::string>& names);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/load_balancer_create.ipp")
