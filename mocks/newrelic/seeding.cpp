// How an account comes from its seed.
#include "chatops/core/config.hpp"
#include "mocks/newrelic/running.hpp"
#include "mocks/newrelic/state.hpp"

#include <utility>

namespace chatops::mocks::newrelic {
namespace {

constexpr duration seeded_age = std::chrono::hours(24 * 90);
constexpr std::int64_t first_number = 204'260'000;

deployment deployment_of_seed(account_state& account, const seed_deployment& given,
                              time_point began) {
    deployment made;
    made.id = account.new_id();
    made.number = account.new_number();
    made.version = given.version;
    made.user = given.user;
    made.description = given.description;
    made.at = began - given.ago;
    return made;
}

application app_of_seed(account_state& account, const seed_app& given, time_point began) {
    application made;
    made.id = account.new_number();
    made.guid = guid_of(account.id, "APM", "APPLICATION", std::to_string(made.id));
    made.name = given.name;
    made.language = given.language;
    made.throughput = given.throughput;
    made.response_ms = given.response_ms;
    made.errors_per_mille = given.errors_per_mille;
    made.apdex_target_ms = given.apdex_target_ms;
    made.is_reporting = given.is_reporting;
    made.tags = given.tags;
    made.created_at = began - seeded_age;
    made.chance = static_cast<std::uint64_t>(made.id) * 0x9e3779b97f4a7c15U;
    auto hosts = given.hosts;
    if (hosts.empty()) hosts.push_back(given.name);
    for (const std::string& name : hosts) {
        host one{account.new_number(), name, {}};
        for (int i = 0; i < given.instances_per_host; ++i)
            one.instance_ids.push_back(account.new_number());
        made.hosts.push_back(std::move(one));
    }
    for (const seed_deployment& each : given.deployments)
        made.deployments.push_back(deployment_of_seed(account, each, began));
    return made;
}

void add_policy(account_state& account, const seed_policy& given, time_point began) {
    const time_point at = began - seeded_age;
    policy made{account.new_number(), given.name, given.incident_preference, at, at};
    for (const seed_condition& each : given.conditions) {
        condition one;
        one.id = account.new_number();
        one.policy_id = made.id;
        one.name = each.name;
        one.watches = each.watches;
        for (const std::string& app : each.apps) {
            const application* const known = account.find_app(app);
            CHATOPS_ASSERT(known != nullptr);
            one.app_guids.push_back(known->guid);
        }
        one.priority = each.priority;
        one.threshold_duration = each.threshold_duration;
        one.created_at = at;
        account.conditions.push_back(std::move(one));
    }
    account.policies.push_back(std::move(made));
}

void add_muting_rule(account_state& account, const seed_muting_rule& given, time_point began) {
    muting_rule made;
    made.id = account.new_number();
    made.name = given.name;
    made.is_enabled = given.is_enabled;
    array values;
    for (const std::string& each : given.values) values.push_back(text_value(each));
    object one{{"attribute", given.attribute}, {"operator", given.operator_name}};
    one["values"] = std::move(values);
    made.condition["operator"] = "AND";
    made.condition["conditions"] = array{std::move(one)};
    made.created_at = made.updated_at = began - seeded_age;
    account.muting_rules.push_back(std::move(made));
}

} // namespace

account_state::account_state(const seed& given, std::uint64_t chance, time_point began)
    : api_key(given.api_key), id(given.account_id), name(given.account_name),
      user_name(given.user_name), user_email(given.user_email), created_at(began - seeded_age),
      ids_(chance), last_number_(first_number) {
    CHATOPS_ASSERT(!api_key.empty());
    user_id = new_number();
    for (const seed_app& each : given.apps) {
        CHATOPS_ASSERT(find_app(each.name) == nullptr);
        apps.push_back(app_of_seed(*this, each, began));
    }
    for (const seed_policy& each : given.policies) add_policy(*this, each, began);
    for (const seed_muting_rule& each : given.muting_rules) add_muting_rule(*this, each, began);
    for (const seed_trouble& each : given.troubles) {
        const application* const app = find_app(each.app);
        CHATOPS_ASSERT(app != nullptr);
        const time_point begins = began + each.begins;
        trouble made{app->guid, each.kind, begins, std::nullopt};
        if (each.lasts > duration(0)) made.ends = begins + each.lasts;
        troubles.push_back(std::move(made));
    }
    settle(*this, began);
}

} // namespace chatops::mocks::newrelic
