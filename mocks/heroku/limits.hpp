// Numbers of Heroku's, each with where it is from; those marked [?] are guesses and easy to change.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstddef>

namespace chatops::mocks::heroku::limits {

/// The account's pool, and how often one comes back: 75 a minute.
/// Source: devcenter.heroku.com, "Platform API Reference", Rate Limits.
inline constexpr int rate_tokens = 4'500;
inline constexpr duration rate_token_every{800};

/// Source: the same, Ranges.
inline constexpr std::size_t page_items = 200;
inline constexpr std::size_t page_items_max = 1'000;

/// [?] A request's body; nothing that the API takes comes near it.
inline constexpr std::size_t body_bytes = 1 << 20;

/// Source: devcenter.heroku.com, "Dyno Types", default scaling limits.
inline constexpr int app_dynos = 100;
inline constexpr int small_type_dynos = 1;
inline constexpr int performance_type_dynos = 10;
inline constexpr int app_one_off_dynos = 50;

/// Source: `time_to_live` in schema.json.
inline constexpr std::chrono::seconds one_off_ttl_seconds{86'400};

/// [?] How long things take here; on the platform it varies.
inline constexpr duration dyno_start{5'000};
inline constexpr duration one_off_run{10'000};
inline constexpr duration release_settle{3'000};
/// Source: devcenter.heroku.com, "Release Phase": a command that goes on for longer is ended.
inline constexpr duration release_phase{3'600'000};
inline constexpr duration build_run{20'000};
inline constexpr duration addon_provision{15'000};
inline constexpr duration promotion_begin{2'000};
inline constexpr duration visit_pause{4'000};

/// Source: devcenter.heroku.com, "Logging", "Log History Limits".
inline constexpr std::size_t log_lines = 1'500;
inline constexpr std::size_t log_lines_default = 100;

} // namespace chatops::mocks::heroku::limits
