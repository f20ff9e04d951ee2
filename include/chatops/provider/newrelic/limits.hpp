// How much of what New Relic has is asked for, and how long what it is told may be.
#pragma once

#include <chrono>
#include <cstddef>

namespace chatops::newrelic::limits {

/// A name or an id; an entity's guid has some 60 letters.
inline constexpr std::size_t name_bytes = 255;
/// A line of a deployment; New Relic cuts longer ones.
inline constexpr std::size_t line_bytes = 4'096;
/// Source: docs.newrelic.com, "NRQL query limits": 4 KB a query.
inline constexpr std::size_t query_bytes = 4'096;
/// Letters and digits of an id that are enough to look for it.
inline constexpr std::size_t shortest_id = 4;
inline constexpr std::size_t shortest_guid = 20;
/// How far back issues and incidents are looked for: one that is open may have been so for weeks.
inline constexpr std::chrono::hours issue_window{30 * 24};
/// How far back is watched, and how often.
inline constexpr std::chrono::hours watch_window{24};
inline constexpr std::chrono::seconds watch_pause_seconds{20};
/// Of one user, on their way at once. Source: docs.newrelic.com, "NerdGraph usage limits".
inline constexpr std::size_t requests_at_once = 25;
/// Seconds that New Relic may work on a query; what takes longer than that is no question for a
/// chat.
inline constexpr int query_seconds = 20;

} // namespace chatops::newrelic::limits
