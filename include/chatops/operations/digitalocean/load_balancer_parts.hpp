// How a load balancer reads, and how its rules are sent.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/forwarding.hpp"
#include "chatops/provider/digitalocean/network_types.hpp"
#include "chatops/provider/digitalocean/orders.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chatops::operations {

/// `http on port 80, path /, every 10 s; out after 3 failures, back after 5 successes`.
std::string health_text(const digitalocean::health_check& check);
/// `https 443`: what comes in by a rule.
std::string entry_text(const digitalocean::forwarding_rule& rule);
/// `https 443 to https 443`.
std::string rule_text(const digitalocean::forwarding_rule& rule);
table_part forwarding_table(const digitalocean::load_balancer& it);

/// Whether its droplets are those that have a tag.
bool goes_by_tag(const digitalocean::load_balancer& it);

/// All of one, under what it is just now; `names` are those of `droplet_names`.
reply balancer_reply(const digitalocean::load_balancer& it,
                     const std::map<std::string, std::string>& names);

/// `the cookie DO-LB, for 300 s`.
std::string sticky_text(const digitalocean::sticky_sessions& sticky);

/// Whether visitors stay, and where health is looked at, as they are sent.
digitalocean::sticky_sessions sticky_sent(bool stay);
digitalocean::health_order health_sent(const digitalocean::health_target& target);
/// Rules as they are sent.
std::vector<digitalocean::forwarding_rule>
rules_sent(const std::vector<digitalocean::forwarding>& asked);

/// What to say where one of them takes a certificate, which nobody can name here.
std::optional<reply> needs_certificate(const std::vector<digitalocean::forwarding>& asked);

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/load_balancer_parts.ipp")
