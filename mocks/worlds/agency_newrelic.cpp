#include "mocks/worlds/agency_parts.hpp"

#include <string>

namespace chatops::mocks::worlds {

namespace {

newrelic::seed_app monitored(const std::string& client, int throughput) {
    newrelic::seed_app made;
    made.name = client;
    made.throughput = throughput;
    made.hosts = {client + "-web-1", client + "-web-2"};
    made.tags = {{"client", {client}}, {"env", {"production"}}};
    made.deployments = {{"9a7f3b52", std::chrono::hours(24 * 3), "lead@agency.example"},
                        {"c05d81e6", std::chrono::hours(5), "dev@agency.example"}};
    return made;
}

newrelic::seed_app monitored_staging(const std::string& client) {
    newrelic::seed_app made;
    made.name = client + "-staging";
    made.throughput = 2;
    made.response_ms = 320;
    made.instances_per_host = 1;
    made.tags = {{"client", {client}}, {"env", {"staging"}}};
    made.deployments = {{"f2e94a18", std::chrono::hours(2), "dev@agency.example"}};
    return made;
}

newrelic::seed_policy policy_of(const std::string& client) {
    newrelic::seed_policy made;
    made.name = client + " production";
    made.conditions = {{"High error rate",
                        newrelic::trouble_kind::errors,
                        {client},
                        "CRITICAL",
                        std::chrono::minutes(30)},
                       {"Slow responses", newrelic::trouble_kind::slow, {client}, "WARNING"},
                       {"No traffic",
                        newrelic::trouble_kind::down,
                        {client},
                        "CRITICAL",
                        std::chrono::minutes(3)}};
    return made;
}

} // namespace

newrelic::seed newrelic_account() {
    newrelic::seed made;
    made.api_key = "NRAK-00000000000000000000MOCKNR9";
    made.account_id = 1234567;
    made.account_name = "Agency";
    made.user_name = "Lea Dorn";
    made.user_email = "lead@agency.example";
    made.apps = {monitored("acme", 60),    monitored_staging("acme"),
                 monitored("globex", 20),  monitored_staging("globex"),
                 monitored("initech", 90), monitored_staging("initech")};
    made.policies = {policy_of("acme"), policy_of("globex"), policy_of("initech")};
    using std::chrono::hours;
    // One that is over, and one that nobody has done anything about: nothing happens by itself
    // while a story is told.
    made.troubles = {
        {"initech", newrelic::trouble_kind::slow, -hours(9), std::chrono::minutes(40)},
        {"globex", newrelic::trouble_kind::errors, -hours(1), duration(0)},
    };
    made.muting_rules = {{"Staging may break", "targetName", "ENDS_WITH", {"-staging"}}};
    return made;
}

} // namespace chatops::mocks::worlds
