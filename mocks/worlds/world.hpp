// A world as data: who is there, for whom they work, and what each vendor holds.
#pragma once

#include "mocks/digitalocean/seed.hpp"
#include "mocks/heroku/seed.hpp"
#include "mocks/newrelic/seed.hpp"
#include "mocks/papertrail/seed.hpp"
#include "mocks/rackspace/seed.hpp"
#include "mocks/sentry/seed.hpp"
#include "mocks/slack/seed.hpp"

#include <map>
#include <string>
#include <vector>

namespace chatops::mocks::worlds {

struct person {
    /// Their name in Slack and in the bot's configuration.
    std::string name;
    std::string slack_id;
    /// Empty: nothing is allowed.
    std::vector<std::string> roles = {};
    /// IANA's name; empty for UTC.
    std::string time_zone = {};
};

struct project {
    std::string name;
    std::string channel;
    /// Names of things by vendor, as `[projects.NAME]` has them: `heroku = ["acme"]`.
    std::map<std::string, std::vector<std::string>> holdings = {};
};

/// What a role may do, as the bot's configuration writes it.
struct rule {
    std::vector<std::string> roles;
    std::vector<std::string> commands = {};
    std::vector<std::string> effects = {};
    /// Argument to glob.
    std::vector<std::pair<std::string, std::string>> values = {};
};

struct world {
    std::string name;
    std::vector<person> people;
    std::vector<project> projects;
    std::vector<rule> rules;
    slack::seed slack;
    digitalocean::seed digitalocean;
    heroku::seed heroku;
    rackspace::seed rackspace;
    newrelic::seed newrelic;
    papertrail::seed papertrail;
    sentry::seed sentry;
};

/// Where people talk unless they say where: the first project's channel, or the first that has the
/// bot in it.
inline std::string usual_channel(const world& of) {
    if (!of.projects.empty()) return of.projects.front().channel;
    for (const slack::seed_channel& each : of.slack.channels)
        if (each.has_bot) return each.name;
    return {};
}

} // namespace chatops::mocks::worlds
