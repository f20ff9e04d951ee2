// Numbers of Rackspace's, each with where it is from; those marked [?] are guesses and easy to
// change. Those of load balancers and DNS stand in files of their own.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::mocks::rackspace::limits {

/// Source: docs-cloud-identity, getting-started/manage-auth-tokens.rst: valid for 24 hours, and
/// who asks within the last hour is given a new one.
inline constexpr std::chrono::hours token_lifetime{24};
inline constexpr std::chrono::hours token_renewal{1};

/// Source: docs-cloud-servers, general-api-info/paginated-collections.rst.
inline constexpr std::size_t page_items = 1'000;
/// Source: openstack/nova, db/constants: what is named, and what a person calls it.
inline constexpr std::size_t name_bytes = 255;
/// [?] A request's body.
inline constexpr std::size_t body_bytes = 1 << 20;

/// Of a server's user data, as base64. Source: openstack/nova, api-ref/source/parameters.yaml.
inline constexpr std::size_t user_data_bytes = 65'535;

/// Of an account. Source: docs-cloud-servers, general-api-info/limits.rst, Absolute limits.
inline constexpr std::int64_t servers = 100;
inline constexpr std::int64_t ram_mb = 131'072;
inline constexpr std::size_t metadata_items = 40;
inline constexpr std::size_t personality_files = 5;
inline constexpr std::size_t personality_bytes = 1'000;
inline constexpr std::int64_t private_networks = 10;
/// [?] Source of the default: openstack/nova, conf/quota.py.
inline constexpr std::size_t keypairs = 100;

/// Source: docs-cloud-servers, post-resize-specified-server: confirmed by itself after 24 hours.
inline constexpr std::chrono::hours resize_is_confirmed{24};
/// How long a server that is gone is still told of to those who ask what has changed.
/// Source: docs-cloud-servers, general-api-info/efficient-polling.rst.
inline constexpr std::chrono::hours deleted_is_shown{24 * 30};

/// [?] How long things take here; on the platform it varies.
inline constexpr duration build_server{60'000};
inline constexpr duration destroy_server{5'000};
inline constexpr duration reboot_soft{20'000};
inline constexpr duration reboot_hard{30'000};
inline constexpr duration resize_server{120'000};
inline constexpr duration confirm_resize{10'000};
inline constexpr duration revert_resize{60'000};
inline constexpr duration rebuild_server{60'000};
inline constexpr duration rescue_server{40'000};
inline constexpr duration power{10'000};
inline constexpr duration change_password{10'000};
inline constexpr duration make_image{90'000};
inline constexpr duration migrate_server{120'000};

/// How many actions may be told beforehand to go wrong, at once.
inline constexpr std::int64_t planned_errors = 1'000;

} // namespace chatops::mocks::rackspace::limits
