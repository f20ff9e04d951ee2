// Numbers of DigitalOcean's, each with where it is from; those marked [?] are guesses and easy to
// change.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::mocks::digitalocean::limits {

/// Requests of one token. Each counts for an hour, and for a minute against the burst.
/// Source: digitalocean/openapi, specification/description.yml, Rate Limit.
inline constexpr std::size_t requests_an_hour = 5'000;
inline constexpr std::size_t requests_a_minute = 250;
/// `GET /v2/account/keys`, apart. Source: the same.
inline constexpr std::size_t key_lists_a_minute = 10;

/// Source: the same, Links & Pagination.
inline constexpr std::size_t page_items = 20;
inline constexpr std::size_t page_items_max = 200;

/// [?] A request's body; user data are 64 KiB.
inline constexpr std::size_t body_bytes = 1 << 20;
/// Source: resources/droplets/models/droplet_create.yml.
inline constexpr std::size_t user_data_bytes = 64U << 10;
/// Source: resources/droplets/droplets_create.yml.
inline constexpr std::size_t droplets_at_once = 10;
/// Source: resources/droplets/models/droplet_single_create.yml.
inline constexpr std::size_t name_bytes = 255;

/// [?] The number of the team that owns the projects.
inline constexpr std::int64_t owner_number = 258'992;

/// [?] Of an account. Source of the defaults: docs.digitalocean.com, "Limits".
inline constexpr int reserved_ips = 3;
inline constexpr int volumes = 100;

/// Source: resources/volumes/models; docs.digitalocean.com, "Volumes Limits".
inline constexpr std::size_t volume_name_bytes = 64;
inline constexpr std::int64_t volume_gb = 16'384;
inline constexpr int droplet_volumes = 7;
/// Source: Pelado-Nerdworks/peladonerd#44.
inline constexpr std::int64_t record_ttl_seconds = 30;

/// Source: resources/vpcs/models/vpc.yml, and the changelog of 2023 for the smallest.
inline constexpr int vpc_prefix = 20;
inline constexpr int vpc_prefix_min = 16;
inline constexpr int vpc_prefix_max = 28;
/// Source: resources/projects/models/project.yml.
inline constexpr std::size_t project_name_bytes = 175;

/// [?] Machines of a region that droplets are spread over here; few, so that there are neighbors.
inline constexpr std::uint64_t hosts = 8;
/// How many actions may be told beforehand to go wrong, at once.
inline constexpr std::int64_t planned_errors = 1'000;

/// [?] How long things take here; on the platform it varies.
inline constexpr duration create_droplet{20'000};
inline constexpr duration destroy_droplet{3'000};
inline constexpr duration power{5'000};
inline constexpr duration reboot{10'000};
inline constexpr duration resize_droplet{60'000};
inline constexpr duration make_image{40'000};
inline constexpr duration rebuild_droplet{50'000};
inline constexpr duration small_change{2'000};
inline constexpr duration move_volume{10'000};
inline constexpr duration move_ip{5'000};
inline constexpr duration follow_firewall{5'000};
inline constexpr duration make_load_balancer{60'000};
inline constexpr duration change_load_balancer{10'000};
/// How long a droplet still shows `active` once its `power_off` is completed.
/// Source: digitalocean/droplet_kit#50, "a few seconds".
inline constexpr duration power_lag{2'000};

} // namespace chatops::mocks::digitalocean::limits
