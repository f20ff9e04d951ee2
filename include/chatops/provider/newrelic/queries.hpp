// What NerdGraph is asked, word for word: values go into variables, never into these texts.
#pragma once

#include <string_view>

namespace chatops::newrelic::queries {

// A member of an answer is called here as our types call it (`guid`, `account_id: accountId`).
// Source: NerdGraph's schema; docs.newrelic.com, "NerdGraph tutorial" pages.

inline constexpr std::string_view identity = R"(query whoami {
  actor { user { id name email } accounts { id name } }
})";

inline constexpr std::string_view apps = R"(query apps($query: String!, $cursor: String) {
  actor { entitySearch(query: $query) { results(cursor: $cursor) {
    next_cursor: nextCursor
    entities {
      guid name account_id: accountId reporting permalink
      ... on ApmApplicationEntityOutline {
        application_id: applicationId
        alert_severity: alertSeverity
        language
        settings { apdex_target: apdexTarget }
        numbers: apmSummary {
          apdex_score: apdexScore error_rate: errorRate response_time: responseTimeAverage
          throughput host_count: hostCount instance_count: instanceCount
        }
      }
    }
  } } }
})";

/// Of one application, all that is shown of it; for the two queries that spread it.
inline constexpr std::string_view application_fragment = R"(
fragment application on Entity {
  guid name account_id: accountId reporting permalink
  tags { key values }
  ... on ApmApplicationEntity {
    application_id: applicationId
    alert_severity: alertSeverity
    language
    settings { apdex_target: apdexTarget }
    numbers: apmSummary {
      apdex_score: apdexScore error_rate: errorRate response_time: responseTimeAverage
      throughput host_count: hostCount instance_count: instanceCount
    }
  }
})";

inline constexpr std::string_view app = R"(query app($guid: EntityGuid!) {
  actor { entity(guid: $guid) { ...application } }
})";

/// An application with its open issues and its last deployments, at once: what fails of it does
/// not hide the rest.
inline constexpr std::string_view overview =
    R"(query overview($guid: EntityGuid!, $account: Int!, $nrql: Nrql!, $seconds: Seconds,
               $filter: AiIssuesFilterIssues, $window: TimeWindowInput) {
  actor {
    app: entity(guid: $guid) { ...application }
    account(id: $account) {
      deployments: nrql(query: $nrql, timeout: $seconds) { results }
      issues: aiIssues { issues(filter: $filter, timeWindow: $window) { issues {
        issue_id: issueId title priority state
        entity_names: entityNames created_at: createdAt activated_at: activatedAt
        updated_at: updatedAt acknowledged_at: acknowledgedAt
      } } }
    }
  }
})";

inline constexpr std::string_view issues =
    R"(query issues($account: Int!, $filter: AiIssuesFilterIssues, $window: TimeWindowInput,
             $cursor: String) {
  actor { account(id: $account) { aiIssues {
    issues(filter: $filter, timeWindow: $window, cursor: $cursor) {
      next_cursor: nextCursor
      issues {
        issue_id: issueId title priority state
        entity_names: entityNames entity_guids: entityGuids
        policy_name: policyName condition_name: conditionName
        incident_ids: incidentIds total_incidents: totalIncidents
        created_at: createdAt activated_at: activatedAt updated_at: updatedAt
        closed_at: closedAt acknowledged_at: acknowledgedAt acknowledged_by: acknowledgedBy
        muting_state: mutingState
      }
    }
  } } }
})";

inline constexpr std::string_view incidents =
    R"(query incidents($account: Int!, $filter: AiIssuesFilterIncidents, $window: TimeWindowInput,
                $cursor: String) {
  actor { account(id: $account) { aiIssues {
    incidents(filter: $filter, timeWindow: $window, cursor: $cursor) {
      next_cursor: nextCursor
      incidents {
        incident_id: incidentId title priority state
        entity_names: entityNames created_at: createdAt closed_at: closedAt
      }
    }
  } } }
})";

inline constexpr std::string_view acknowledge =
    R"(mutation acknowledge($account: Int!, $issue: ID!) {
  done: aiIssuesAckIssue(accountId: $account, issueId: $issue) { error result { action issueId } }
})";
inline constexpr std::string_view unacknowledge =
    R"(mutation unacknowledge($account: Int!, $issue: ID!) {
  done: aiIssuesUnackIssue(accountId: $account, issueId: $issue) { error result { action issueId } }
})";
inline constexpr std::string_view resolve =
    R"(mutation resolve($account: Int!, $issue: ID!) {
  done: aiIssuesResolveIssue(accountId: $account, issueId: $issue) {
    error result { action issueId }
  }
})";
inline constexpr std::string_view close_incident =
    R"(mutation close($account: Int!, $incident: ID!) {
  done: aiIssuesCloseIncident(accountId: $account, incidentId: $incident) { error incidentId }
})";

