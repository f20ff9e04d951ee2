// What both ways in, NerdGraph and REST, do alike.
#pragma once

#include "mocks/newrelic/state.hpp"

#include <string_view>

namespace chatops::mocks::newrelic {

policy& add_policy(account_state& account, std::string_view name,
                   std::string_view incident_preference, time_point now);

/// With its conditions; what is open of them is closed.
void remove_policy(account_state& account, std::int64_t policy_id, time_point now);

/// With all that is wrong with it.
void remove_app(account_state& account, std::string_view guid);

/// Keeps the order of their moments.
deployment& add_deployment(account_state& account, application& of, deployment made);

} // namespace chatops::mocks::newrelic
