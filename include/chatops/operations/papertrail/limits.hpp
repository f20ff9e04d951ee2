// How much of what Papertrail has one answer holds, and how long a log is followed.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::operations::papertrail_limits {

/// Lines that one answer shows; more are read at Papertrail, or in an archive.
inline constexpr std::int64_t lines = 2'000;
/// Names that a person reads in one fact.
inline constexpr std::size_t names = 12;

/// In seconds: how far back a search goes, and how long a log is followed.
inline constexpr std::int64_t shortest_search = 1;
inline constexpr std::int64_t longest_search = 400LL * 86'400;
inline constexpr std::int64_t shortest_tail = 10;
inline constexpr std::int64_t longest_tail = 2 * 3'600;
inline constexpr std::chrono::minutes usual_tail{15};

} // namespace chatops::operations::papertrail_limits
