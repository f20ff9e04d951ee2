// What an account at New Relic holds when a mock starts.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace chatops::mocks::newrelic {

/// What can be wrong with an application: requests fail, take long, or do not come at all.
enum class trouble_kind { errors, slow, down };

/// A version that was brought into service before the start.
struct seed_deployment {
    std::string version;
    duration ago = std::chrono::hours(24);
    std::string user = {};
    std::string description = {};
};

/// An application that an agent reports of, and what it does when all is well.
struct seed_app {
    std::string name;
    std::string language = "ruby";
    /// Requests a minute.
    int throughput = 30;
    int response_ms = 180;
    /// Of a thousand requests.
    int errors_per_mille = 4;
    /// In milliseconds.
    int apdex_target_ms = 500;
    /// Empty: one of its own name.
    std::vector<std::string> hosts = {};
    int instances_per_host = 2;
    /// An agent that has gone reports nothing.
    bool is_reporting = true;
    std::vector<std::pair<std::string, std::vector<std::string>>> tags = {};
    std::vector<seed_deployment> deployments = {};
};

/// What an alert condition watches, and how long before it says so.
struct seed_condition {
    std::string name;
    trouble_kind watches = trouble_kind::errors;
    /// Names of applications; empty for all.
    std::vector<std::string> apps = {};
    /// `CRITICAL` or `WARNING`.
    std::string priority = "CRITICAL";
    duration threshold_duration = std::chrono::minutes(5);
};

struct seed_policy {
    std::string name;
    /// `PER_POLICY`, `PER_CONDITION` or `PER_CONDITION_AND_TARGET`.
    std::string incident_preference = "PER_CONDITION_AND_TARGET";
    std::vector<seed_condition> conditions = {};
};

/// An application is in trouble for a while; incidents and issues follow from that.
struct seed_trouble {
    std::string app;
    trouble_kind kind = trouble_kind::errors;
    /// Counted from the start of the mock; less than nothing is before it.
    duration begins{0};
    /// Nothing: until somebody ends it.
    duration lasts = std::chrono::minutes(20);
};

/// While it is on, incidents that match are muted.
struct seed_muting_rule {
    std::string name;
    /// `conditionName`, `policyName`, `targetName`, `entity.guid`, …
    std::string attribute = "targetName";
    std::string operator_name = "EQUALS";
    std::vector<std::string> values = {};
    bool is_enabled = true;
};

/// One account, and one user whose key may do everything to it.
struct seed {
    /// A user key: `NRAK-…`.
    std::string api_key;
    std::int64_t account_id = 0;
    std::string account_name = "Account";
    std::string user_name = {};
    std::string user_email = {};
    std::vector<seed_app> apps = {};
    std::vector<seed_policy> policies = {};
    std::vector<seed_trouble> troubles = {};
    std::vector<seed_muting_rule> muting_rules = {};
};

} // namespace chatops::mocks::newrelic
