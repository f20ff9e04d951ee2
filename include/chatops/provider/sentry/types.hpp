// What Sentry has, as its API shows it: issues, projects, people, releases, jobs. Only what is
// used.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::sentry {

// Members are called as the API calls them, with underscores: `shortId` is `short_id`
// (members.hpp). What an older server does not say is optional.
// Source: getsentry/sentry-api-schema, openapi-derefed.json.

/// Whom an issue is assigned to.
struct actor {
    /// `user` or `team`.
    std::string type;
    std::string id;
    std::optional<std::string> name;
    std::optional<std::string> email;

    friend bool operator==(const actor&, const actor&) = default;
};
BOOST_DESCRIBE_STRUCT(actor, (), (type, id, name, email))

struct project_of_issue {
    std::string id;
    std::string slug;

    friend bool operator==(const project_of_issue&, const project_of_issue&) = default;
};
BOOST_DESCRIBE_STRUCT(project_of_issue, (), (id, slug))

/// How it was resolved, or until when it is ignored; empty ones say nothing.
struct status_details {
    std::optional<bool> in_next_release;
    std::optional<std::string> in_release;
    std::optional<time_point> ignore_until;
    std::optional<std::int64_t> ignore_count;
    /// Minutes.
    std::optional<std::int64_t> ignore_window;
    std::optional<std::int64_t> ignore_user_count;
    std::optional<std::int64_t> ignore_user_window;

    friend bool operator==(const status_details&, const status_details&) = default;
};
BOOST_DESCRIBE_STRUCT(status_details, (),
                      (in_next_release, in_release, ignore_until, ignore_count, ignore_window,
                       ignore_user_count, ignore_user_window))

/// Why somebody is to look at an issue.
struct inbox_entry {
    /// 0 for a new one, and so on. Source: getsentry/sentry, models/groupinbox.py,
    /// GroupInboxReason.
    std::int64_t reason = 0;
    std::optional<time_point> date_added;

    friend bool operator==(const inbox_entry&, const inbox_entry&) = default;
};
BOOST_DESCRIBE_STRUCT(inbox_entry, (), (reason, date_added))

/// Errors of one sort.
struct issue {
    std::string id;
    /// `ACME-1A`.
    std::optional<std::string> short_id;
    /// What went wrong, in its own words: it may hold anything.
    std::string title;
    std::optional<std::string> culprit;
    std::string permalink;
    /// `fatal`, `error`, `warning`, `info`, `debug`, or what Sentry may add.
    std::string level;
    /// `unresolved`, `resolved`, `ignored`, or what Sentry may add.
    std::string status;
    /// `new`, `ongoing`, `regressed`, `archived_forever`, …
    std::optional<std::string> substatus;
    sentry::status_details status_details;
    project_of_issue project;
    std::optional<actor> assigned_to;
    /// How often, as text: it may be more than a number of JavaScript's holds.
    std::string count;
    std::int64_t user_count = 0;
    std::optional<time_point> first_seen;
    std::optional<time_point> last_seen;
    std::optional<std::string> priority;
    // Of whom the token belongs to.
    std::optional<bool> is_bookmarked;
    std::optional<bool> is_subscribed;
    /// Only where it was asked for; nothing once it was reviewed.
    std::optional<inbox_entry> inbox;

    friend bool operator==(const issue&, const issue&) = default;

    /// By which people know it.
    [[nodiscard]] const std::string& name() const { return short_id ? *short_id : id; }
};
BOOST_DESCRIBE_STRUCT(issue, (),
                      (id, short_id, title, culprit, permalink, level, status, substatus,
                       status_details, project, assigned_to, count, user_count, first_seen,
                       last_seen, priority, is_bookmarked, is_subscribed, inbox))

struct named_team {
    std::string id;
    std::string slug;

    friend bool operator==(const named_team&, const named_team&) = default;
};
BOOST_DESCRIBE_STRUCT(named_team, (), (id, slug))

struct project {
    std::string id;
    std::string slug;
    std::optional<std::string> platform;
    time_point date_created;
    /// Nothing before its first.
    std::optional<time_point> first_event;
    std::optional<std::vector<named_team>> teams;

    friend bool operator==(const project&, const project&) = default;
};
BOOST_DESCRIBE_STRUCT(project, (), (id, slug, platform, date_created, first_event, teams))

struct team {
    std::string id;
    std::string slug;
    std::optional<std::int64_t> member_count;
    std::optional<std::vector<project_of_issue>> projects;

    friend bool operator==(const team&, const team&) = default;
};
BOOST_DESCRIBE_STRUCT(team, (), (id, slug, member_count, projects))

struct user {
    std::string id;

    friend bool operator==(const user&, const user&) = default;
};
BOOST_DESCRIBE_STRUCT(user, (), (id))

/// Somebody in the organization.
struct membership {
    std::string id;
    std::string email;
    std::optional<std::string> name;
    std::optional<std::string> role;
    std::optional<std::string> org_role;
    /// Invited, and has not come yet.
    std::optional<bool> pending;
    /// Nothing before they have come.
    std::optional<sentry::user> user;
    std::optional<std::vector<std::string>> teams;

    friend bool operator==(const membership&, const membership&) = default;
};
BOOST_DESCRIBE_STRUCT(membership, (), (id, email, name, role, org_role, pending, user, teams))

struct environment {
    std::string name;

    friend bool operator==(const environment&, const environment&) = default;
};
BOOST_DESCRIBE_STRUCT(environment, (), (name))

