#include "mocks/newrelic/views.hpp"

#include "mocks/newrelic/running.hpp"
#include "mocks/newrelic/summaries.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

constexpr std::string_view priorities[] = {"CRITICAL", "HIGH", "MEDIUM", "LOW"};

/// Adds it unless it is there.
void add_once(array& to, const value& one) {
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

object reference(const account_state& account) {
    object made;
    made["id"] = account.id;
    made["name"] = account.name;
    return made;
}

array show_tags(const application& which, const account_state& account) {
    array made;
    const auto add = [&](const std::string& key, array values) {
        object one;
        one["key"] = key;
        one["values"] = std::move(values);
        made.push_back(std::move(one));
    };
    add("account", {text_value(account.name)});
    add("accountId", {text_value(std::to_string(account.id))});
    add("language", {text_value(which.language)});
    for (const auto& [key, given] : which.tags) {
        array values;
        for (const std::string& each : given) values.push_back(text_value(each));
        add(key, std::move(values));
    }
    return made;
}

object show_summary(const application& which, const account_state& account, time_point now) {
    const summary all = summary_of(account, which, now);
    object made;
    made["apdexScore"] = all.apdex;
    made["errorRate"] = all.error_rate;
    made["hostCount"] = which.hosts.size();
    made["instanceCount"] = instances_of(which);
    made["responseTimeAverage"] = all.response_seconds;
    made["throughput"] = all.throughput;
    made["webResponseTimeAverage"] = all.web_response_seconds;
    made["webThroughput"] = all.web_throughput;
    made["nonWebResponseTimeAverage"] = all.background_response_seconds;
    made["nonWebThroughput"] = all.throughput - all.web_throughput;
    return made;
}

/// What became of it last. [?] Of those that are not activated or closed.
std::string_view event_of(const issue& which) {
    if (which.closed_at) return "ISSUE_CLOSE";
    if (which.deactivated_at) return "ISSUE_DEACTIVATE";
    return which.activated_at ? "ISSUE_ACTIVATE" : "ISSUE_CREATE";
}

std::string link_to(std::string_view guid) {
    return "https://one.newrelic.com/redirect/entity/" + std::string(guid);
}

} // namespace

object show(const application& which, const account_state& account, time_point now,
            std::string_view type) {
    object made;
    made["__typename"] = text_value(type);
    made["guid"] = which.guid;
    made["name"] = which.name;
    made["account"] = reference(account);
    made["accountId"] = account.id;
    made["domain"] = "APM";
    made["type"] = "APPLICATION";
    made["entityType"] = "APM_APPLICATION_ENTITY";
    made["reporting"] = is_reporting(account, which, now);
    made["permalink"] = link_to(which.guid);
    made["alertSeverity"] = text_value(severity_of(account, which));
    made["firstIndexedAt"] = epoch(which.created_at);
    made["indexedAt"] = epoch(now);
    made["lastReportingChangeAt"] = epoch(which.created_at);
    made["tags"] = show_tags(which, account);
    made["applicationId"] = which.id;
    made["language"] = which.language;
    made["settings"] = object{{"apdexTarget", which.apdex_target_ms / 1000.0},
                              {"serverSideConfig", which.has_server_side_config}};
    made["runningAgentVersions"] = object{{"maxVersion", "9.14.0"}, {"minVersion", "9.14.0"}};
    made["apmSummary"] = is_reporting(account, which, now)
                             ? value(show_summary(which, account, now))
                             : value(nullptr);
    array deployments;
    for (auto each = which.deployments.rbegin(); each != which.deployments.rend(); ++each)
        deployments.push_back(show(*each, which));
    made["deploymentSearch"] = object{{"results", std::move(deployments)}};
    return made;
}

std::string_view priority_of(const issue& which, const account_state& account) {
    std::size_t highest = std::size(priorities) - 1;
    for (const incident& each : account.incidents) {
        if (each.issue_id != which.id) continue;
        const auto* const rank =
            std::find(std::begin(priorities), std::end(priorities), each.priority);
        highest = std::min(highest, static_cast<std::size_t>(rank - std::begin(priorities)));
    }
    return priorities[highest];
}

std::string_view muting_of(const issue& which, const account_state& account) {
    bool has_muted = false;
    bool has_loud = false;
    for (const incident& each : account.incidents) {
        if (each.issue_id != which.id) continue;
        (each.is_muted ? has_muted : has_loud) = true;
    }
    if (!has_muted) return "NOT_MUTED";
    return has_loud ? "PARTIALLY_MUTED" : "FULLY_MUTED";
}

