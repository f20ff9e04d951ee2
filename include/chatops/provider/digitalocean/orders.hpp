// What DigitalOcean is asked to make or do, as its API wants it. What is empty is not sent.
#pragma once

#include "chatops/provider/digitalocean/network_types.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::digitalocean {

// Sources: digitalocean/openapi, droplet_single_create.yml, droplet_actions.yml,
// volumes_create.yml, domain_record.yml, firewall.yml, firewalls_add_rules.yml,
// load_balancer_create.yml, vpc_create.yml, projects_create.yml.

struct droplet_order {
    /// One of the two.
    std::optional<std::string> name;
    /// At most ten.
    std::optional<std::vector<std::string>> names;
    std::string size;
    /// A slug as text, or the number of an image.
    boost::json::value image;
    /// DigitalOcean chooses without one.
    std::optional<std::string> region;
    /// Numbers, or fingerprints as text.
    std::vector<boost::json::value> ssh_keys;
    std::vector<std::string> tags;
    bool backups = false;
    bool ipv6 = false;
    bool monitoring = false;
    /// That of the region without one.
    std::optional<std::string> vpc_uuid;
    /// Ids of volumes that no droplet has; of one droplet's order only.
    std::optional<std::vector<std::string>> volumes;
    /// What cloud-init does at the first start.
    std::optional<std::string> user_data;
};
BOOST_DESCRIBE_STRUCT(droplet_order, (),
                      (name, names, size, image, region, ssh_keys, tags, backups, ipv6, monitoring,
                       vpc_uuid, volumes, user_data))

struct action_order {
    /// Of a droplet: `reboot`, `power_cycle`, `shutdown`, `power_off`, `power_on`, `resize`,
    /// `rename`, `snapshot`, `rebuild`, `restore`, `password_reset`, `enable_ipv6`,
    /// `enable_backups`, `disable_backups`, `change_backup_policy`. Of a volume: `attach`,
    /// `detach`, `resize`. Of a reserved IP: `assign`, `unassign`. Of an image: `transfer`,
    /// `convert`.
    std::string type;
    /// Of a droplet's `resize`.
    std::optional<std::string> size;
    /// Of a droplet's `resize`: the disk as well, for good.
    std::optional<bool> disk;
    /// Of `rename` and `snapshot`.
    std::optional<std::string> name;
    /// Of `attach`, `detach` and `assign`.
    std::optional<std::int64_t> droplet_id;
    /// Of a volume's `resize`.
    std::optional<std::int64_t> size_gigabytes;
    /// Of `rebuild` and `restore`.
    std::optional<std::int64_t> image;
    /// Of an image's `transfer`.
    std::optional<std::string> region;
    /// Of `enable_backups` and `change_backup_policy`.
    std::optional<digitalocean::backup_policy> backup_policy;

    action_order() = default;
    explicit action_order(std::string what) : type(std::move(what)) {}
};
BOOST_DESCRIBE_STRUCT(action_order, (),
                      (type, size, disk, name, droplet_id, size_gigabytes, image, region,
                       backup_policy))

struct volume_order {
    std::string name;
    std::string region;
    std::int64_t size_gigabytes = 0;
    /// Formats it.
    std::optional<std::string> filesystem_type;
    std::vector<std::string> tags;
    std::string description;
    /// What it begins with.
    std::optional<std::string> snapshot_id;
};
BOOST_DESCRIBE_STRUCT(volume_order, (),
                      (name, region, size_gigabytes, filesystem_type, tags, description,
                       snapshot_id))

/// Of what has nothing but a name: a snapshot of a volume, a tag; what is renamed.
struct name_order {
    std::string name;

    name_order() = default;
    explicit name_order(std::string what) : name(std::move(what)) {}
};
BOOST_DESCRIBE_STRUCT(name_order, (), (name))

struct domain_order {
    std::string name;
    /// Of an A record for the domain itself.
    std::optional<std::string> ip_address;
};
BOOST_DESCRIBE_STRUCT(domain_order, (), (name, ip_address))

