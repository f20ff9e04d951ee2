// All that a DigitalOcean account holds, as plain data.
#pragma once

#include "chatops/core/random.hpp"
#include "mocks/common/rate.hpp"
#include "mocks/digitalocean/domain.hpp"
#include "mocks/digitalocean/errors.hpp"
#include "mocks/digitalocean/firewall.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/load_balancer.hpp"
#include "mocks/digitalocean/offers.hpp"
#include "mocks/digitalocean/project.hpp"
#include "mocks/digitalocean/seed.hpp"
#include "mocks/digitalocean/ssh_key.hpp"
#include "mocks/digitalocean/volume.hpp"
#include "mocks/digitalocean/vpc.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::digitalocean {

/// What a droplet's disk can be made of: a public image, or one of the account's own.
struct image {
    std::int64_t id = 0;
    std::string name;
    /// `base`, `snapshot`, `backup` or `custom`.
    std::string type = "snapshot";
    /// Of a public one: `distribution` or `application`.
    std::string kind;
    std::string distribution;
    std::optional<std::string> slug;
    std::string description;
    /// Slugs of the regions where it is.
    std::vector<std::string> regions;
    std::vector<std::string> tags;
    int min_disk_gb = 0;
    double size_gb = 0;
    std::string status = "available";
    /// The droplet that it was taken of.
    std::optional<std::int64_t> source_droplet;
    time_point created_at;

    [[nodiscard]] bool is_public() const { return type == "base"; }
    [[nodiscard]] bool is_in(std::string_view region_slug) const;
};

/// When a droplet is backed up.
struct backup_policy {
    /// `daily` or `weekly`.
    std::string plan = "daily";
    /// `SUN` … `SAT`; for a weekly plan.
    std::string weekday = "SUN";
    /// 0, 4, 8, 12, 16 or 20, UTC.
    int hour = 20;
};

struct droplet {
    std::int64_t id = 0;
    std::string name;
    const digitalocean::size* size = nullptr;
    /// Grows with the size when a resize says so, and never shrinks.
    int disk_gb = 0;
    /// `new`, `active` or `off`.
    std::string status = "new";
    bool ignores_shutdown = false;
    std::optional<backup_policy> backups;
    bool ipv6 = false;
    bool monitoring = false;
    bool public_networking = true;
    image made_of;
    const digitalocean::region* region = nullptr;
    /// Empty until the droplet is made.
    std::string public_ip;
    std::string private_ip;
    std::string public_ipv6;
    std::vector<std::string> tags;
    std::string vpc_uuid;
    /// The machine below: droplets on the same one are neighbors.
    int host = 0;
    time_point created_at;
    /// When it will show what a completed `power_off` did.
    std::optional<time_point> off_at;
};

/// Something that takes time, or took it.
struct action {
    std::int64_t id = 0;
    /// `in-progress`, `completed` or `errored`.
    std::string status = "in-progress";
    std::string type;
    /// `droplet`, `image`, …
    std::string resource_type = "droplet";
    std::optional<std::int64_t> resource_id;
    const digitalocean::region* region = nullptr;
    time_point started_at;
    std::optional<time_point> completed_at;
    std::optional<time_point> settles_at;
    /// The droplet that can do nothing else meanwhile.
    std::optional<std::int64_t> busy_droplet;
    /// What it will do: the new name, size or region, or what else it is about.
    std::string subject;
    std::int64_t image_id = 0;
    /// Of a volume that is resized; of an address that is assigned, its droplet.
    std::int64_t amount = 0;
    bool with_disk = false;
    std::optional<backup_policy> policy;
    /// It will end as `errored`, without effect: `/_mock/errored_actions` asked for that.
    bool fails = false;
};

/// Actions that are to go wrong: the next `count` of that type; or changes of a `firewall` or a
/// `load_balancer`.
struct planned_error {
    std::string type;
    int count = 1;
};

/// Money of this month that destroyed droplets cost.
struct past_usage {
    double usd = 0;
    time_point month;
};

struct account_state {
    account_state(const seed& given, std::uint64_t chance, time_point began);

