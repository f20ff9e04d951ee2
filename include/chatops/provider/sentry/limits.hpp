// How much of what Sentry has is asked for at once.
#pragma once

#include <chrono>
#include <cstddef>

namespace chatops::sentry::limits {

/// Source: docs.sentry.io/api/pagination: at most 100 results a page.
inline constexpr std::size_t page_items = 100;
/// Between two looks for issues that are new or came back; an alert by mail is slower.
inline constexpr std::chrono::seconds watch_pause_seconds{10};
/// Issues among which one that came back is known from one that did before.
inline constexpr std::size_t watched_issues = 200;

} // namespace chatops::sentry::limits
