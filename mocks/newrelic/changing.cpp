#include "mocks/newrelic/changing.hpp"

#include "mocks/newrelic/running.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace chatops::mocks::newrelic {

policy& add_policy(account_state& account, std::string_view name,
                   std::string_view incident_preference, time_point now) {
    account.policies.push_back(
        {account.new_number(), std::string(name), std::string(incident_preference), now, now});
    return account.policies.back();
}

void remove_policy(account_state& account, std::int64_t policy_id, time_point now) {
    for (incident& each : account.incidents)
        if (each.policy_id == policy_id && !each.closed_at) close_incident(account, each, "", now);
    std::erase_if(account.conditions,
                  [&](const condition& each) { return each.policy_id == policy_id; });
    std::erase_if(account.policies, [&](const policy& each) { return each.id == policy_id; });
}

void remove_app(account_state& account, std::string_view guid) {
    std::erase_if(account.troubles, [&](const trouble& each) { return each.app_guid == guid; });
    std::erase_if(account.apps, [&](const application& each) { return each.guid == guid; });
}

deployment& add_deployment(account_state& account, application& of, deployment made) {
    made.id = account.new_id();
    made.number = account.new_number();
    const auto behind =
        std::upper_bound(of.deployments.begin(), of.deployments.end(), made.at,
                         [](time_point at, const deployment& each) { return at < each.at; });
    return *of.deployments.insert(behind, std::move(made));
}

} // namespace chatops::mocks::newrelic
