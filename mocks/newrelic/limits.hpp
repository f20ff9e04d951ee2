// Numbers of New Relic's, each with where it is from; those marked [?] are guesses and easy to
// change.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstddef>

namespace chatops::mocks::newrelic::limits {

/// [?] A request's body; nothing that the API takes comes near it.
inline constexpr std::size_t body_bytes = 1 << 20;

/// [?] How deep selections, values and types may stand in each other.
inline constexpr int document_depth = 64;
/// [?] Fields, with those of fragments counted wherever they are spread: a document of a few lines
/// can ask for millions.
inline constexpr std::size_t operation_fields = 10'000;

/// Source: docs.newrelic.com, "NRQL query rate limits": 3,000 queries a minute and account.
inline constexpr int nrql_queries_a_minute = 3'000;
/// Source: docs.newrelic.com, "API overload protection": about 1,000 calls of REST v2 a minute.
inline constexpr int rest_calls_a_minute = 1'000;

/// Source: docs.newrelic.com, "NRQL syntax, clauses, and functions": LIMIT, TIMESERIES, SINCE.
inline constexpr std::size_t nrql_events = 100;
inline constexpr std::size_t nrql_facets = 10;
inline constexpr std::size_t nrql_rows_max = 5'000;
inline constexpr std::size_t nrql_buckets_max = 366;
inline constexpr duration nrql_window{std::chrono::hours(1)};
/// Source: the same: 4 KB a query.
inline constexpr std::size_t nrql_bytes = 4'096;
/// [?] Conditions and calls in each other.
inline constexpr int nrql_depth = 32;
/// Of the mock's own: what is more is sampled, and each event then stands for several.
inline constexpr std::size_t nrql_scanned_events = 10'000;

/// Source: docs.newrelic.com, "NerdGraph tutorial: search for entities": 200 a page.
inline constexpr std::size_t page_entities = 200;
/// [?]
inline constexpr std::size_t page_issues = 25;
inline constexpr std::size_t page_policies = 200;
/// Source: docs.newrelic.com, "Pagination for API output": 200 a page for most lists.
inline constexpr std::size_t page_rest = 200;

/// Source: newrelic-client-go, pkg/changetracking/types.go: 24 hours back or forth, and texts of
/// 4,096 characters.
inline constexpr duration deployment_timestamp{std::chrono::hours(24)};
inline constexpr std::size_t deployment_text_characters = 4'096;
/// [?] Of a name.
inline constexpr std::size_t policy_name_characters = 64;

/// Source: docs.newrelic.com, "NerdGraph tutorial: issues": the window when none is named.
inline constexpr duration issues_window{std::chrono::hours(24)};

/// [?] What an incident needs to be seen as over.
inline constexpr duration recovery{std::chrono::minutes(3)};
/// [?] How long an issue is `DEACTIVATED`, should something open again.
inline constexpr duration deactivation{std::chrono::minutes(1)};
/// What the summary of an application is of.
inline constexpr duration summary_window{std::chrono::minutes(5)};

} // namespace chatops::mocks::newrelic::limits
