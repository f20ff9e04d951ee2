// Numbers of Papertrail's, each with where it is from; those marked [?] are guesses and easy to
// change.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::mocks::papertrail::limits {

/// [?] Requests in a window that begins with its first one; what people report.
inline constexpr int rate_requests = 25;
inline constexpr duration rate_window{5'000};

/// Source: documentation.solarwinds.com, Papertrail, "Log search API", Query parameters.
inline constexpr std::int64_t events_default = 1'000;
inline constexpr std::int64_t events_max = 10'000;

/// What a request looks through before its time is up, instead of the five seconds that the real
/// one has: the same for everyone who asks. Source of the five seconds: the same, Per-request time
/// limit.
inline constexpr std::int64_t examined_events = 50'000;

/// Of those who are recognized by their address. Source: "Settings API", its example of a system.
inline constexpr int address_port = 514;

/// [?] A search, and how deep its parentheses go.
inline constexpr std::size_t query_bytes = 4'096;
inline constexpr int query_depth = 32;

/// [?] A request's body.
inline constexpr std::size_t body_bytes = 1 << 20;

/// What a control route takes: more lines a second than this would share milliseconds.
inline constexpr std::int64_t lines_a_second = 1'000;
inline constexpr std::size_t written_lines = 100'000;

/// [?] How long what was written can be searched, and how long a day's archive is kept.
inline constexpr std::chrono::hours searchable{48};
inline constexpr int archived_days = 7;
/// Lines of one archive's file: those that came first.
inline constexpr std::int64_t archived_lines = 100'000;
/// [?] What a line is counted as.
inline constexpr std::int64_t line_bytes = 110;

} // namespace chatops::mocks::papertrail::limits
