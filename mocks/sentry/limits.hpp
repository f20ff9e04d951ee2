// Numbers of Sentry's, each with where it is from; those marked [?] are guesses and easy to change.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chatops::mocks::sentry::limits {

/// Source: docs.sentry.io/api/pagination: 100 results a page, and never more.
inline constexpr std::size_t page_items = 100;

/// [?] A request's body; nothing that the API takes comes near it.
inline constexpr std::size_t body_bytes = 1 << 20;
/// [?] A search; what is longer is no search of a person's.
inline constexpr std::size_t search_bytes = 4'096;

/// Source: getsentry/sentry, src/sentry/models/release.py, DB_VERSION_LENGTH.
inline constexpr std::size_t version_characters = 250;
/// Source: the same, api/helpers/group_index/validators/status_details.py: a week.
inline constexpr std::int64_t snooze_window_minutes = 7 * 24 * 60;
/// [?] A snooze; what is longer is meant to be for ever.
inline constexpr std::int64_t snooze_minutes = 10 * 365 * 24 * 60;
inline constexpr std::int64_t snooze_count = 1'000'000;

/// Events of an issue that can be looked at; on the platform older ones are dropped in the course
/// of time.
inline constexpr std::int64_t events_kept = 1'000;
/// [?] How long a deleted issue's single events are in their project's list: the events' own store
/// follows the database. Source of that: api/helpers/group_index/delete.py, start_delete_groups.
inline constexpr std::chrono::seconds events_outlive_seconds{10};
/// How long an issue is for review, if nobody reviews it.
/// Source: issues/endpoints/organization_group_index.py, inbox_search: a week.
inline constexpr std::chrono::hours review_hours{24 * 7};
/// Events that may be told at once to happen.
inline constexpr std::int64_t told_events = 10'000;
/// [?] Issues that one change without ids takes: as many as a page of the web page's bulk actions.
inline constexpr std::size_t bulk_issues = 1'000;
/// Intervals of one statistic. Source: snuba's own limit, 10,000 rows; fewer are readable.
inline constexpr std::int64_t stat_intervals = 1'000;

/// How far back issues are looked for where nothing is said.
/// Source: src/sentry/search/snuba/executors.py, 90 days.
inline constexpr std::chrono::hours issue_age_hours{24 * 90};

/// Requests in a window of so long, for each caller and endpoint.
/// Source: the `rate_limits` of the endpoints in getsentry/sentry; [?] for those without any.
struct rate {
    int requests = 40;
    std::chrono::seconds window{1};
};
inline constexpr rate usual_rate{};
inline constexpr rate issue_list_rate{10, std::chrono::seconds(1)};
inline constexpr rate issue_rate{5, std::chrono::seconds(1)};
inline constexpr rate delete_rate{5, std::chrono::seconds(5)};
inline constexpr rate project_events_rate{60, std::chrono::seconds(60)};
/// [?] How many of a caller's requests are answered at once.
inline constexpr int concurrent_requests = 25;

} // namespace chatops::mocks::sentry::limits
