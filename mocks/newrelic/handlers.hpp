// Every field of NerdGraph that takes more than a member of what it is of, one function each;
// resolving.cpp says which field is whose.
#pragma once

#include "mocks/newrelic/call.hpp"

namespace chatops::mocks::newrelic {

// actor.cpp
value show_actor(const call& from);
value show_request(const call& from);
value show_account(const call& from);
value list_accounts(const call& from);
value show_user(const call& from);
value run_nrql(const call& from);
value run_entity_nrql(const call& from);

// entities.cpp
value search_entities(const call& from);
value list_found_entities(const call& from);
value show_entity(const call& from);
value list_entities(const call& from);

// applications.cpp
value update_app_settings(const call& from);
value delete_app(const call& from);

// issues.cpp
value list_issues(const call& from);
value list_incidents(const call& from);
value acknowledge_issue(const call& from);
value unacknowledge_issue(const call& from);
value resolve_issue(const call& from);
value close_incident_by_hand(const call& from);

// policies.cpp
value search_policies(const call& from);
value show_policy(const call& from);
value create_policy(const call& from);
value update_policy(const call& from);
value delete_policy(const call& from);
value search_conditions(const call& from);
value show_condition(const call& from);

// muting_rules.cpp
value list_muting_rules(const call& from);
value show_muting_rule(const call& from);
value create_muting_rule(const call& from);
value update_muting_rule(const call& from);
value delete_muting_rule(const call& from);

// changes.cpp
value create_deployment(const call& from);
value create_change(const call& from);

} // namespace chatops::mocks::newrelic
