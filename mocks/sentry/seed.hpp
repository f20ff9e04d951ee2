// What an account at Sentry holds when a mock starts.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::mocks::sentry {

/// Somebody who belongs to the organization.
struct seed_member {
    std::string email;
    std::string name;
    /// `owner`, `manager`, `admin` or `member`.
    std::string role = "member";
    /// Slugs.
    std::vector<std::string> teams = {};
    /// Invited, and has not come yet.
    bool pending = false;
};

/// One call of a stack, the innermost last.
struct seed_frame {
    std::string file;
    std::string function;
    int line = 1;
    /// Of the application itself, and not of a library.
    bool in_app = true;
};

/// An error that was seen before the start, so often, evenly from its first time to its last.
struct seed_issue {
    std::string project;
    /// `NoMethodError`; empty for a message that is no exception.
    std::string type;
    std::string value;
    std::string culprit;
    /// `fatal`, `error`, `warning`, `info` or `debug`.
    std::string level = "error";
    std::int64_t count = 1;
    std::int64_t users = 0;
    duration first_seen_ago = std::chrono::hours(24);
    duration last_seen_ago = std::chrono::hours(1);
    /// Goes on by itself, so often; nothing: only when it is told to.
    std::optional<duration> comes_every = std::nullopt;
    std::vector<std::string> environments = {"production"};
    /// Beside environment, level and release; each event has the next value.
    std::vector<std::pair<std::string, std::vector<std::string>>> tags = {};
    std::vector<seed_frame> frames = {};
    /// `unresolved`, `resolved` or `ignored`.
    std::string status = "unresolved";
    /// An email address, or `#team`.
    std::string assigned_to = {};
    /// `high`, `medium` or `low`.
    std::string priority = "high";
};

struct seed_release {
    std::string version;
    std::vector<std::string> projects;
    duration ago = std::chrono::hours(24);
    /// Environments to which it was deployed ten minutes later.
    std::vector<std::string> deployed_to = {};
};

/// A job that runs by itself, and tells Sentry each time.
struct seed_monitor {
    std::string slug;
    std::string project;
    /// `0 * * * *`, and what that means.
    std::string crontab = "0 * * * *";
    duration every = std::chrono::hours(1);
    /// `ok`, `error`, `missed_checkin` or `timeout`.
    std::string status = "ok";
    std::string environment = "production";
};

struct seed_project {
    std::string slug;
    std::string platform = "ruby";
    /// Slugs.
    std::vector<std::string> teams = {};
    std::vector<std::string> environments = {"production"};
};

/// One organization with one token.
struct seed {
    std::string token;
    /// What it may do: everything here.
    std::vector<std::string> scopes = {
        "event:admin",   "event:read",   "event:write",      "member:read",   "org:read",
        "project:admin", "project:read", "project:releases", "project:write", "team:read"};
    /// The slug of the one organization.
    std::string organization;
    /// The first one is whose token it is.
    std::vector<seed_member> members = {};
    /// Slugs.
    std::vector<std::string> teams = {};
    std::vector<seed_project> projects = {};
    std::vector<seed_release> releases = {};
    std::vector<seed_issue> issues = {};
    std::vector<seed_monitor> monitors = {};
};

} // namespace chatops::mocks::sentry
