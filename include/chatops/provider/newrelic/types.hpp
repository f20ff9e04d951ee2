// What New Relic has, as its NerdGraph shows it: applications, issues, policies. Only what is used.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::newrelic {

// Members are called as the queries call them (queries.hpp), and moments are milliseconds since
// 1970. What a key without the right for it does not get to see is optional.
// Source: NerdGraph's schema, as newrelic/newrelic-client-go reads it, pkg/entities and pkg/alerts.

/// Milliseconds since 1970 as a moment.
inline time_point moment_of(std::int64_t milliseconds) {
    return time_point(duration(milliseconds));
}

struct user {
    std::optional<std::int64_t> id;
    std::optional<std::string> name;
    std::optional<std::string> email;

    friend bool operator==(const user&, const user&) = default;
};
BOOST_DESCRIBE_STRUCT(user, (), (id, name, email))

struct account {
    std::int64_t id = 0;
    std::optional<std::string> name;

    friend bool operator==(const account&, const account&) = default;
};
BOOST_DESCRIBE_STRUCT(account, (), (id, name))

/// Whose key it is, and what it sees.
struct identity {
    std::optional<newrelic::user> user;
    std::optional<std::vector<account>> accounts;

    friend bool operator==(const identity&, const identity&) = default;
};
BOOST_DESCRIBE_STRUCT(identity, (), (user, accounts))

struct tag {
    std::string key;
    std::vector<std::string> values;

    friend bool operator==(const tag&, const tag&) = default;
};
BOOST_DESCRIBE_STRUCT(tag, (), (key, values))

/// How an application does, over the last minutes.
struct numbers {
    /// 0 to 1, by the goal.
    std::optional<double> apdex_score;
    /// Per cent of what was answered.
    std::optional<double> error_rate;
    /// Seconds.
    std::optional<double> response_time;
    /// Requests a minute.
    std::optional<double> throughput;
    std::optional<std::int64_t> host_count;
    std::optional<std::int64_t> instance_count;

    friend bool operator==(const numbers&, const numbers&) = default;
};
BOOST_DESCRIBE_STRUCT(numbers, (),
                      (apdex_score, error_rate, response_time, throughput, host_count,
                       instance_count))

struct app_settings {
    /// Seconds.
    std::optional<double> apdex_target;

    friend bool operator==(const app_settings&, const app_settings&) = default;
};
BOOST_DESCRIBE_STRUCT(app_settings, (), (apdex_target))

/// An application that New Relic's agent watches. Names need not be unique.
struct app {
    std::string guid;
    std::string name;
    std::optional<std::int64_t> account_id;
    /// By which REST v2 knows it.
    std::optional<std::int64_t> application_id;
    /// Whether its agent was heard of in the last minutes.
    std::optional<bool> reporting;
    /// `CRITICAL`, `WARNING`, `NOT_ALERTING`, `NOT_CONFIGURED`, or what New Relic may add.
    std::optional<std::string> alert_severity;
    std::optional<std::string> language;
    std::optional<std::string> permalink;
    std::optional<std::vector<tag>> tags;
    std::optional<newrelic::numbers> numbers;
    std::optional<app_settings> settings;

    friend bool operator==(const app&, const app&) = default;
};
BOOST_DESCRIBE_STRUCT(app, (),
                      (guid, name, account_id, application_id, reporting, alert_severity, language,
                       permalink, tags, numbers, settings))

/// Incidents that belong together: what a person is woken for.
struct issue {
    std::string issue_id;
    /// A list of texts; a text in older accounts.
    boost::json::value title;
    /// `CRITICAL`, `HIGH`, `MEDIUM` or `LOW`.
    std::optional<std::string> priority;
    /// `CREATED` until people are told of it, then `ACTIVATED`; `DEACTIVATED` once its incidents
    /// have ended, then `CLOSED`.
    std::string state;
    std::optional<std::vector<std::string>> entity_names;
    std::optional<std::vector<std::string>> entity_guids;
    std::optional<std::vector<std::string>> policy_name;
    std::optional<std::vector<std::string>> condition_name;
    std::optional<std::vector<std::string>> incident_ids;
    std::optional<std::int64_t> total_incidents;
    std::optional<std::int64_t> created_at;
    std::optional<std::int64_t> activated_at;
    std::optional<std::int64_t> updated_at;
    std::optional<std::int64_t> closed_at;
    std::optional<std::int64_t> acknowledged_at;
    std::optional<std::string> acknowledged_by;
    /// `NOT_MUTED`, `FULLY_MUTED`, `PARTIALLY_MUTED`.
    std::optional<std::string> muting_state;

