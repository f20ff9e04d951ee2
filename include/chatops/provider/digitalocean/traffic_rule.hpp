// A firewall's rule, as people type it: `tcp:443=everyone`.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::digitalocean {

/// What a firewall lets through, and from whom or to whom: `tcp:443=everyone`,
/// `tcp:8000-8080=203.0.113.0/24,tag:acme`, `udp:all=tag:dns`, `icmp=everyone`.
///
/// Text on a line (`text_of`) and in JSON (`json::is_text`).
struct traffic_rule {
    static constexpr std::string_view kind = "rule of a firewall";

    /// `tcp`, `udp`, `icmp`.
    std::string protocol;
    /// As in `port_range`; empty of icmp.
    std::string ports;
    bool everyone = false;
    /// Addresses, or blocks of them. They are DigitalOcean's to check.
    std::vector<std::string> addresses;
    std::vector<std::string> tags;

    /// Mistake: `digitalocean_rule`.
    static result<traffic_rule> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const traffic_rule&, const traffic_rule&) = default;
};

} // namespace chatops::digitalocean

#include CHATOPS_BODY("chatops/provider/digitalocean/traffic_rule.ipp")
