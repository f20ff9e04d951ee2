// What DigitalOcean has, as its API shows it: droplets and what they are made of. Only what is
// used.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::digitalocean {

// Sources: digitalocean/openapi, specification/resources/*/models. What a token without the scope
// for it does not get to see is optional.

/// Where things of one sort are: the path of all of them, and what the member of an answer is
/// called that holds one or many.
struct place {
    std::string_view path;
    std::string_view one;
    std::string_view many;
};

/// A data centre.
struct region {
    static constexpr place at{"/v2/regions", "region", "regions"};

    std::string slug;
    std::string name;
    bool available = true;
    std::optional<std::vector<std::string>> features;

    friend bool operator==(const region&, const region&) = default;
};
BOOST_DESCRIBE_STRUCT(region, (), (slug, name, available, features))

struct size {
    static constexpr place at{"/v2/sizes", "size", "sizes"};

    std::string slug;
    /// MiB.
    std::int64_t memory = 0;
    std::int64_t vcpus = 0;
    /// GiB.
    std::int64_t disk = 0;
    /// US dollars.
    double price_monthly = 0;
    bool available = true;
    std::vector<std::string> regions;

    friend bool operator==(const size&, const size&) = default;
};
BOOST_DESCRIBE_STRUCT(size, (), (slug, memory, vcpus, disk, price_monthly, available, regions))

/// A disk to make droplets from: DigitalOcean's own, a snapshot, a backup.
struct image {
    static constexpr place at{"/v2/images", "image", "images"};

    std::int64_t id = 0;
    std::string name;
    std::optional<std::string> distribution;
    /// Only DigitalOcean's own have one.
    std::optional<std::string> slug;
    std::optional<std::string> type;
    std::optional<std::vector<std::string>> regions;
    /// GiB.
    std::optional<std::int64_t> min_disk_size;
    std::optional<double> size_gigabytes;
    std::optional<time_point> created_at;
    /// Everybody's, and so nobody's to change.
    std::optional<bool> public_;

    friend bool operator==(const image&, const image&) = default;
};
BOOST_DESCRIBE_STRUCT(image, (),
                      (id, name, distribution, slug, type, regions, min_disk_size, size_gigabytes,
                       created_at, public_))

struct address {
    std::string ip_address;
    /// `public` or `private`.
    std::string type;

    friend bool operator==(const address&, const address&) = default;
};
BOOST_DESCRIBE_STRUCT(address, (), (ip_address, type))

struct networks {
    std::vector<address> v4;
    std::optional<std::vector<address>> v6;

    friend bool operator==(const networks&, const networks&) = default;
};
BOOST_DESCRIBE_STRUCT(networks, (), (v4, v6))

/// A region as part of another thing.
struct place_name {
    std::string slug;

    friend bool operator==(const place_name&, const place_name&) = default;
};
BOOST_DESCRIBE_STRUCT(place_name, (), (slug))

/// A virtual machine.
struct droplet {
    static constexpr place at{"/v2/droplets", "droplet", "droplets"};

    std::int64_t id = 0;
    std::string name;
    /// `new`, `active`, `off`, `archive`, or what DigitalOcean may add.
    std::string status;
    /// MiB.
    std::int64_t memory = 0;
    std::int64_t vcpus = 0;
    /// GiB.
    std::int64_t disk = 0;
    std::string size_slug;
    place_name region;
    /// Empty while it is made.
    digitalocean::networks networks;
    std::optional<digitalocean::image> image;
    std::optional<std::vector<std::string>> tags;
    std::optional<std::vector<std::int64_t>> backup_ids;
    std::optional<std::vector<std::int64_t>> snapshot_ids;
    std::optional<std::vector<std::string>> volume_ids;
    std::optional<std::vector<std::string>> features;
    time_point created_at;

    friend bool operator==(const droplet&, const droplet&) = default;
};
BOOST_DESCRIBE_STRUCT(droplet, (),
                      (id, name, status, memory, vcpus, disk, size_slug, region, networks, image,
                       tags, backup_ids, snapshot_ids, volume_ids, features, created_at))

/// Something that DigitalOcean does and that takes its time.
struct action {
    static constexpr place at{"/v2/actions", "action", "actions"};

