// Alerts as REST v2 has them: its incidents are NerdGraph's issues, its violations its incidents.
#include "mocks/newrelic/call.hpp"
#include "mocks/newrelic/changing.hpp"
#include "mocks/newrelic/rest_call.hpp"
#include "mocks/newrelic/running.hpp"

#include <utility>

namespace chatops::mocks::newrelic {
namespace {

bool is_set(const rest_call& from, std::string_view name) { return from.asked(name) == "true"; }

object show_rest(const rest_call& from, const issue& which) {
    array violations;
    for (const incident& each : from.account.incidents)
        if (each.issue_id == which.id) violations.push_back(each.number);
    object links;
    if (!is_set(from, "exclude_violations")) links["violations"] = std::move(violations);
    if (which.policy_id != 0) links["policy_id"] = which.policy_id;
    object made;
    made["id"] = which.number;
    made["opened_at"] = epoch(which.created_at);
    const auto& ended = which.closed_at ? which.closed_at : which.deactivated_at;
    if (ended) made["closed_at"] = epoch(*ended);
    made["incident_preference"] = which.preference;
    made["links"] = std::move(links);
    return made;
}

object show_rest(const rest_call& from, const incident& which) {
    const application* const app = from.account.find_app(which.app_guid);
    const condition* const by = from.account.find_condition(which.condition_id);
    const policy* const of = from.account.find_policy(which.policy_id);
    const time_point end = which.closed_at.value_or(from.now);
    object entity;
    entity["product"] = "Apm";
    entity["type"] = "Application";
    entity["group_id"] = app != nullptr ? app->id : 0;
    entity["id"] = app != nullptr ? app->id : 0;
    entity["name"] = app != nullptr ? app->name : "";
    object made;
    made["id"] = which.number;
    made["label"] = which.title;
    made["duration"] = (end - which.opened_at).count() / 1000;
    made["policy_name"] = of != nullptr ? of->name : "";
    made["condition_name"] = by != nullptr ? by->name : "";
    made["priority"] = which.priority == "CRITICAL" ? "Critical" : "Warning";
    made["opened_at"] = epoch(which.opened_at);
    if (which.closed_at) made["closed_at"] = epoch(*which.closed_at);
    made["entity"] = std::move(entity);
    const issue* const whole = from.account.find_issue(which.issue_id);
    made["links"] = object{{"policy_id", which.policy_id},
                           {"condition_id", which.condition_id},
                           {"incident_id", whole->number}};
    return made;
}

object show_rest(const policy& which) {
    object made;
    made["id"] = which.id;
    made["incident_preference"] = which.incident_preference;
    made["name"] = which.name;
    made["created_at"] = epoch(which.created_at);
    made["updated_at"] = epoch(which.updated_at);
    return made;
}

rest_answer a_policy(const policy& which, int status) {
    rest_answer made{status};
    made.body["policy"] = show_rest(which);
    return made;
}

policy& policy_of_path(const rest_call& from) {
    policy* const found = from.account.find_policy(from.number(0));
    if (found == nullptr) throw rest_refused(404, "No policy found with id " + from.words.at(0));
    return *found;
}

std::string name_given(const object& given) {
    std::string name(text_of(given, "name"));
    if (trimmed(name).empty()) throw rest_refused(422, "Name can't be blank");
    return name;
}

std::string preference_given(const object& given) {
    std::string how(text_of(given, "incident_preference"));
    if (how.empty()) how = "PER_POLICY";
    if (how != "PER_POLICY" && how != "PER_CONDITION" && how != "PER_CONDITION_AND_TARGET")
        throw rest_refused(422, "Incident preference is not included in the list");
    return how;
}

issue& issue_of_path(const rest_call& from) {
    for (issue& each : from.account.issues)
        if (each.number == from.number(0)) return each;
    throw rest_refused(404, "No incident found with id " + from.words.at(0));
}

rest_answer an_incident(const rest_call& from, const issue& which) {
    rest_answer made;
    made.body["incident"] = show_rest(from, which);
    return made;
}

} // namespace

rest_answer list_rest_incidents(const rest_call& from) {
    array all;
    for (auto each = from.account.issues.rbegin(); each != from.account.issues.rend(); ++each)
        if (!is_set(from, "only_open") || each->is_open()) all.push_back(show_rest(from, *each));
    rest_answer made;
    made.body["incidents"] = std::move(all);
    made.pages_of = "incidents";
    return made;
}

rest_answer acknowledge_rest_incident(const rest_call& from) {
    issue& which = issue_of_path(from);
    if (!which.is_open()) throw rest_refused(422, "Incident is already closed");
    which.acknowledged = done_by{from.now, from.account.user_email};
    which.updated_at = from.now;
    return an_incident(from, which);
}

rest_answer close_rest_incident(const rest_call& from) {
    issue& which = issue_of_path(from);
    if (!which.is_open()) throw rest_refused(422, "Incident is already closed");
    close_issue(from.account, which, from.account.user_email, from.now);
    return an_incident(from, which);
}

rest_answer list_rest_violations(const rest_call& from) {
    array all;
    for (auto each = from.account.incidents.rbegin(); each != from.account.incidents.rend(); ++each)
        if (!is_set(from, "only_open") || !each->closed_at) all.push_back(show_rest(from, *each));
    rest_answer made;
    made.body["violations"] = std::move(all);
    made.pages_of = "violations";
    made.has_last = false;
    return made;
}

rest_answer list_rest_events(const rest_call& from) {
    array all;
    const std::string_view wanted = from.asked("filter[event_type]");
    for (auto each = from.account.incidents.rbegin(); each != from.account.incidents.rend();
         ++each) {
        const issue* const of = from.account.find_issue(each->issue_id);
        const auto add = [&](std::string_view type, time_point at, std::int64_t behind) {
            if (!wanted.empty() && wanted != type) return;
            object one;
            one["id"] = each->number * 10 + behind;
            one["event_type"] = text_value(type);
            one["product"] = "APM";
            one["entity_type"] = "Application";
            one["priority"] = each->priority == "CRITICAL" ? "Critical" : "Warning";
            one["description"] = each->title;
            one["timestamp"] = epoch(at);
            one["incident_id"] = of->number;
            all.push_back(std::move(one));
        };
        if (each->closed_at) add("VIOLATION_CLOSE", *each->closed_at, 1);
        add("VIOLATION_OPEN", each->opened_at, 0);
    }
    rest_answer made;
    made.body["recent_events"] = std::move(all);
    made.pages_of = "recent_events";
    return made;
}

rest_answer list_rest_policies(const rest_call& from) {
    array all;
    for (const policy& each : from.account.policies)
        if (each.name.find(from.asked("filter[name]")) != std::string::npos)
            all.push_back(show_rest(each));
    rest_answer made;
    made.body["policies"] = std::move(all);
    made.pages_of = "policies";
    return made;
}

rest_answer create_rest_policy(const rest_call& from) {
    const object given = from.body("policy");
    return a_policy(add_policy(from.account, name_given(given), preference_given(given), from.now),
                    201);
}

rest_answer update_rest_policy(const rest_call& from) {
    policy& which = policy_of_path(from);
    const object given = from.body("policy");
    which.name = name_given(given);
    which.incident_preference = preference_given(given);
    which.updated_at = from.now;
    return a_policy(which, 200);
}

rest_answer delete_rest_policy(const rest_call& from) {
    const rest_answer shown = a_policy(policy_of_path(from), 200);
    remove_policy(from.account, from.number(0), from.now);
    return shown;
}

} // namespace chatops::mocks::newrelic
