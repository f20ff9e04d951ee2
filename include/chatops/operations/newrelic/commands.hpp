// New Relic's commands, as lists.
#pragma once

#include "chatops/operations/newrelic/account.hpp"
#include "chatops/operations/newrelic/app_change.hpp"
#include "chatops/operations/newrelic/apps.hpp"
#include "chatops/operations/newrelic/chart.hpp"
#include "chatops/operations/newrelic/deployment_remove.hpp"
#include "chatops/operations/newrelic/deployments.hpp"
#include "chatops/operations/newrelic/hosts.hpp"
#include "chatops/operations/newrelic/incidents.hpp"
#include "chatops/operations/newrelic/issue_state.hpp"
#include "chatops/operations/newrelic/issues.hpp"
#include "chatops/operations/newrelic/query.hpp"
#include "chatops/operations/newrelic/watch.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/newrelic.cpp`.
inline std::vector<entry> make_newrelic_entries() {
    return entries_of<newrelic_apps, newrelic_app_show, newrelic_app_change, newrelic_app_remove,
                      newrelic_hosts, newrelic_chart, newrelic_issues, newrelic_issue_show,
                      newrelic_issue_acknowledge, newrelic_issue_unacknowledge,
                      newrelic_issue_resolve, newrelic_incidents, newrelic_incident_close,
                      newrelic_query, newrelic_watch, newrelic_deployments,
                      newrelic_deployment_record, newrelic_deployment_remove, newrelic_whoami,
                      newrelic_accounts>();
}

} // namespace chatops::operations
