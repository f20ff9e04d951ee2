// An issue: errors of one sort, and when they happened.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/sentry/seed.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks::sentry {

/// Events at even distances: the first, and so many in all.
struct series {
    time_point first;
    duration every{};
    std::int64_t count = 0;

    [[nodiscard]] time_point at(std::int64_t index) const { return first + index * every; }
    /// How many happened before that moment.
    [[nodiscard]] std::int64_t before(time_point when) const;
};

/// What one event has that its issue's others do not.
struct told_event {
    std::optional<std::string> message;
    std::optional<std::string> environment;
    std::optional<std::string> release;
    std::vector<std::pair<std::string, std::string>> tags;
};

/// Who works on an issue.
struct assignee {
    bool is_team = false;
    std::string id;
};

/// When a resolved issue counts as one that came back.
struct resolution {
    time_point at;
    /// Who did it: a user's id.
    std::string by;
    /// Resolved in that release, or in the one after those that there were.
    std::optional<std::string> in_release;
    bool in_next_release = false;
};

/// When an ignored issue is not ignored any more; without all of these: never.
struct snooze {
    std::string by;
    std::optional<time_point> until;
    std::optional<std::int64_t> count;
    std::optional<duration> window;
    std::optional<std::int64_t> users;
    std::optional<duration> user_window;
    /// What there was when it began.
    std::int64_t count_before = 0;
    std::int64_t users_before = 0;
};

/// Why somebody is to look at an issue, and since when.
struct inbox_entry {
    /// Source: sentry/models/groupinbox.py, GroupInboxReason.
    enum reasons { is_new = 0, regression = 2, manual = 3, ongoing = 6 };

    reasons reason = is_new;
    time_point since;
};

struct issue {
    std::string id;
    std::int64_t number = 0;
    /// A slug.
    std::string project;
    std::string type;
    std::string value;
    std::string culprit;
    std::string level = "error";
    std::string platform;
    std::vector<seed_frame> frames;
    std::vector<std::string> environments;
    std::vector<std::pair<std::string, std::vector<std::string>>> tags;
    /// People who meet it, in turn.
    std::int64_t users = 0;

    std::string status = "unresolved";
    std::string substatus = "ongoing";
    std::optional<sentry::resolution> resolution;
    std::optional<sentry::snooze> snooze;
    std::optional<assignee> assigned_to;
    std::string priority = "high";
    bool is_bookmarked = false;
    bool is_subscribed = false;
    bool has_seen = false;
    bool is_public = false;
    /// Nothing once it was reviewed.
    std::optional<inbox_entry> inbox;
    /// When it last changed from one state to another.
    time_point changed_at;

    /// In the order of time; the last may go on.
    std::vector<series> events;
    /// By the number of the event.
    std::map<std::int64_t, told_event> told;
    std::optional<duration> comes_every;
    std::optional<time_point> comes_next;

    [[nodiscard]] std::string title() const;
    [[nodiscard]] std::int64_t count() const;
    [[nodiscard]] std::int64_t user_count() const;
    [[nodiscard]] time_point first_seen() const { return events.front().first; }
    [[nodiscard]] time_point last_seen() const;
    /// Of the event of that number, counted from 0.
    [[nodiscard]] time_point time_of(std::int64_t event) const;
    /// In [from, to).
    [[nodiscard]] std::int64_t events_between(time_point from, time_point to) const;
    /// Whether somebody is to look at it.
    [[nodiscard]] bool is_for_review(time_point now) const;
    /// Adds so many that begin then, at that distance.
    void add_events(time_point first, duration every, std::int64_t count);
};

/// 32 hexadecimal digits, always the same for an issue's event of that number.
std::string event_id_of(const issue& of, std::int64_t event);
/// The number of the event of that id, in any case and with or without dashes; nothing where the
/// issue has none, or not any more.
std::optional<std::int64_t> find_event(const issue& of, std::string_view id);

} // namespace chatops::mocks::sentry
