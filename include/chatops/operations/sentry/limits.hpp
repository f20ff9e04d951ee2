// How much of what Sentry has one answer holds.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::operations::sentry_limits {

/// Issues, events or releases that one answer lists; nobody reads more on a telephone.
inline constexpr int listed = 100;
/// Characters of an error's own words in a table, and in a title.
inline constexpr std::size_t words_in_table = 60;
inline constexpr std::size_t words_in_title = 150;
/// Of an event's id in a table.
inline constexpr std::size_t event_digits = 12;
/// Calls of a stack, and tags, that an answer shows.
inline constexpr std::size_t frames = 10;
inline constexpr std::size_t tags = 12;
/// Issues that one line names.
inline constexpr std::size_t named_issues = 20;

/// In seconds: how far back is looked, and how long an issue is ignored.
inline constexpr std::int64_t shortest_past = 60;
inline constexpr std::int64_t longest_past = 90 * 24 * 3'600;
inline constexpr std::int64_t shortest_silence = 60;
inline constexpr std::int64_t longest_silence = 365 * 24 * 3'600;
/// Within which so many events or people are met. Source: sentry,
/// api/helpers/group_index/validators.
inline constexpr std::int64_t shortest_window = 60;
inline constexpr std::int64_t longest_window = 7 * 24 * 3'600;
/// Events or people until an ignored issue is not ignored any more.
inline constexpr std::int64_t most_until = 1'000'000;

/// In seconds: how long news are waited for.
inline constexpr std::int64_t shortest_watch = 30;
inline constexpr std::int64_t longest_watch = 8 * 3'600;
inline constexpr std::chrono::minutes usual_watch{60};

} // namespace chatops::operations::sentry_limits
