// Lines of log, what they are asked for by, and how far a search has come.
#pragma once

#include "chatops/core/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace chatops::papertrail {

struct event {
    /// Grows with the time of receipt. 64 bits, as text in JSON.
    std::int64_t id = 0;
    time_point received_at;
    /// The system's name at Papertrail.
    std::string source_name;
    std::string severity;
    /// Empty where the line names none.
    std::string program;
    /// Anything that a program wrote.
    std::string message;
};

/// Lines as text, each with its line's end.
using event_writer = std::function<std::string(const std::vector<event>&)>;

/// Which lines.
struct search_order {
    /// In Papertrail's search language; empty for all.
    std::string query;
    std::optional<std::int64_t> system_id = {};
    std::optional<std::int64_t> group_id = {};
    /// Both included, in whole seconds; without them, all that can be searched.
    std::optional<time_point> since = {};
    std::optional<time_point> until = {};
};

/// What one request found.
struct event_page {
    /// The oldest first.
    std::vector<event> events;
    /// The range that was looked through, found or not.
    std::int64_t min_id = 0;
    std::int64_t max_id = 0;
    /// When the oldest line came that was looked at, where Papertrail says so.
    std::optional<time_point> min_time_at = {};
    bool reached_beginning = false;
    bool reached_end = false;
    /// There may be more, for there are as many as were asked for.
    bool reached_record_limit = false;
    /// There may be more, for Papertrail looks for some five seconds only.
    bool reached_time_limit = false;

    /// Whether the range that was asked for was looked through to its end.
    [[nodiscard]] bool is_last() const {
        return reached_beginning || reached_end || (!reached_record_limit && !reached_time_limit);
    }
};

/// How a search ended.
struct search_end {
    /// Nothing of what was asked for is left unseen.
    bool is_whole = false;
    /// The oldest id that was looked at, and its time where Papertrail says so.
    std::int64_t oldest_id = 0;
    std::optional<time_point> oldest_at = {};
};

/// What a search found in the time that a person waits for it, the oldest first.
struct found_events {
    std::vector<event> events;
    search_end end;
};

} // namespace chatops::papertrail