    std::int64_t id = 0;
    /// `in-progress`, `completed`, `errored`.
    std::string status;
    /// `reboot`, `resize`, …
    std::string type;
    /// Whole seconds of DigitalOcean's clock.
    time_point started_at;
    std::optional<time_point> completed_at;
    /// Not of a volume's, whose id is no number.
    std::optional<std::int64_t> resource_id;
    /// `droplet`, `image`, `volume`, `reserved_ip`.
    std::optional<std::string> resource_type;
    std::optional<std::string> region_slug;

    friend bool operator==(const action&, const action&) = default;
};
BOOST_DESCRIBE_STRUCT(action, (),
                      (id, status, type, started_at, completed_at, resource_id, resource_type,
                       region_slug))

/// A copy of a droplet's disk or of a volume.
struct snapshot {
    static constexpr place at{"/v2/snapshots", "snapshot", "snapshots"};

    /// A number as text for a droplet's, a UUID for a volume's.
    std::string id;
    std::string name;
    time_point created_at;
    std::vector<std::string> regions;
    /// What is made from it needs so many GB at least.
    std::int64_t min_disk_size = 0;
    /// What is paid for: less than the disk that it is a copy of.
    double size_gigabytes = 0;
    std::string resource_id;
    /// `droplet` or `volume`.
    std::string resource_type;

    friend bool operator==(const snapshot&, const snapshot&) = default;
};
BOOST_DESCRIBE_STRUCT(snapshot, (),
                      (id, name, created_at, regions, min_disk_size, size_gigabytes, resource_id,
                       resource_type))

/// A disk that can be attached to one droplet at a time, of the same region.
struct volume {
    static constexpr place at{"/v2/volumes", "volume", "volumes"};

    std::string id;
    /// No other of its region has it.
    std::string name;
    place_name region;
    std::int64_t size_gigabytes = 0;
    /// One at most.
    std::vector<std::int64_t> droplet_ids;
    std::optional<std::string> filesystem_type;
    std::optional<std::vector<std::string>> tags;
    std::optional<std::string> description;
    time_point created_at;

    friend bool operator==(const volume&, const volume&) = default;
};
BOOST_DESCRIBE_STRUCT(volume, (),
                      (id, name, region, size_gigabytes, droplet_ids, filesystem_type, tags,
                       description, created_at))

/// How many things of one sort have a tag.
struct tagged_count {
    std::int64_t count = 0;

    friend bool operator==(const tagged_count&, const tagged_count&) = default;
};
BOOST_DESCRIBE_STRUCT(tagged_count, (), (count))

struct tagged {
    std::int64_t count = 0;
    tagged_count droplets;
    std::optional<tagged_count> images;
    std::optional<tagged_count> volumes;
    std::optional<tagged_count> volume_snapshots;
    std::optional<tagged_count> databases;

    friend bool operator==(const tagged&, const tagged&) = default;
};
BOOST_DESCRIBE_STRUCT(tagged, (), (count, droplets, images, volumes, volume_snapshots, databases))

/// A word on droplets and other things, by which they are chosen together.
struct tag {
    static constexpr place at{"/v2/tags", "tag", "tags"};

    std::string name;
    tagged resources;

    friend bool operator==(const tag&, const tag&) = default;
};
BOOST_DESCRIBE_STRUCT(tag, (), (name, resources))

/// A zone that DigitalOcean's name servers answer for.
struct domain {
    static constexpr place at{"/v2/domains", "domain", "domains"};

    std::string name;
    /// Seconds.
    std::optional<std::int64_t> ttl;

    friend bool operator==(const domain&, const domain&) = default;
};
BOOST_DESCRIBE_STRUCT(domain, (), (name, ttl))

/// A line of a zone. Its path hangs on its domain.
struct record {
    static constexpr place at{{}, "domain_record", "domain_records"};

    std::int64_t id = 0;
    /// `A`, `MX`, …
    std::string type;
    /// Within the domain; `@` for the domain itself.
    std::string name;
    std::string data;
    /// Of MX and SRV: lower comes first.
    std::optional<std::int64_t> priority;
    /// Seconds.
    std::optional<std::int64_t> ttl;
    /// Of SRV.
    std::optional<std::int64_t> port;
    std::optional<std::int64_t> weight;
    /// Of CAA.
    std::optional<std::int64_t> flags;
    std::optional<std::string> tag;