    [[nodiscard]] bool is_open() const { return state != "CLOSED" && state != "DEACTIVATED"; }
    friend bool operator==(const issue&, const issue&) = default;
};
BOOST_DESCRIBE_STRUCT(issue, (),
                      (issue_id, title, priority, state, entity_names, entity_guids, policy_name,
                       condition_name, incident_ids, total_incidents, created_at, activated_at,
                       updated_at, closed_at, acknowledged_at, acknowledged_by, muting_state))

/// One condition that was broken by one entity.
struct incident {
    std::string incident_id;
    /// As an issue's, and the names as well.
    boost::json::value title;
    std::optional<std::string> priority;
    /// `CREATED` or `CLOSED`.
    std::string state;
    boost::json::value entity_names;
    std::optional<std::int64_t> created_at;
    std::optional<std::int64_t> closed_at;

    [[nodiscard]] bool is_open() const { return state != "CLOSED"; }
    friend bool operator==(const incident&, const incident&) = default;
};
BOOST_DESCRIBE_STRUCT(incident, (),
                      (incident_id, title, priority, state, entity_names, created_at, closed_at))

/// Conditions, and what becomes of the incidents that they open. Names need not be unique.
struct policy {
    std::string id;
    std::string name;
    /// `PER_POLICY`, `PER_CONDITION` or `PER_CONDITION_AND_TARGET`: which incidents are one issue.
    std::optional<std::string> incident_preference;

    friend bool operator==(const policy&, const policy&) = default;
};
BOOST_DESCRIBE_STRUCT(policy, (), (id, name, incident_preference))

struct condition_query {
    std::string query;

    friend bool operator==(const condition_query&, const condition_query&) = default;
};
BOOST_DESCRIBE_STRUCT(condition_query, (), (query))

/// From when on an incident opens.
struct condition_term {
    /// `ABOVE`, `BELOW`, `EQUALS`, …
    std::optional<std::string> operator_;
    /// `CRITICAL` or `WARNING`.
    std::optional<std::string> priority;
    /// In the unit of what is asked; of a condition that knows what is usual, standard deviations.
    std::optional<double> threshold;
    /// Seconds.
    std::optional<std::int64_t> threshold_duration;
    /// `ALL` of that time, or `AT_LEAST_ONCE` in it.
    std::optional<std::string> threshold_occurrences;

    friend bool operator==(const condition_term&, const condition_term&) = default;
};
BOOST_DESCRIBE_STRUCT(condition_term, (),
                      (operator_, priority, threshold, threshold_duration, threshold_occurrences))

/// What is asked again and again, and from which answer on somebody is told.
struct condition {
    std::string id;
    std::string name;
    std::optional<bool> enabled;
    std::optional<condition_query> nrql;
    std::optional<std::vector<condition_term>> terms;

    friend bool operator==(const condition&, const condition&) = default;
};
BOOST_DESCRIBE_STRUCT(condition, (), (id, name, enabled, nrql, terms))

// ---- muting rules

struct muting_part {
    /// `entity.guid`, `policyId`, `tag.env`
    std::string attribute;
    /// `EQUALS`, `IN`, `CONTAINS`, …
    std::string operator_;
    std::vector<std::string> values;

    friend bool operator==(const muting_part&, const muting_part&) = default;
};
BOOST_DESCRIBE_STRUCT(muting_part, (), (attribute, operator_, values))

struct muting_condition {
    /// `AND` or `OR`.
    std::string operator_;
    std::vector<muting_part> conditions;

    friend bool operator==(const muting_condition&, const muting_condition&) = default;
};
BOOST_DESCRIBE_STRUCT(muting_condition, (), (operator_, conditions))

/// Times say how far from UTC they are (`2024-02-29T12:00:00Z`), or are those of a clock in that
/// zone, without saying so. Source: newrelic/terraform-provider-newrelic, pull request 1167.
struct muting_schedule {
    std::optional<std::string> start_time;
    std::optional<std::string> end_time;
    std::optional<std::string> time_zone;
    std::optional<std::string> repeat;

    friend bool operator==(const muting_schedule&, const muting_schedule&) = default;
};
BOOST_DESCRIBE_STRUCT(muting_schedule, (), (start_time, end_time, time_zone, repeat))

/// What is not told to anybody while it is in force.
struct muting_rule {
    std::string id;
    std::string name;
    std::optional<std::string> description;
    std::optional<bool> enabled;
    std::optional<muting_condition> condition;
    /// Nothing where it holds for as long as it is there.
    std::optional<muting_schedule> schedule;