/// To make a record, or to change one: what is absent then stays.
struct record_order {
    std::optional<std::string> type;
    std::optional<std::string> name;
    std::optional<std::string> data;
    std::optional<std::int64_t> priority;
    std::optional<std::int64_t> port;
    std::optional<std::int64_t> ttl;
    std::optional<std::int64_t> weight;
    std::optional<std::int64_t> flags;
    std::optional<std::string> tag;
};
BOOST_DESCRIBE_STRUCT(record_order, (), (type, name, data, priority, port, ttl, weight, flags, tag))

struct key_order {
    std::string name;
    /// `ssh-ed25519 AAAA… comment`.
    std::string public_key;
};
BOOST_DESCRIBE_STRUCT(key_order, (), (name, public_key))

/// One of the two.
struct reserved_ip_order {
    std::optional<std::string> region;
    std::optional<std::int64_t> droplet_id;
};
BOOST_DESCRIBE_STRUCT(reserved_ip_order, (), (region, droplet_id))

/// What is put into a firewall or behind a load balancer, or taken out.
struct members_order {
    std::optional<std::vector<std::int64_t>> droplet_ids;
    std::optional<std::vector<std::string>> tags;
};
BOOST_DESCRIBE_STRUCT(members_order, (), (droplet_ids, tags))

struct rules_order {
    std::vector<inbound_rule> inbound_rules;
    std::vector<outbound_rule> outbound_rules;
};
BOOST_DESCRIBE_STRUCT(rules_order, (), (inbound_rules, outbound_rules))

struct firewall_order {
    std::string name;
    std::vector<inbound_rule> inbound_rules;
    std::vector<outbound_rule> outbound_rules;
    std::vector<std::int64_t> droplet_ids;
    std::vector<std::string> tags;
};
BOOST_DESCRIBE_STRUCT(firewall_order, (), (name, inbound_rules, outbound_rules, droplet_ids, tags))

/// How health is looked at; how often and how long is DigitalOcean's default.
struct health_order {
    std::string protocol;
    std::int64_t port = 0;
    /// Not of tcp.
    std::optional<std::string> path;
};
BOOST_DESCRIBE_STRUCT(health_order, (), (protocol, port, path))

struct load_balancer_order {
    std::string name;
    std::string region;
    std::vector<forwarding_rule> forwarding_rules;
    health_order health_check;
    std::optional<digitalocean::sticky_sessions> sticky_sessions;
    /// One of the two.
    std::optional<std::vector<std::int64_t>> droplet_ids;
    std::optional<std::string> tag;
};
BOOST_DESCRIBE_STRUCT(load_balancer_order, (),
                      (name, region, forwarding_rules, health_check, sticky_sessions, droplet_ids,
                       tag))

/// Rules that a load balancer gets, or loses.
struct forwarding_order {
    std::vector<forwarding_rule> forwarding_rules;
};
BOOST_DESCRIBE_STRUCT(forwarding_order, (), (forwarding_rules))

struct vpc_order {
    std::string name;
    std::string region;
    std::optional<std::string> description;
    /// DigitalOcean chooses without one.
    std::optional<std::string> ip_range;
};
BOOST_DESCRIBE_STRUCT(vpc_order, (), (name, region, description, ip_range))

/// Makes one the default of its region, and the one before no more.
struct default_vpc_order {
    bool default_ = true;
};
BOOST_DESCRIBE_STRUCT(default_vpc_order, (), (default_))

/// The same of projects, of which one is the default.
struct default_project_order {
    bool is_default = true;
};
BOOST_DESCRIBE_STRUCT(default_project_order, (), (is_default))

struct project_order {
    std::string name;
    /// One of DigitalOcean's words, or another, before which it puts `Other: `.
    std::string purpose;
    std::optional<std::string> description;
    /// `Development`, `Staging`, `Production`.
    std::optional<std::string> environment;
};
BOOST_DESCRIBE_STRUCT(project_order, (), (name, purpose, description, environment))

/// What is put into a project, by URNs.
struct assignment_order {
    std::vector<std::string> resources;
};
BOOST_DESCRIBE_STRUCT(assignment_order, (), (resources))

struct tagging {
    std::string resource_id;
    std::string resource_type;
};
BOOST_DESCRIBE_STRUCT(tagging, (), (resource_id, resource_type))

/// What gets a tag, or loses it.
struct tagging_order {
    std::vector<tagging> resources;
};
BOOST_DESCRIBE_STRUCT(tagging_order, (), (resources))

} // namespace chatops::digitalocean
