// Policies, conditions, muting rules and deployments as NerdGraph writes them.
#include "mocks/newrelic/conditions.hpp"
#include "mocks/newrelic/muting.hpp"
#include "mocks/newrelic/views.hpp"

namespace chatops::mocks::newrelic {
namespace {

object owner_of(const account_state& account) {
    object made;
    made["id"] = account.user_id;
    made["name"] = account.user_name;
    made["email"] = account.user_email;
    made["gravatar"] = nullptr;
    return made;
}

/// Its times say how far from UTC they are. Source: newrelic/terraform-provider-newrelic, pull
/// request 1167. Of UTC only: this mock has no table of zones.
value shown_schedule(const value& schedule) {
    value made = schedule;
    object* const when = made.if_object();
    if (when == nullptr) return made;
    const std::string_view zone = text_of(*when, "timeZone");
    if (zone != "UTC" && zone != "Etc/UTC") return made;
    for (const char* const name : {"startTime", "endTime", "endRepeat"})
        if (const std::string_view text = text_of(*when, name); !text.empty() && text.back() != 'Z')
            (*when)[name] = std::string(text) + 'Z';
    return made;
}

} // namespace

object show(const policy& which, const account_state& account) {
    object made;
    made["id"] = std::to_string(which.id);
    made["accountId"] = account.id;
    made["name"] = which.name;
    made["incidentPreference"] = which.incident_preference;
    made["entityGuid"] = guid_of(account.id, "AIOPS", "POLICY", std::to_string(which.id));
    return made;
}

object show(const condition& which, const account_state& account) {
    const watching what = watching_of(which, account);
    object made;
    made["__typename"] = "AlertsNrqlStaticCondition";
    made["id"] = std::to_string(which.id);
    made["policyId"] = std::to_string(which.policy_id);
    made["name"] = which.name;
    made["enabled"] = which.is_enabled;
    made["type"] = "STATIC";
    made["description"] = nullptr;
    made["runbookUrl"] = nullptr;
    made["titleTemplate"] = nullptr;
    made["valueFunction"] = "SINGLE_VALUE";
    made["entityGuid"] = guid_of(account.id, "AIOPS", "CONDITION", std::to_string(which.id));
    made["nrql"] = object{{"query", what.query}, {"dataAccountId", account.id}};
    object term;
    term["__typename"] = "AlertsNrqlConditionTerms";
    term["operator"] = what.sign;
    term["priority"] = which.priority;
    term["threshold"] = what.threshold;
    term["thresholdDuration"] = which.threshold_duration.count() / 1000;
    term["thresholdOccurrences"] = "ALL";
    term["disableHealthStatusReporting"] = false;
    term["disableEventCreation"] = false;
    made["terms"] = array{std::move(term)};
    made["violationTimeLimit"] = "THIRTY_DAYS";
    made["violationTimeLimitSeconds"] = 2'592'000;
    made["createdAt"] = epoch(which.created_at);
    made["updatedAt"] = epoch(which.created_at);
    return made;
}

object show(const muting_rule& which, const account_state& account, time_point now) {
    object made;
    made["id"] = std::to_string(which.id);
    made["accountId"] = account.id;
    made["name"] = which.name;
    made["description"] = text_or_null(which.description);
    made["enabled"] = which.is_enabled;
    made["status"] = text_value(status_of(which, now));
    made["condition"] = which.condition;
    made["schedule"] = shown_schedule(which.schedule);
    made["actionOnMutingRuleWindowEnded"] = which.window_action;
    made["createdAt"] = iso_time(which.created_at);
    made["updatedAt"] = iso_time(which.updated_at);
    made["createdByUser"] = owner_of(account);
    made["updatedByUser"] = owner_of(account);
    return made;
}

object show(const deployment& which, const application& of) {
    object made;
    made["deploymentId"] = which.id;
    made["entityGuid"] = of.guid;
    made["version"] = which.version;
    made["timestamp"] = epoch(which.at);
    made["user"] = text_or_null(which.user);
    made["description"] = text_or_null(which.description);
    made["changelog"] = text_or_null(which.changelog);
    made["commit"] = text_or_null(which.commit);
    made["deepLink"] = text_or_null(which.deep_link);
    made["deploymentType"] = which.type;
    made["groupId"] = text_or_null(which.group_id);
    return made;
}

} // namespace chatops::mocks::newrelic
