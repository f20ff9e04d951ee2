// All that an account holds, as plain data.
#pragma once

#include "chatops/core/random.hpp"
#include "mocks/common/json.hpp"
#include "mocks/newrelic/seed.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::newrelic {

struct host {
    std::int64_t id = 0;
    std::string name;
    std::vector<std::int64_t> instance_ids;
};

struct deployment {
    /// NerdGraph's.
    std::string id;
    /// REST's.
    std::int64_t number = 0;
    std::string version;
    std::string user;
    std::string description;
    std::string changelog;
    std::string commit;
    std::string deep_link;
    std::string type = "BASIC";
    std::string group_id;
    time_point at;
};

struct application {
    std::int64_t id = 0;
    std::string guid;
    std::string name;
    std::string language;
    int throughput = 0;
    int response_ms = 0;
    int errors_per_mille = 0;
    int apdex_target_ms = 0;
    int end_user_apdex_target_ms = 7'000;
    bool has_real_user_monitoring = false;
    bool has_server_side_config = false;
    bool is_reporting = true;
    std::vector<host> hosts;
    std::vector<std::pair<std::string, std::vector<std::string>>> tags;
    /// Oldest first.
    std::vector<deployment> deployments;
    time_point created_at;
    /// Decides all that it is asked.
    std::uint64_t chance = 0;
};

struct trouble {
    std::string app_guid;
    trouble_kind kind = trouble_kind::errors;
    time_point begins;
    /// Nothing: until somebody ends it.
    std::optional<time_point> ends;
};

struct policy {
    std::int64_t id = 0;
    std::string name;
    std::string incident_preference;
    time_point created_at;
    time_point updated_at;
};

struct condition {
    std::int64_t id = 0;
    std::int64_t policy_id = 0;
    std::string name;
    trouble_kind watches = trouble_kind::errors;
    /// Of applications; empty for all.
    std::vector<std::string> app_guids;
    std::string priority;
    duration threshold_duration{0};
    bool is_enabled = true;
    time_point created_at;
};

struct incident {
    std::string id;
    /// REST's.
    std::int64_t number = 0;
    std::string issue_id;
    std::int64_t condition_id = 0;
    std::int64_t policy_id = 0;
    std::string app_guid;
    std::string title;
    /// `CRITICAL`, `HIGH`, `MEDIUM` or `LOW`.
    std::string priority;
    time_point opened_at;
    std::optional<time_point> closed_at;
    /// Nobody but a person ends what a person began.
    bool is_by_hand = false;
    bool is_muted = false;
};

/// Whose doing something was, and when.
struct done_by {
    time_point at;
    std::string who;
};

struct issue {
    std::string id;
    /// REST's.
    std::int64_t number = 0;
    std::int64_t policy_id = 0;
    std::string policy_name;
    std::string preference;
    time_point created_at;
    time_point updated_at;
    /// When it is `ACTIVATED`: a moment after it was created.
    time_point activates_at;
    std::optional<time_point> activated_at;
    /// When the last of its incidents had ended by itself, and when it is then `CLOSED`.
    std::optional<time_point> deactivated_at;
    time_point closes_at;
    std::optional<time_point> closed_at;
    std::string closed_by;
    std::optional<done_by> acknowledged;
    std::optional<done_by> unacknowledged;

    [[nodiscard]] bool is_open() const { return !closed_at && !deactivated_at; }
    [[nodiscard]] std::string_view state() const {
        if (closed_at) return "CLOSED";
        if (deactivated_at) return "DEACTIVATED";
        return activated_at ? "ACTIVATED" : "CREATED";
    }
};

struct muting_rule {
    std::int64_t id = 0;
    std::string name;
    std::string description;
    bool is_enabled = true;
    /// As the API has it: `operator`, `conditions`.
    object condition;
    /// Null, or as the API has it.
    value schedule;
    value window_action;
    time_point created_at;
    time_point updated_at;
};

/// So many in a minute.
struct rate_window {
    time_point began;
    int used = 0;

    /// False if there is none left.
    bool take(time_point now, int most);
};

struct account_state {
    account_state(const seed& given, std::uint64_t chance, time_point began);

    std::string api_key;
    std::int64_t id = 0;
    std::string name;
    std::int64_t user_id = 0;
    std::string user_name;
    std::string user_email;
    time_point created_at;
    std::vector<application> apps;
    std::vector<trouble> troubles;
    std::vector<policy> policies;
    std::vector<condition> conditions;
    /// Oldest first.
    std::vector<issue> issues;
    std::vector<incident> incidents;
    std::vector<muting_rule> muting_rules;
    rate_window queries;
    rate_window calls;
    /// The class that the next requests to NerdGraph fail with, and how many of them.
    std::string failing_class;
    int failing = 0;

    std::string new_id();
    /// A number such as vendors count with; never twice.
    std::int64_t new_number();

    application* find_app(std::string_view guid_or_name);
    application* find_app_by_id(std::int64_t app_id);
    [[nodiscard]] const application* find_app(std::string_view guid_or_name) const;
    policy* find_policy(std::int64_t policy_id);
    [[nodiscard]] const policy* find_policy(std::int64_t policy_id) const;
    [[nodiscard]] const condition* find_condition(std::int64_t condition_id) const;
    issue* find_issue(std::string_view issue_id);
    incident* find_incident(std::string_view incident_id);

  private:
    seeded_random ids_;
    std::int64_t last_number_;
};

/// `MTIzNDU2N3xBUE18QVBQTElDQVRJT058MjA0MjYxNDEw`: what the API calls an entity.
std::string guid_of(std::int64_t account, std::string_view domain, std::string_view type,
                    std::string_view id);

} // namespace chatops::mocks::newrelic
