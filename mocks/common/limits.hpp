// What a mock keeps of what it saw, and how far its clock goes.
#pragma once

#include <chrono>
#include <cstddef>

namespace chatops::mocks::limits {

/// Requests that can be read back; a test's or a demo's are far fewer, a benchmark's must not fill
/// memory.
inline constexpr std::size_t recorded_requests = 1'000;
/// Of each body; larger ones are uploads.
inline constexpr std::size_t recorded_body_bytes = 64U << 10;
/// One step forward: a hundred years, so that milliseconds stay far from their end.
inline constexpr std::chrono::seconds clock_advance_seconds{std::chrono::hours(24) * 36'525};

/// Rounds of work that one event may cause at one moment: a person's line causes three or four.
inline constexpr std::size_t pump_rounds = 10'000;

} // namespace chatops::mocks::limits