object show(const issue& which, const account_state& account) {
    array incidents;
    array titles;
    array guids;
    array names;
    array conditions;
    array families;
    for (const incident& each : account.incidents) {
        if (each.issue_id != which.id) continue;
        incidents.push_back(text_value(each.id));
        add_once(titles, text_value(each.title));
        add_once(guids, text_value(each.app_guid));
        if (const application* const app = account.find_app(each.app_guid))
            add_once(names, text_value(app->name));
        if (const condition* const by = account.find_condition(each.condition_id)) {
            add_once(conditions, text_value(by->name));
            add_once(families, by->id);
        }
    }
    object made;
    made["issueId"] = which.id;
    made["account"] = reference(account);
    made["accountIds"] = array{account.id};
    made["title"] = titles;
    made["description"] = std::move(titles);
    made["priority"] = text_value(priority_of(which, account));
    made["state"] = text_value(which.state());
    made["eventType"] = text_value(event_of(which));
    made["createdAt"] = epoch(which.created_at);
    made["updatedAt"] = epoch(which.updated_at);
    made["activatedAt"] = epoch(which.activated_at);
    made["closedAt"] = epoch(which.closed_at);
    made["closedBy"] = text_or_null(which.closed_by);
    const bool is_held = which.acknowledged.has_value();
    made["acknowledgedAt"] = is_held ? epoch(which.acknowledged->at) : value(nullptr);
    made["acknowledgedBy"] = is_held ? text_value(which.acknowledged->who) : value(nullptr);
    const bool is_let_go = which.unacknowledged.has_value();
    made["unAcknowledgedAt"] = is_let_go ? epoch(which.unacknowledged->at) : value(nullptr);
    made["unAcknowledgedBy"] = is_let_go ? text_value(which.unacknowledged->who) : value(nullptr);
    made["entityGuids"] = std::move(guids);
    made["entityTypes"] = array{"APPLICATION"};
    made["entityNames"] = std::move(names);
    made["conditionName"] = std::move(conditions);
    made["conditionFamilyId"] = std::move(families);
    made["conditionProduct"] = array{"APM"};
    const bool has_policy = which.policy_id != 0;
    made["policyIds"] = has_policy ? array{std::to_string(which.policy_id)} : array{};
    made["policyName"] = has_policy ? array{text_value(which.policy_name)} : array{};
    made["totalIncidents"] = incidents.size();
    made["incidentIds"] = std::move(incidents);
    made["isCorrelated"] = false;
    made["isIdle"] = false;
    made["mutingState"] = text_value(muting_of(which, account));
    made["origins"] = array{"newrelic"};
    made["sources"] = array{"newrelic"};
    made["deepLinkUrl"] =
        array{"https://radar-api.service.newrelic.com/accounts/" + std::to_string(account.id) +
              "/issues/" + which.id + "?notifier=NERDGRAPH"};
    return made;
}

object show(const incident& which, const account_state& account) {
    const application* const app = account.find_app(which.app_guid);
    const time_point changed = which.closed_at.value_or(which.opened_at);
    object made;
    made["__typename"] = "AiIssuesNewRelicIncident";
    made["incidentId"] = which.id;
    made["account"] = reference(account);
    made["accountIds"] = std::to_string(account.id);
    made["title"] = which.title;
    made["description"] = array{text_value(which.title)};
    made["priority"] = which.priority;
    made["state"] = which.closed_at ? "CLOSED" : "CREATED";
    made["createdAt"] = epoch(which.opened_at);
    made["updatedAt"] = epoch(changed);
    made["closedAt"] = epoch(which.closed_at);
    made["timestamp"] = epoch(changed);
    made["entityGuids"] = which.app_guid;
    made["entityNames"] = app != nullptr ? text_value(app->name) : value(nullptr);
    made["entityTypes"] = "APPLICATION";
    made["policyIds"] =
        which.policy_id != 0 ? text_value(std::to_string(which.policy_id)) : value(nullptr);
    made["conditionFamilyId"] =
        which.condition_id != 0 ? text_value(std::to_string(which.condition_id)) : value(nullptr);
    return made;
}

} // namespace chatops::mocks::newrelic
