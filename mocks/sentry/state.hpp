// All that an organization at Sentry holds, as plain data.
#pragma once

#include "chatops/core/random.hpp"
#include "mocks/sentry/issue.hpp"
#include "mocks/sentry/limits.hpp"
#include "mocks/sentry/seed.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::sentry {

/// Somebody who can log in.
struct user {
    std::string id;
    std::string email;
    std::string name;
};

struct membership {
    std::string id;
    sentry::user user;
    std::string role = "member";
    /// Slugs.
    std::vector<std::string> teams;
    bool pending = false;
    time_point created_at;
};

struct team {
    std::string id;
    std::string slug;
    time_point created_at;
};

/// By which programs may send events.
struct client_key {
    /// Also its id.
    std::string public_key;
    std::string secret_key;
    std::string name;
    bool is_active = true;
    time_point created_at;
};

struct project {
    std::string id;
    std::string slug;
    std::string platform;
    std::vector<std::string> teams;
    std::vector<std::string> environments;
    /// Issues ever made: the next one's number is one more.
    std::int64_t issues_made = 0;
    std::vector<client_key> keys;
    time_point created_at;
};

/// An issue that was deleted, or whose project was: nobody finds it any more.
struct gone_issue {
    issue it;
    std::string project_id;
    /// Until then its single events are in their project's list.
    time_point events_until;
};

struct deploy {
    std::string id;
    std::string environment;
    std::optional<std::string> name;
    std::optional<std::string> url;
    std::optional<time_point> started_at;
    time_point finished_at;
    std::vector<std::string> projects;
};

struct release {
    std::string id;
    std::string version;
    /// Slugs.
    std::vector<std::string> projects;
    std::optional<std::string> ref;
    std::optional<std::string> url;
    /// `open` or `archived`.
    std::string status = "open";
    std::int64_t commits = 0;
    time_point created_at;
    std::optional<time_point> released_at;
    /// The newest last.
    std::vector<deploy> deploys;

    [[nodiscard]] time_point in_force_since() const { return released_at.value_or(created_at); }
    [[nodiscard]] bool is_of(std::string_view project_slug) const;
};

/// While nobody waits for a job.
struct pause {
    time_point from;
    std::optional<time_point> until;
};

struct monitor {
    std::string id;
    std::string guid;
    std::string slug;
    std::string name;
    std::string project;
    std::string crontab;
    duration every;
    std::string environment;
    /// `active` or `disabled`.
    std::string status = "active";
    /// Of its last check-in: `ok`, `error`, `missed_checkin`, `timeout`.
    std::string last_status = "ok";
    bool is_muted = false;
    time_point created_at;
    /// In the order of time.
    std::vector<pause> pauses;

    /// Of the run of that number, counted from its making.
    [[nodiscard]] time_point time_of_run(std::int64_t run) const {
        return created_at + run * every;
    }
    [[nodiscard]] bool is_off_at(time_point when) const;
    /// The last one that was waited for; nothing before the first.
    [[nodiscard]] std::optional<std::int64_t> last_run(time_point now) const;
};

/// Requests of one window of time.
struct rate_window {
    std::int64_t number = 0;
    int requests = 0;
};

struct account_state {
    account_state(const seed& given, std::uint64_t chance, time_point began);

    std::string token;
    /// What the token may do.
    std::vector<std::string> scopes;
    std::string organization_id;
    std::string organization;
    time_point created_at;
    std::vector<membership> members;
    std::vector<team> teams;
    std::vector<project> projects;
    /// In the order in which they were made.
    std::vector<release> releases;
    std::vector<issue> issues;
    std::vector<gone_issue> gone;
    std::vector<monitor> monitors;
    /// What merged issues are now: id to id.
    std::map<std::string, std::string, std::less<>> merged;
    /// By endpoint.
    std::map<std::string, rate_window, std::less<>> rates;

    /// A number as text, as Sentry's ids are.
    std::string new_id();
    /// Hexadecimal digits.
    std::string new_key();
    client_key new_client_key(std::string name, time_point now);
    /// Nobody finds it from then on.
    void delete_issue(const std::string& id, time_point now);

    /// Whose token it is.
    [[nodiscard]] const user& owner() const { return members.front().user; }
    // Each by slug or id; null where there is none.
    project* find_project(std::string_view slug_or_id);
    [[nodiscard]] const project* find_project(std::string_view slug_or_id) const;
    [[nodiscard]] const team* find_team(std::string_view slug_or_id) const;
    /// By id, email or name.
    [[nodiscard]] const membership* find_member(std::string_view which) const;
    monitor* find_monitor(std::string_view slug_or_id);
    release* find_release(std::string_view version);
    [[nodiscard]] const release* find_release(std::string_view version) const;
    /// By id, also of one that was merged; null where there is none.
    issue* find_issue(std::string_view id);
    /// By `ACME-1A`, in any case.
    issue* find_issue_called(std::string_view short_id);
    [[nodiscard]] std::string short_id_of(const issue& which) const;

    /// The release of the project that was in force then; null before the first.
    [[nodiscard]] const release* release_at(std::string_view project_slug, time_point when) const;
    /// The first one after that moment; null where there is none.
    [[nodiscard]] const release* release_after(std::string_view project_slug,
                                               time_point when) const;

  private:
    seeded_random ids_;
    std::uint64_t last_id_;
};

} // namespace chatops::mocks::sentry
