// Pipelines: applications in stages, and code that is brought from one to others.
#pragma once

#include "chatops/core/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops::mocks::heroku {

struct account_state;

struct pipeline {
    std::string id;
    std::string name;
    time_point created_at;
    time_point updated_at;
};

/// That an application is in a pipeline; it is in one at most.
struct coupling {
    std::string id;
    std::string app_id;
    std::string pipeline_id;
    /// `test`, `review`, `development`, `staging` or `production`.
    std::string stage;
    time_point created_at;
    time_point updated_at;
};

struct promotion_target {
    std::string id;
    std::string app_id;
    /// `pending`, `succeeded` or `failed`.
    std::string status = "pending";
    std::optional<std::string> release_id;
    std::optional<std::string> error_message;
};

struct promotion {
    std::string id;
    std::string pipeline_id;
    std::string source_app_id;
    std::string source_release_id;
    /// `pending` or `completed`.
    std::string status = "pending";
    std::vector<promotion_target> targets;
    time_point created_at;
    time_point updated_at;
    std::optional<time_point> settles_at;
};

/// First each target gets its release; once these have ended, so has the promotion.
void settle_promotion(account_state& account, promotion& pending, time_point at);

} // namespace chatops::mocks::heroku
