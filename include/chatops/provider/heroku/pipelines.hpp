// Pipelines as Heroku's API shows them: applications in stages, and code that is promoted.
#pragma once

#include "chatops/core/clock.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace chatops::heroku {

/// Something that is only referred to.
struct with_id {
    std::string id;

    friend bool operator==(const with_id&, const with_id&) = default;
};
BOOST_DESCRIBE_STRUCT(with_id, (), (id))

/// Names need not be unique: an account sees those of several teams.
struct pipeline {
    std::string id;
    std::string name;
    time_point created_at;

    friend bool operator==(const pipeline&, const pipeline&) = default;
};
BOOST_DESCRIBE_STRUCT(pipeline, (), (id, name, created_at))

/// That an application is in a pipeline; it is in one at most.
struct coupling {
    std::string id;
    with_id app;
    with_id pipeline;
    /// `test`, `review`, `development`, `staging` or `production`.
    std::string stage;

    friend bool operator==(const coupling&, const coupling&) = default;
};
BOOST_DESCRIBE_STRUCT(coupling, (), (id, app, pipeline, stage))

struct promotion {
    std::string id;
    /// `pending`, or `completed` when each target has ended, well or not.
    std::string status;

    friend bool operator==(const promotion&, const promotion&) = default;
};
BOOST_DESCRIBE_STRUCT(promotion, (), (id, status))

struct promotion_target {
    with_id app;
    /// `pending`, `succeeded` or `failed`.
    std::string status;
    /// Nothing before it is made.
    std::optional<with_id> release;
    std::optional<std::string> error_message;

    friend bool operator==(const promotion_target&, const promotion_target&) = default;
};
BOOST_DESCRIBE_STRUCT(promotion_target, (), (app, status, release, error_message))

// ---- what is asked for

struct pipeline_order {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(pipeline_order, (), (name))

/// Names or ids.
struct coupling_order {
    std::string app;
    std::string pipeline;
    std::string stage;
};
BOOST_DESCRIBE_STRUCT(coupling_order, (), (app, pipeline, stage))

struct stage_change {
    std::string stage;
};
BOOST_DESCRIBE_STRUCT(stage_change, (), (stage))

struct promotion_source {
    with_id app;
    /// Without it Heroku takes what runs when it begins.
    std::optional<with_id> release;
};
BOOST_DESCRIBE_STRUCT(promotion_source, (), (app, release))

struct promotion_goal {
    with_id app;
};
BOOST_DESCRIBE_STRUCT(promotion_goal, (), (app))

struct promotion_order {
    with_id pipeline;
    promotion_source source;
    std::vector<promotion_goal> targets;
};
BOOST_DESCRIBE_STRUCT(promotion_order, (), (pipeline, source, targets))

} // namespace chatops::heroku
