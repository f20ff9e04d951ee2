// New Relic's commands about alert policies and muting rules, as a list.
#pragma once

#include "chatops/operations/newrelic/conditions.hpp"
#include "chatops/operations/newrelic/muting.hpp"
#include "chatops/operations/newrelic/muting_change.hpp"
#include "chatops/operations/newrelic/policies.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/newrelic_alerts.cpp`.
inline std::vector<entry> make_newrelic_alert_entries() {
    return entries_of<newrelic_policies, newrelic_conditions, newrelic_policy_create,
                      newrelic_policy_rename, newrelic_policy_change, newrelic_policy_destroy,
                      newrelic_muting, newrelic_muting_create, newrelic_muting_change,
                      newrelic_muting_enable, newrelic_muting_disable, newrelic_muting_remove>();
}

} // namespace chatops::operations