inline constexpr std::string_view nrql =
    R"(query nrql($account: Int!, $nrql: Nrql!, $seconds: Seconds) {
  actor { account(id: $account) { nrql(query: $nrql, timeout: $seconds) {
    results metadata { facets messages time_window: timeWindow { begin end } }
  } } }
})";

inline constexpr std::string_view record_deployment =
    R"(mutation deploy($deployment: ChangeTrackingDeploymentInput!) {
  done: changeTrackingCreateDeployment(deployment: $deployment) {
    deployment_id: deploymentId version user description changelog commit group_id: groupId
    timestamp
  }
})";

inline constexpr std::string_view set_application =
    R"(mutation set($guid: EntityGuid!, $settings: AgentApplicationSettingsUpdateInput!) {
  done: agentApplicationSettingsUpdate(guid: $guid, settings: $settings) {
    settings: apmSettings { apm: apmConfig { apdex_target: apdexTarget } }
    errors { description word: errorClass }
  }
})";
inline constexpr std::string_view delete_application =
    R"(mutation remove($guid: EntityGuid!) {
  done: agentApplicationDelete(guid: $guid) { success }
})";

inline constexpr std::string_view policies =
    R"(query policies($account: Int!, $cursor: String) {
  actor { account(id: $account) { alerts { policiesSearch(cursor: $cursor) {
    next_cursor: nextCursor
    policies { id name incident_preference: incidentPreference }
  } } } }
})";
inline constexpr std::string_view conditions =
    R"(query conditions($account: Int!, $policy: ID!, $cursor: String) {
  actor { account(id: $account) { alerts {
    nrqlConditionsSearch(searchCriteria: {policyId: $policy}, cursor: $cursor) {
      next_cursor: nextCursor
      conditions: nrqlConditions {
        id name enabled
        nrql { query }
        terms {
          operator priority threshold
          threshold_duration: thresholdDuration threshold_occurrences: thresholdOccurrences
        }
      }
    }
  } } }
})";
inline constexpr std::string_view create_policy =
    R"(mutation create($account: Int!, $policy: AlertsPolicyInput!) {
  done: alertsPolicyCreate(accountId: $account, policy: $policy) {
    id name incident_preference: incidentPreference
  }
})";
inline constexpr std::string_view update_policy =
    R"(mutation update($account: Int!, $id: ID!, $policy: AlertsPolicyUpdateInput!) {
  done: alertsPolicyUpdate(accountId: $account, id: $id, policy: $policy) {
    id name incident_preference: incidentPreference
  }
})";
inline constexpr std::string_view delete_policy =
    R"(mutation destroy($account: Int!, $id: ID!) {
  done: alertsPolicyDelete(accountId: $account, id: $id) { id }
})";

inline constexpr std::string_view muting_rules = R"(query muting($account: Int!) {
  actor { account(id: $account) { alerts { mutingRules {
    id name description enabled
    condition { operator conditions { attribute operator values } }
    schedule { start_time: startTime end_time: endTime time_zone: timeZone repeat }
  } } } }
})";
inline constexpr std::string_view create_muting_rule =
    R"(mutation mute($account: Int!, $rule: AlertsMutingRuleInput!) {
  done: alertsMutingRuleCreate(accountId: $account, rule: $rule) {
    id name description enabled
    condition { operator conditions { attribute operator values } }
    schedule { start_time: startTime end_time: endTime time_zone: timeZone repeat }
  }
})";
inline constexpr std::string_view update_muting_rule =
    R"(mutation change($account: Int!, $id: ID!, $rule: AlertsMutingRuleUpdateInput!) {
  done: alertsMutingRuleUpdate(accountId: $account, id: $id, rule: $rule) {
    id name description enabled
    condition { operator conditions { attribute operator values } }
    schedule { start_time: startTime end_time: endTime time_zone: timeZone repeat }
  }
})";
inline constexpr std::string_view delete_muting_rule =
    R"(mutation unmute($account: Int!, $id: ID!) {
  done: alertsMutingRuleDelete(accountId: $account, id: $id) { id }
})";

} // namespace chatops::newrelic::queries
