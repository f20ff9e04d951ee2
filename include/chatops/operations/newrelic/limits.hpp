// How much of what New Relic has one answer holds.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::operations::newrelic_limits {

/// Issues, incidents or deployments that one answer lists; nobody reads more on a telephone.
inline constexpr std::size_t listed = 50;
/// Deployments and issues beside an application.
inline constexpr std::size_t shown_with_app = 5;
/// Rows and columns of a query's answer; a table has no room for more, and `--json` has all.
inline constexpr std::size_t query_rows = 100;
inline constexpr std::size_t query_columns = 8;
/// Of a cell of it.
inline constexpr std::size_t cell_bytes = 120;
/// Characters of an id: what fits into a table and is still one thing's only.
inline constexpr std::size_t short_id = 8;
/// Points of a chart: what a phone shows side by side.
inline constexpr std::int64_t chart_points = 36;
/// How far back deployments are listed without another word.
inline constexpr std::chrono::hours deployment_window{30 * 24};
/// The same of issues and incidents that are closed.
inline constexpr std::chrono::hours closed_window{24};

/// In seconds: how far back a person may ask, how long is muted, how long is watched.
/// Of a deployment that is recorded late. Source: NerdGraph's schema,
/// ChangeTrackingDeploymentInput: within 24 hours.
inline constexpr std::int64_t shortest_ago = 60;
inline constexpr std::int64_t longest_ago = 23 * 3'600;
inline constexpr std::int64_t shortest_back = 60;
inline constexpr std::int64_t longest_back = 90 * 24 * 3'600;
inline constexpr std::int64_t shortest_mute = 5 * 60;
inline constexpr std::int64_t longest_mute = 30 * 24 * 3'600;
inline constexpr std::int64_t shortest_watch = 60;
inline constexpr std::int64_t longest_watch = 12 * 3'600;
inline constexpr std::chrono::hours usual_watch{1};
inline constexpr std::int64_t shortest_chart = 10 * 60;
inline constexpr std::int64_t longest_chart = 30 * 24 * 3'600;
inline constexpr std::chrono::hours usual_chart{1};
/// How far back hosts are compared, and after what silence one is remarkable.
inline constexpr std::chrono::minutes usual_hosts{30};
inline constexpr std::chrono::minutes host_silence{5};
/// Of the goal of an application's answers: milliseconds.
inline constexpr std::int64_t shortest_goal = 1;
inline constexpr std::int64_t longest_goal = 3'600'000;

} // namespace chatops::operations::newrelic_limits