    std::string token;
    std::string email;
    std::string name;
    std::string uuid;
    std::string team_name;
    std::string team_uuid;
    int droplet_limit = 0;
    int balance_cents = 0;
    past_usage spent;
    /// The moment of this call.
    time_point now;
    rate_window rate{limits::requests_an_hour, std::chrono::hours(1)};
    rate_window burst{limits::requests_a_minute, std::chrono::minutes(1)};
    rate_window key_lists{limits::key_lists_a_minute, std::chrono::minutes(1)};

    std::vector<droplet> droplets;
    /// Public ones first.
    std::vector<image> images;
    /// Oldest first.
    std::vector<action> actions;
    std::vector<std::string> tags;
    std::vector<ssh_key> ssh_keys;
    std::vector<domain> domains;
    std::vector<firewall> firewalls;
    std::vector<load_balancer> load_balancers;
    std::vector<volume> volumes;
    std::vector<volume_snapshot> volume_snapshots;
    std::vector<reserved_ip> reserved_ips;
    std::vector<vpc> vpcs;
    /// One of them is the default.
    std::vector<project> projects;
    std::vector<assignment> assignments;
    std::vector<planned_error> planned_errors;

    /// A UUID for a thing of the account.
    std::string new_uuid();
    /// Drawn apart, so that things keep their ids however often someone looks at them.
    std::string new_request_id();
    std::int64_t new_droplet_id() { return next_number(last_droplet_id_); }
    /// Larger than 32 bits hold, as the platform's are.
    std::int64_t new_action_id() { return next_number(last_action_id_); }
    std::int64_t new_image_id() { return next_number(last_image_id_); }
    std::int64_t new_key_id() { return next_number(last_key_id_); }
    std::int64_t new_record_id() { return next_number(last_record_id_); }
    random_source& chance() { return ids_; }
    /// Of the ranges that RFC 5737 keeps for examples.
    std::string new_public_ip();
    /// One that nothing else in the network has; the caller knows that there is room.
    std::string new_private_ip(const vpc& in);
    /// Of the range that RFC 3849 keeps for examples.
    std::string new_public_ipv6();

    /// Refuse with 404 when there is none of that id.
    droplet& droplet_of(std::string_view id);
    image& image_of(std::string_view id_or_slug);
    action& action_of(std::string_view id);
    ssh_key& key_of(std::string_view id_or_fingerprint);
    domain& domain_of(std::string_view domain_name);
    firewall& firewall_of(std::string_view id);
    load_balancer& load_balancer_of(std::string_view id);
    volume& volume_of(std::string_view id);
    reserved_ip& reserved_ip_of(std::string_view ip);
    vpc& vpc_of(std::string_view id);
    /// `default` is one, too.
    project& project_of(std::string_view id);
    droplet* find_droplet(std::int64_t id);
    image* find_image(std::int64_t id);
    image* find_image(std::string_view id_or_slug);

    /// What is made in the region and names no network gets into this one.
    vpc& default_vpc(const region& where);
    /// An action of the droplet goes on.
    [[nodiscard]] bool is_busy(const droplet& which) const;
    /// An action of that thing goes on.
    [[nodiscard]] bool is_busy(std::string_view resource_type, std::int64_t id) const;
    [[nodiscard]] bool is_busy(const volume& which) const;
    [[nodiscard]] bool has_tag(std::string_view tag) const;
    /// Tags come to be when something gets them.
    void know_tag(const std::string& tag);
    /// Whether someone asked that the next of that type go wrong.
    bool takes_planned_error(std::string_view type);

    /// The next moment at which something happens by itself.
    [[nodiscard]] std::optional<time_point> due() const;

  private:
    std::int64_t next_number(std::int64_t& last);

    seeded_random ids_;
    seeded_random request_ids_;
    std::int64_t last_droplet_id_;
    std::int64_t last_action_id_;
    std::int64_t last_image_id_;
    std::int64_t last_key_id_;
    std::int64_t last_record_id_;
    int given_ips_ = 0;
};

/// The whole number that a word of a path is; nothing if it is none.
std::optional<std::int64_t> number_in(std::string_view word);

bool has(const std::vector<std::string>& all, std::string_view one);

} // namespace chatops::mocks::digitalocean
