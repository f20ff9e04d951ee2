// How much is asked of Papertrail at once, and how often.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::papertrail::limits {

/// Of a search; Papertrail gives at most 10,000. Source: "Log search API", Query parameters.
inline constexpr std::size_t page_events = 1'000;
/// Requests of one search: each looks for some five seconds.
inline constexpr int pages = 200;

/// All of a search that a person waits for.
inline constexpr std::chrono::seconds search_patience_seconds{60};

/// What a log that is followed begins with.
inline constexpr std::size_t tail_first_events = 10;
/// One request of it; more are asked for at once.
inline constexpr std::size_t tail_page_events = 1'000;
/// Between two of them while nothing comes: as often as papertrail-cli asks.
inline constexpr std::chrono::seconds tail_pause_seconds{2};

/// How far Papertrail's clock may be ahead of ours.
inline constexpr std::chrono::hours clock_difference_hours{1};

} // namespace chatops::papertrail::limits
