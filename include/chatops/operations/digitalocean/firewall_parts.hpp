// How a firewall's rules read, and how a change of it is waited for.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/digitalocean/network_types.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// Those of a rule; each only if there is one.
digitalocean::rule_ends rule_ends_of(bool everyone, std::vector<std::string> addresses,
                                     std::vector<std::int64_t> droplets,
                                     std::vector<std::string> tags);

/// All droplets that it names, as what it guards and in its rules.
std::vector<std::int64_t> droplets_in(const digitalocean::firewall& it);

// `names` are those of `droplet_names`.

/// `web-1, the tag acme`; `nothing`.
std::string guarded_by(const digitalocean::firewall& it,
                       const std::map<std::string, std::string>& names);
/// `everyone`, `203.0.113.0/24, tag acme`.
std::string ends_text(const digitalocean::rule_ends& ends,
                      const std::map<std::string, std::string>& names);
/// `tcp 443`, `icmp`, `all udp`.
std::string traffic_text(const std::string& protocol, const std::string& ports);

table_part rule_table(const digitalocean::firewall& it,
                      const std::map<std::string, std::string>& names);

/// Waits until its droplets follow; whether they do.
asio::awaitable<bool> is_followed(context& ctx, const std::string& id);
/// What to say where they do not, of one that is `changed` or `made`.
reply not_followed(const std::string& name, const char* done = "changed");

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/firewall_parts.ipp")