struct deploy {
    std::string id;
    std::string environment;
    std::optional<std::string> name;
    std::optional<std::string> url;
    std::optional<time_point> date_started;
    std::optional<time_point> date_finished;

    friend bool operator==(const deploy&, const deploy&) = default;
};
BOOST_DESCRIBE_STRUCT(deploy, (), (id, environment, name, url, date_started, date_finished))

struct project_of_release {
    std::string slug;

    friend bool operator==(const project_of_release&, const project_of_release&) = default;
};
BOOST_DESCRIBE_STRUCT(project_of_release, (), (slug))

struct release {
    std::string version;
    std::optional<std::string> short_version;
    std::optional<std::string> ref;
    std::optional<std::string> url;
    time_point date_created;
    std::optional<time_point> date_released;
    /// Issues that were first seen in it.
    std::optional<std::int64_t> new_groups;
    std::optional<std::int64_t> commit_count;
    std::optional<std::int64_t> deploy_count;
    std::optional<deploy> last_deploy;
    std::vector<project_of_release> projects;

    friend bool operator==(const release&, const release&) = default;
};
BOOST_DESCRIBE_STRUCT(release, (),
                      (version, short_version, ref, url, date_created, date_released, new_groups,
                       commit_count, deploy_count, last_deploy, projects))

/// How a job does in one environment.
struct monitor_environment {
    std::string name;
    /// Of its last check-in: `ok`, `error`, `missed_checkin`, `timeout`, `active`, `disabled`.
    std::string status;
    std::optional<time_point> last_check_in;
    std::optional<time_point> next_check_in;

    friend bool operator==(const monitor_environment&, const monitor_environment&) = default;
};
BOOST_DESCRIBE_STRUCT(monitor_environment, (), (name, status, last_check_in, next_check_in))

struct monitor_config {
    /// A crontab's line as text, or `[1, "hour"]`.
    std::optional<boost::json::value> schedule;
    std::optional<std::string> timezone;

    friend bool operator==(const monitor_config&, const monitor_config&) = default;
};
BOOST_DESCRIBE_STRUCT(monitor_config, (), (schedule, timezone))

/// A job that runs by itself, and tells Sentry each time.
struct monitor {
    std::string slug;
    std::string name;
    /// `active` or `disabled`.
    std::string status;
    std::optional<bool> is_muted;
    monitor_config config;
    project_of_release project;
    std::vector<monitor_environment> environments;

    friend bool operator==(const monitor&, const monitor&) = default;
};
BOOST_DESCRIBE_STRUCT(monitor, (), (slug, name, status, is_muted, config, project, environments))

/// One run of a job, as the job told it.
struct check_in {
    std::string id;
    std::optional<std::string> environment;
    /// `in_progress`, `ok`, `error`, `missed`, `timeout`, or what Sentry may add.
    std::string status;
    /// Milliseconds; nothing where it has not ended.
    std::optional<std::int64_t> duration;
    time_point date_created;

    friend bool operator==(const check_in&, const check_in&) = default;
};
BOOST_DESCRIBE_STRUCT(check_in, (), (id, environment, status, duration, date_created))

/// Where programs send their errors to.
struct key_address {
    std::string public_;

    friend bool operator==(const key_address&, const key_address&) = default;
};
BOOST_DESCRIBE_STRUCT(key_address, (), (public_))

/// By which a project's programs may send their errors. What is secret of it is not read.
struct client_key {
    std::string id;
    std::string name;
    bool is_active = false;
    key_address dsn;
    std::optional<time_point> date_created;

    friend bool operator==(const client_key&, const client_key&) = default;
};
BOOST_DESCRIBE_STRUCT(client_key, (), (id, name, is_active, dsn, date_created))

/// What a token may do: `event:read`.
struct token_grants {
    std::vector<std::string> scopes;

    friend bool operator==(const token_grants&, const token_grants&) = default;
};
BOOST_DESCRIBE_STRUCT(token_grants, (), (scopes))

struct token_owner {
    std::string id;
    std::optional<std::string> name;
    std::optional<std::string> email;

    friend bool operator==(const token_owner&, const token_owner&) = default;
};
BOOST_DESCRIBE_STRUCT(token_owner, (), (id, name, email))

/// Whose token it is.
struct identity {
    std::optional<token_grants> auth;
    /// Nothing where it is the organization's.
    std::optional<token_owner> user;

    friend bool operator==(const identity&, const identity&) = default;
};
BOOST_DESCRIBE_STRUCT(identity, (), (auth, user))

/// How many events, told apart by something.
struct usage_group {
    /// `project` with its id, a number.
    std::map<std::string, boost::json::value> by;
    /// `sum(quantity)`.
    std::map<std::string, std::int64_t> totals;

    friend bool operator==(const usage_group&, const usage_group&) = default;
};
BOOST_DESCRIBE_STRUCT(usage_group, (), (by, totals))

struct usage {
    std::vector<usage_group> groups;

    friend bool operator==(const usage&, const usage&) = default;
};
BOOST_DESCRIBE_STRUCT(usage, (), (groups))

/// What became of issues that were put together.
struct merged {
    /// The one that they are now.
    std::string parent;
    std::vector<std::string> children;

    friend bool operator==(const merged&, const merged&) = default;
};
BOOST_DESCRIBE_STRUCT(merged, (), (parent, children))

} // namespace chatops::sentry
