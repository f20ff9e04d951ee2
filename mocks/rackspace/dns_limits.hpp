// Numbers of Rackspace's DNS, each with where it is from; those marked [?] are guesses and easy to
// change.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::mocks::rackspace::limits {

/// Source: docs-cloud-dns, general-api-info/limits.rst, Absolute limits.
inline constexpr std::size_t dns_domains = 500;
inline constexpr std::size_t dns_domain_records = 500;
inline constexpr std::size_t dns_entities_at_once = 100;
/// Source: general-api-info/paginated-collections.rst.
inline constexpr std::size_t dns_page_items = 100;
/// Source: methods/post-create-domain.
inline constexpr std::int64_t dns_ttl_seconds = 300;
inline constexpr std::int64_t dns_ttl_usual_seconds = 3'600;
inline constexpr std::size_t dns_comment_characters = 160;
inline constexpr std::int64_t dns_priority = 65'535;

/// [?] How long a job waits here, and then runs; on the platform it varies.
inline constexpr duration dns_job_waits{1'000};
inline constexpr duration dns_job_runs{3'000};
/// Source: general-api-info/synchronous-and-asynchronous-responses.rst.
inline constexpr std::chrono::hours dns_job_is_kept{24};

} // namespace chatops::mocks::rackspace::limits