    friend bool operator==(const muting_rule&, const muting_rule&) = default;
};
BOOST_DESCRIBE_STRUCT(muting_rule, (), (id, name, description, enabled, condition, schedule))

/// By what each is known.
inline const std::string& id_of(const app& it) { return it.guid; }
inline const std::string& id_of(const issue& it) { return it.issue_id; }
inline const std::string& id_of(const incident& it) { return it.incident_id; }
inline const std::string& id_of(const policy& it) { return it.id; }
inline const std::string& id_of(const muting_rule& it) { return it.id; }

// ---- deployments and queries

/// That a version was deployed, as somebody has recorded it.
struct deployment {
    std::string deployment_id;
    std::string version;
    std::optional<std::string> user;
    std::optional<std::string> description;
    std::optional<std::string> changelog;
    std::optional<std::string> commit;
    std::optional<std::string> group_id;
    std::int64_t timestamp = 0;

    friend bool operator==(const deployment&, const deployment&) = default;
};
BOOST_DESCRIBE_STRUCT(deployment, (),
                      (deployment_id, version, user, description, changelog, commit, group_id,
                       timestamp))

/// The same as REST v2 has it, which alone can take one away again. Source:
/// newrelic/newrelic-client-go, pkg/apm/deployments.go.
struct marker {
    std::int64_t id = 0;
    /// What is called `version` elsewhere.
    std::string revision;
    std::optional<std::string> user;
    /// `2024-02-29T12:00:00+00:00`
    std::optional<std::string> timestamp;

    friend bool operator==(const marker&, const marker&) = default;
};
BOOST_DESCRIBE_STRUCT(marker, (), (id, revision, user, timestamp))

/// What a query was about: milliseconds since 1970.
struct nrql_window {
    std::optional<std::int64_t> begin;
    std::optional<std::int64_t> end;

    friend bool operator==(const nrql_window&, const nrql_window&) = default;
};
BOOST_DESCRIBE_STRUCT(nrql_window, (), (begin, end))

struct nrql_metadata {
    std::optional<std::vector<std::string>> facets;
    std::optional<std::vector<std::string>> messages;
    std::optional<nrql_window> time_window;

    friend bool operator==(const nrql_metadata&, const nrql_metadata&) = default;
};
BOOST_DESCRIBE_STRUCT(nrql_metadata, (), (facets, messages, time_window))

/// What a query found: each result is an object with what was selected.
struct nrql_answer {
    std::optional<std::vector<boost::json::value>> results;
    std::optional<nrql_metadata> metadata;

    friend bool operator==(const nrql_answer&, const nrql_answer&) = default;
};
BOOST_DESCRIBE_STRUCT(nrql_answer, (), (results, metadata))

/// How an application did for a while, by what its agent measured.
struct app_step {
    /// Seconds since 1970.
    std::int64_t begins = 0;
    std::int64_t ends = 0;
    /// Seconds, on average; nothing where there was no request.
    std::optional<double> response_time;
    double requests = 0;
    double errors = 0;

    friend bool operator==(const app_step&, const app_step&) = default;
};
BOOST_DESCRIBE_STRUCT(app_step, (), (begins, ends, response_time, requests, errors))

/// How an application did on one of its hosts for a while.
struct app_host {
    std::string name;
    /// Seconds, on average.
    std::optional<double> response_time;
    double requests = 0;
    double errors = 0;
    /// When its newest request was: milliseconds since 1970.
    std::int64_t heard_at = 0;

    friend bool operator==(const app_host&, const app_host&) = default;
};
BOOST_DESCRIBE_STRUCT(app_host, (), (name, response_time, requests, errors, heard_at))

/// Some of a sort; and what New Relic says of those that are missing.
template <class T>
struct listing {
    std::vector<T> items;
    /// New Relic's sentences; empty where all is there.
    std::vector<std::string> missing;

    BOOST_DESCRIBE_CLASS(listing, (), (items, missing), (), ())
};

/// An application with what belongs to it, as far as it could be had.
struct overview {
    std::optional<newrelic::app> app;
    std::optional<std::vector<issue>> issues;
    std::optional<std::vector<deployment>> deployments;
    std::vector<std::string> missing;

    friend bool operator==(const overview&, const overview&) = default;
};
BOOST_DESCRIBE_STRUCT(overview, (), (app, issues, deployments, missing))

} // namespace chatops::newrelic
