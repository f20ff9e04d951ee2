// What a Heroku account holds when a mock starts.
#pragma once

#include "chatops/core/clock.hpp"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace chatops::mocks::heroku {

/// One line of a Procfile and how much of it runs.
struct seed_process {
    std::string type = "web";
    int quantity = 1;
    std::string command = "bin/start";
    /// A name of the platform's dyno sizes, in any case: `standard-1x`.
    std::string size = "standard-1x";
};

/// One release that happened before the start. An application without any gets `Initial release`
/// and one deploy.
struct seed_release {
    /// As Heroku writes it: `Deploy 4e1b2c7d`, `Set LOG_LEVEL config vars`.
    std::string description;
    /// `succeeded`, `failed` or `pending`; the last one that succeeded is the current one.
    std::string status = "succeeded";
    /// How long before the start.
    duration ago = std::chrono::hours(24);
    /// Whose release it is; empty means the account's owner.
    std::string user_email = {};
};

/// An add-on that is attached to an application.
struct seed_addon {
    /// `heroku-postgresql:essential-0`: the service is what stands before the colon.
    std::string plan;
    /// Globally unique: `postgresql-round-12345`.
    std::string name;
    std::vector<std::string> config_vars = {};
};

/// An application. Its own name and region; the rest has what most applications have.
struct seed_app {
    std::string name;
    std::string region = "us";
    std::string stack = "heroku-24";
    std::vector<seed_process> formation = {};
    std::vector<std::pair<std::string, std::string>> config_vars = {};
    /// Versions 1, 2, … in this order.
    std::vector<seed_release> releases = {};
    std::vector<std::string> collaborators = {};
    std::vector<std::string> domains = {};
    std::vector<seed_addon> addons = {};
    bool maintenance = false;
    /// Where its log is sent to.
    std::vector<std::string> drains = {};
    /// Who is told of its releases.
    std::vector<std::string> webhooks = {};
    /// While somebody follows its log, it has visitors every few seconds.
    bool is_visited = false;
    /// Nobody has come for half an hour: its web dynos of size Eco sleep.
    bool is_asleep = false;
    /// It is changed with a second factor only.
    bool needs_second_factor = false;
    /// It is in a Private Space, where add-ons must be confirmed.
    bool is_private = false;
};

struct seed_coupling {
    std::string app;
    /// `development`, `staging`, `production`
    std::string stage;
};

/// Applications of the account, in their stages.
struct seed_pipeline {
    std::string name;
    std::vector<seed_coupling> apps = {};
};

/// One account with one token, which may do everything to its applications.
struct seed {
    std::string token;
    std::string owner_email;
    std::vector<seed_app> apps = {};
    std::vector<seed_pipeline> pipelines = {};
    /// Its bill is not paid, so that it gets nothing more that costs.
    bool is_delinquent = false;
};

} // namespace chatops::mocks::heroku
