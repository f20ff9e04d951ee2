#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/time.hpp"
#include "chatops/provider/newrelic/orders.hpp"

#include <boost/json/array.hpp>

namespace chatops::newrelic {

namespace detail {

CHATOPS_INLINE void add_text(boost::json::object& to, const char* name,
                             const std::optional<std::string>& text) {
    if (text) to[name] = json::write(*text);
}

/// In UTC, without saying so: the zone stands beside it.
CHATOPS_INLINE std::string clock_time_of(time_point when) {
    return format_time(when).substr(0, 19);
}

CHATOPS_INLINE boost::json::object schedule_of(time_point begins, time_point ends) {
    boost::json::object made;
    made["startTime"] = json::write(clock_time_of(begins));
    made["endTime"] = json::write(clock_time_of(ends));
    made["timeZone"] = "UTC";
    return made;
}

CHATOPS_INLINE boost::json::object common_variables_of(const issue_filter& what) {
    boost::json::object made;
    // A list by the schema, and a text would be taken for a list of one.
    detail::add_text(made, "priority", what.priority);
    if (!what.entity_guids.empty()) made["entityGuids"] = json::write(what.entity_guids);
    if (!what.ids.empty()) made["ids"] = json::write(what.ids);
    return made;
}

} // namespace detail

CHATOPS_INLINE boost::json::object variables_of(const issue_filter& what) {
    boost::json::object made = detail::common_variables_of(what);
    if (what.open) made["states"] = boost::json::array{"ACTIVATED", "CREATED"};
    if (what.acknowledged) made["isAcknowledged"] = *what.acknowledged;
    return made;
}

CHATOPS_INLINE boost::json::object incident_variables_of(const issue_filter& what) {
    boost::json::object made = detail::common_variables_of(what);
    if (what.open) made["states"] = boost::json::array{"CREATED"};
    return made;
}

CHATOPS_INLINE boost::json::object window_of(const issue_filter& what) {
    boost::json::object made;
    made["startTime"] = what.since.time_since_epoch().count();
    made["endTime"] = what.until.time_since_epoch().count();
    return made;
}

CHATOPS_INLINE boost::json::object variables_of(const deployment_order& what) {
    boost::json::object made;
    made["entityGuid"] = json::write(what.entity_guid);
    made["version"] = json::write(what.version);
    detail::add_text(made, "user", what.user);
    detail::add_text(made, "description", what.description);
    detail::add_text(made, "changelog", what.changelog);
    detail::add_text(made, "commit", what.commit);
    detail::add_text(made, "deepLink", what.deep_link);
    detail::add_text(made, "deploymentType", what.deployment_type);
    made["groupId"] = json::write(what.group_id);
    if (what.at) made["timestamp"] = what.at->time_since_epoch().count();
    return made;
}

CHATOPS_INLINE boost::json::object variables_of(const muting_order& what) {
    boost::json::object condition;
    condition["operator"] = "AND";
    condition["conditions"] = json::write(what.conditions);
    boost::json::object made;
    made["name"] = json::write(what.name);
    detail::add_text(made, "description", what.description);
    made["enabled"] = true;
    made["condition"] = std::move(condition);
    made["schedule"] = detail::schedule_of(what.begins, what.ends);
    return made;
}

CHATOPS_INLINE boost::json::object variables_of(const muting_change& what) {
    boost::json::object made;
    detail::add_text(made, "name", what.name);
    detail::add_text(made, "description", what.description);
    if (what.enabled) made["enabled"] = *what.enabled;
    if (what.begins && what.ends) made["schedule"] = detail::schedule_of(*what.begins, *what.ends);
    return made;
}

} // namespace chatops::newrelic
