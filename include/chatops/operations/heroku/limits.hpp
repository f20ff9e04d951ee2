// How much of what Heroku has one answer or one record holds.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::operations::heroku_limits {

/// Releases or builds that one answer lists; nobody reads more on a telephone.
inline constexpr int listed = 100;
/// Among so many of the newest, one is looked for.
inline constexpr std::size_t looked_through = 200;
/// Releases among which what runs, what ran before it, and what was made meanwhile are looked for.
inline constexpr std::size_t releases_seen = 15;
/// Characters of an id: what fits into a table and is still one thing's only.
inline constexpr std::size_t short_id = 8;
/// Lines of a log. Source: devcenter.heroku.com, "Logging", Log History Limits.
inline constexpr int log_lines = 1'500;
/// Output that a step records, of the 64 KiB that a record has: its end.
inline constexpr std::size_t recorded_output_bytes = 24 << 10;

/// In seconds: how long a log is followed, how long a command's end is waited for, and how long one
/// may run.
inline constexpr std::int64_t shortest_tail = 10;
inline constexpr std::int64_t longest_tail = 2 * 3'600;
inline constexpr std::chrono::minutes usual_tail{15};
inline constexpr std::int64_t shortest_wait = 60;
inline constexpr std::int64_t longest_wait = 24 * 3'600;
inline constexpr std::int64_t shortest_life = 60;
/// Source: `time_to_live` in heroku/platform-api's schema.json.
inline constexpr std::int64_t longest_life = 24 * 3'600;

} // namespace chatops::operations::heroku_limits
