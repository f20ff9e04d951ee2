// What New Relic is asked for or told to do, as its NerdGraph reads it.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/provider/newrelic/types.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace chatops::newrelic {

// Empty optionals and lists are left out. Source: NerdGraph's schema: AiIssuesFilterIssues,
// ChangeTrackingDeploymentInput, AlertsMutingRuleInput, AlertsMutingRuleUpdateInput.

/// Which issues, or incidents.
struct issue_filter {
    /// Without those that are closed.
    bool open = true;
    /// `CRITICAL`, `HIGH`, `MEDIUM` or `LOW`.
    std::optional<std::string> priority;
    std::vector<std::string> entity_guids;
    std::vector<std::string> ids;
    /// Whether somebody has taken it on; of issues only.
    std::optional<bool> acknowledged;
    /// Those that were there between the two.
    time_point since;
    time_point until;
};

struct deployment_order {
    std::string entity_guid;
    std::string version;
    std::optional<std::string> user;
    std::optional<std::string> description;
    std::optional<std::string> changelog;
    std::optional<std::string> commit;
    std::optional<std::string> deep_link;
    /// `BASIC`, `BLUE_GREEN`, `CANARY`, `ROLLING`, `SHADOW` or `OTHER`.
    std::optional<std::string> deployment_type;
    /// What deployments that belong together have in common; ours is known by it.
    std::string group_id;
    /// When it came into service: at most a day from now. Without it, now.
    std::optional<time_point> at;
};

struct muting_order {
    std::string name;
    std::optional<std::string> description;
    /// All of these must hold.
    std::vector<muting_part> conditions;
    time_point begins;
    time_point ends;
};

/// What is to be different of a muting rule; what is not said stays as it is.
struct muting_change {
    std::optional<std::string> name;
    std::optional<std::string> description;
    std::optional<bool> enabled;
    /// Since when and until when: both or neither.
    std::optional<time_point> begins;
    std::optional<time_point> ends;
};

/// As variables of a query.
boost::json::object variables_of(const issue_filter& what);
/// The same of incidents, which have no other states.
boost::json::object incident_variables_of(const issue_filter& what);
boost::json::object window_of(const issue_filter& what);
boost::json::object variables_of(const deployment_order& what);
boost::json::object variables_of(const muting_order& what);
boost::json::object variables_of(const muting_change& what);

} // namespace chatops::newrelic

#include CHATOPS_BODY("chatops/provider/newrelic/orders.ipp")
