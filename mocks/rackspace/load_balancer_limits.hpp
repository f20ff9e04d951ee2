// Numbers of Rackspace's load balancers, each with where it is from; those marked [?] are guesses
// and easy to change.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::mocks::rackspace::limits {

/// Source: docs-cloud-load-balancers, general-api-info/limits.rst, Absolute limits.
inline constexpr std::size_t load_balancers = 25;
inline constexpr std::size_t balanced_nodes = 25;
inline constexpr std::size_t balancer_ipv6 = 25;
inline constexpr std::size_t balancer_deletes = 10;
inline constexpr std::size_t access_items = 100;
/// Source: general-api-info/paginated-collections.rst.
inline constexpr std::size_t balancer_page_items = 100;
/// Source: methods/post-create-load-balancer.
inline constexpr std::size_t balancer_name_characters = 128;
inline constexpr std::int64_t balancer_timeout_seconds = 120;
/// Source: methods/put-update-node, put-update-health-monitor.
inline constexpr std::int64_t node_weight = 100;
inline constexpr std::int64_t monitor_delay_seconds = 3'600;
inline constexpr std::int64_t monitor_timeout_seconds = 300;
inline constexpr std::int64_t monitor_attempts = 10;

/// Requests of a method. Source: limits.rst, Rate limits.
inline constexpr std::size_t balancer_reads_a_second = 10;
inline constexpr std::size_t balancer_reads_a_minute = 600;
inline constexpr std::size_t balancer_posts_a_second = 5;
inline constexpr std::size_t balancer_posts_a_minute = 300;

/// [?] How long things take here; on the platform it varies.
inline constexpr duration build_load_balancer{30'000};
inline constexpr duration update_load_balancer{6'000};
inline constexpr duration delete_load_balancer{10'000};
/// Source: api-reference/load-balancers.rst: DELETED is displayed for at least 90 days.
inline constexpr std::chrono::hours deleted_balancer_is_shown{24 * 90};

} // namespace chatops::mocks::rackspace::limits