    friend bool operator==(const record&, const record&) = default;
};
BOOST_DESCRIBE_STRUCT(record, (), (id, type, name, data, priority, ttl, port, weight, flags, tag))

/// A public key that new droplets can be opened with.
struct ssh_key {
    static constexpr place at{"/v2/account/keys", "ssh_key", "ssh_keys"};

    std::int64_t id = 0;
    std::string name;
    std::string fingerprint;
    std::optional<std::string> public_key;

    friend bool operator==(const ssh_key&, const ssh_key&) = default;
};
BOOST_DESCRIBE_STRUCT(ssh_key, (), (id, name, fingerprint, public_key))

/// When a droplet is backed up.
struct backup_policy {
    /// `daily` or `weekly`.
    std::string plan;
    /// Of a weekly one: `SUN`.
    std::optional<std::string> weekday;
    /// UTC: 0, 4, 8, 12, 16 or 20.
    std::optional<std::int64_t> hour;

    friend bool operator==(const backup_policy&, const backup_policy&) = default;
};
BOOST_DESCRIBE_STRUCT(backup_policy, (), (plan, weekday, hour))

struct backup_window {
    time_point start;
    time_point end;

    friend bool operator==(const backup_window&, const backup_window&) = default;
};
BOOST_DESCRIBE_STRUCT(backup_window, (), (start, end))

/// Whether a droplet is backed up, and when. Its path hangs on the droplet.
struct backup_state {
    static constexpr place at{{}, "policy", {}};

    bool backup_enabled = false;
    std::optional<digitalocean::backup_policy> backup_policy;
    /// The next one.
    std::optional<backup_window> next_backup_window;

    friend bool operator==(const backup_state&, const backup_state&) = default;
};
BOOST_DESCRIBE_STRUCT(backup_state, (), (backup_enabled, backup_policy, next_backup_window))

/// A group of things, as people see them in the control panel.
struct project {
    static constexpr place at{"/v2/projects", "project", "projects"};

    std::string id;
    /// No other has it.
    std::string name;
    std::optional<std::string> description;
    std::optional<std::string> purpose;
    /// `Development`, `Staging`, `Production`, or nothing.
    std::optional<std::string> environment;
    bool is_default = false;
    time_point created_at;

    friend bool operator==(const project&, const project&) = default;
};
BOOST_DESCRIBE_STRUCT(project, (),
                      (id, name, description, purpose, environment, is_default, created_at))

/// A thing in a project. Its path hangs on the project.
struct project_resource {
    static constexpr place at{{}, {}, "resources"};

    /// `do:droplet:3164494`
    std::string urn;
    /// `ok`; of one that was put there `assigned`, `already_assigned` or `not_found`.
    std::string status;

    friend bool operator==(const project_resource&, const project_resource&) = default;
};
BOOST_DESCRIBE_STRUCT(project_resource, (), (urn, status))

struct team {
    std::string name;

    friend bool operator==(const team&, const team&) = default;
};
BOOST_DESCRIBE_STRUCT(team, (), (name))

/// Whose all this is, and how much there may be of it.
struct account_facts {
    static constexpr place at{"/v2/account", "account", {}};

    std::optional<std::string> email;
    std::optional<std::string> name;
    bool email_verified = true;
    /// `active`, `warning` or `locked`.
    std::string status;
    std::string status_message;
    std::int64_t droplet_limit = 0;
    std::optional<std::int64_t> reserved_ip_limit;
    std::optional<std::int64_t> volume_limit;
    std::optional<digitalocean::team> team;

    friend bool operator==(const account_facts&, const account_facts&) = default;
};
BOOST_DESCRIBE_STRUCT(account_facts, (),
                      (email, name, email_verified, status, status_message, droplet_limit,
                       reserved_ip_limit, volume_limit, team))

/// US dollars, as text: `23.44`.
struct balance {
    std::string month_to_date_balance;
    std::string account_balance;
    std::string month_to_date_usage;
    time_point generated_at;

    friend bool operator==(const balance&, const balance&) = default;
};
BOOST_DESCRIBE_STRUCT(balance, (),
                      (month_to_date_balance, account_balance, month_to_date_usage, generated_at))

} // namespace chatops::digitalocean
