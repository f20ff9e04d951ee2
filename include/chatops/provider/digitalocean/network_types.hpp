// What DigitalOcean has between droplets and the world: addresses, firewalls, load balancers,
// networks. Only what is used.
#pragma once

#include "chatops/provider/digitalocean/types.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::digitalocean {

// Sources: digitalocean/openapi, specification/resources/{reserved_ips,firewalls,
// load_balancers,vpcs}.

/// A public address that is kept, and moves between droplets of one region.
struct reserved_ip {
    static constexpr place at{"/v2/reserved_ips", "reserved_ip", "reserved_ips"};

    std::string ip;
    place_name region;
    /// The one that it leads to.
    std::optional<digitalocean::droplet> droplet;

    friend bool operator==(const reserved_ip&, const reserved_ip&) = default;
};
BOOST_DESCRIBE_STRUCT(reserved_ip, (), (ip, region, droplet))

/// Where a rule's traffic comes from, or goes to.
struct rule_ends {
    /// `0.0.0.0/0`, `203.0.113.7`.
    std::optional<std::vector<std::string>> addresses;
    std::optional<std::vector<std::int64_t>> droplet_ids;
    std::optional<std::vector<std::string>> load_balancer_uids;
    std::optional<std::vector<std::string>> kubernetes_ids;
    std::optional<std::vector<std::string>> tags;

    friend bool operator==(const rule_ends&, const rule_ends&) = default;
};
BOOST_DESCRIBE_STRUCT(rule_ends, (),
                      (addresses, droplet_ids, load_balancer_uids, kubernetes_ids, tags))

struct inbound_rule {
    /// `tcp`, `udp`, `icmp`.
    std::string protocol;
    /// `443`, `8000-8080`; `0` or `all` for all.
    std::string ports;
    rule_ends sources;

    friend bool operator==(const inbound_rule&, const inbound_rule&) = default;
};
BOOST_DESCRIBE_STRUCT(inbound_rule, (), (protocol, ports, sources))

struct outbound_rule {
    std::string protocol;
    std::string ports;
    rule_ends destinations;

    friend bool operator==(const outbound_rule&, const outbound_rule&) = default;
};
BOOST_DESCRIBE_STRUCT(outbound_rule, (), (protocol, ports, destinations))

/// Which traffic reaches droplets and leaves them; what no rule lets through is dropped.
struct firewall {
    static constexpr place at{"/v2/firewalls", "firewall", "firewalls"};

    std::string id;
    std::string name;
    /// `waiting` until all its droplets follow, `succeeded`, `failed`.
    std::string status;
    std::vector<inbound_rule> inbound_rules;
    std::vector<outbound_rule> outbound_rules;
    std::optional<std::vector<std::int64_t>> droplet_ids;
    std::optional<std::vector<std::string>> tags;
    time_point created_at;

    friend bool operator==(const firewall&, const firewall&) = default;
};
BOOST_DESCRIBE_STRUCT(firewall, (),
                      (id, name, status, inbound_rules, outbound_rules, droplet_ids, tags,
                       created_at))

struct forwarding_rule {
    std::string entry_protocol;
    std::int64_t entry_port = 0;
    std::string target_protocol;
    std::int64_t target_port = 0;
    /// Of what ends TLS: the load balancer's own.
    std::optional<std::string> certificate_id;
    /// What is encrypted goes on as it is.
    std::optional<bool> tls_passthrough;

    friend bool operator==(const forwarding_rule&, const forwarding_rule&) = default;
};
BOOST_DESCRIBE_STRUCT(forwarding_rule, (),
                      (entry_protocol, entry_port, target_protocol, target_port, certificate_id,
                       tls_passthrough))

/// How a load balancer finds out whether a droplet answers.
struct health_check {
    std::string protocol;
    std::int64_t port = 0;
    std::optional<std::string> path;
    std::int64_t check_interval_seconds = 0;
    std::int64_t healthy_threshold = 0;
    std::int64_t unhealthy_threshold = 0;

    friend bool operator==(const health_check&, const health_check&) = default;
};
BOOST_DESCRIBE_STRUCT(health_check, (),
                      (protocol, port, path, check_interval_seconds, healthy_threshold,
                       unhealthy_threshold))

/// Whether a visitor's requests go on to the same droplet.
struct sticky_sessions {
    /// `none`, `cookies`.
    std::string type;
    std::optional<std::string> cookie_name;
    std::optional<std::int64_t> cookie_ttl_seconds;

    friend bool operator==(const sticky_sessions&, const sticky_sessions&) = default;
};
BOOST_DESCRIBE_STRUCT(sticky_sessions, (), (type, cookie_name, cookie_ttl_seconds))

/// What spreads requests over droplets.
struct load_balancer {
    static constexpr place at{"/v2/load_balancers", "load_balancer", "load_balancers"};

    std::string id;
    std::string name;
    /// Empty while it is made.
    std::optional<std::string> ip;
    /// `new`, `active`, `errored`.
    std::string status;
    std::optional<place_name> region;
    /// Droplets with it are behind it; then none is added by hand.
    std::optional<std::string> tag;
    std::vector<std::int64_t> droplet_ids;
    std::vector<forwarding_rule> forwarding_rules;
    std::optional<digitalocean::health_check> health_check;
    std::optional<digitalocean::sticky_sessions> sticky_sessions;
    /// What comes to port 80 is sent to port 443.
    std::optional<bool> redirect_http_to_https;
    time_point created_at;

    friend bool operator==(const load_balancer&, const load_balancer&) = default;
};
BOOST_DESCRIBE_STRUCT(load_balancer, (),
                      (id, name, ip, status, region, tag, droplet_ids, forwarding_rules,
                       health_check, sticky_sessions, redirect_http_to_https, created_at))

/// A network of one region that droplets and load balancers share.
struct vpc {
    static constexpr place at{"/v2/vpcs", "vpc", "vpcs"};

    std::string id;
    /// No other has it.
    std::string name;
    std::optional<std::string> description;
    /// Its slug.
    std::string region;
    /// `10.10.10.0/24`
    std::string ip_range;
    /// What is made in the region and names none gets into this one.
    bool default_ = false;
    time_point created_at;

    friend bool operator==(const vpc&, const vpc&) = default;
};
BOOST_DESCRIBE_STRUCT(vpc, (), (id, name, description, region, ip_range, default_, created_at))

/// What is in one. Its path hangs on the network.
struct vpc_member {
    static constexpr place at{{}, {}, "members"};

    /// `do:droplet:3164494`
    std::string urn;
    std::string name;

    friend bool operator==(const vpc_member&, const vpc_member&) = default;
};
BOOST_DESCRIBE_STRUCT(vpc_member, (), (urn, name))

} // namespace chatops::digitalocean
