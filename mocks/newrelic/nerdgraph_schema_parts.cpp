// What NerdGraph says of issues, alerts and changes.
#include "mocks/newrelic/nerdgraph_schema.hpp"

namespace chatops::mocks::newrelic {

const std::string_view schema_of_issues = R"(
enum AiIssuesIssueState { ACTIVATED CLOSED CREATED DEACTIVATED }
enum AiIssuesIncidentState { CLOSED CREATED }
enum AiIssuesPriority { CRITICAL HIGH LOW MEDIUM }
enum AiIssuesIssueMutingState { FULLY_MUTED NOT_MUTED PARTIALLY_MUTED }
enum AiIssuesIssueUserAction { ACK CLOSE_BY_MUTING_RULE_ID MARK_AS_INVESTIGATING RESOLVE UNACK }
enum AiIssuesIncidentUserAction { CLOSE }
input AiIssuesFilterIssues {
  conditionIds: [Int!]
  contains: String
  entityGuids: [EntityGuid!]
  entityTypes: [String!]
  ids: [ID!]
  isAcknowledged: Boolean
  isCorrelated: Boolean
  mutingStates: [AiIssuesIssueMutingState!]
  policyIds: [Int!]
  priority: [String!]
  sources: [String!]
  states: [AiIssuesIssueState!]
}
input AiIssuesFilterIncidents {
  entityGuids: [EntityGuid!]
  entityTypes: [String!]
  ids: [ID!]
  priority: [String!]
  states: [AiIssuesIncidentState!]
}
type AiIssuesAccountStitchedFields {
  incidents(cursor: String, filter: AiIssuesFilterIncidents, timeWindow: TimeWindowInput):
    AiIssuesIncidentData
  issues(cursor: String, filter: AiIssuesFilterIssues, timeWindow: TimeWindowInput):
    AiIssuesIssueData
}
type AiIssuesIssueData { issues: [AiIssuesIssue!]! nextCursor: String }
type AiIssuesIncidentData { incidents: [AiIssuesIIncident!]! nextCursor: String }
type AiIssuesIssue {
  account: AccountReference
  accountIds: [Int!]!
  acknowledgedAt: EpochMilliseconds
  acknowledgedBy: String
  activatedAt: EpochMilliseconds
  closedAt: EpochMilliseconds
  closedBy: String
  conditionFamilyId: [Int!]
  conditionName: [String!]
  conditionProduct: [String!]
  createdAt: EpochMilliseconds!
  deepLinkUrl: [String!]
  description: [String!]!
  entityGuids: [EntityGuid!]
  entityNames: [String!]
  entityTypes: [String!]
  eventType: String!
  incidentIds: [String!]
  isCorrelated: Boolean!
  isIdle: Boolean!
  issueId: ID!
  mutingState: AiIssuesIssueMutingState
  origins: [String!]!
  policyIds: [String!]
  policyName: [String!]
  priority: AiIssuesPriority!
  sources: [String!]!
  state: AiIssuesIssueState!
  title: [String!]!
  totalIncidents: Int!
  unAcknowledgedAt: EpochMilliseconds
  unAcknowledgedBy: String
  updatedAt: EpochMilliseconds!
}
interface AiIssuesIIncident {
  account: AccountReference
  accountIds: String!
  closedAt: EpochMilliseconds
  createdAt: EpochMilliseconds!
  description: [String!]!
  entityGuids: EntityGuid
  entityNames: String
  entityTypes: String
  incidentId: ID!
  priority: AiIssuesPriority!
  state: AiIssuesIncidentState!
  timestamp: EpochMilliseconds!
  title: String!
  updatedAt: EpochMilliseconds!
}
type AiIssuesNewRelicIncident implements AiIssuesIIncident {
  conditionFamilyId: String
  policyIds: String
}
type AiIssuesIssueUserActionResponse { error: String result: AiIssuesIssueUserActionResult }
type AiIssuesIssueUserActionResult {
  accountId: Int!
  action: AiIssuesIssueUserAction!
  issueId: ID!
}
type AiIssuesIncidentUserActionResponse {
  accountId: Int!
  action: AiIssuesIncidentUserAction
  error: String
  incidentId: ID!
}
)";

const std::string_view schema_of_alerts = R"(
enum AlertsIncidentPreference { CUSTOM PER_CONDITION PER_CONDITION_AND_TARGET PER_POLICY }
enum AlertsNrqlConditionType { BASELINE OUTLIER STATIC }
enum AlertsNrqlConditionPriority { CRITICAL WARNING }
enum AlertsNrqlConditionTermsOperator {
  ABOVE ABOVE_OR_EQUALS BELOW BELOW_OR_EQUALS EQUALS NOT_EQUALS
}
enum AlertsNrqlConditionThresholdOccurrences { ALL AT_LEAST_ONCE }
enum AlertsViolationTimeLimit {
  EIGHT_HOURS FOUR_HOURS ONE_HOUR THIRTY_DAYS TWELVE_HOURS TWENTY_FOUR_HOURS TWO_HOURS
}
enum AlertsActionOnMutingRuleWindowEnded { CLOSE_ISSUES_ON_INACTIVE DO_NOTHING }
enum AlertsMutingRuleStatus { ACTIVE ENDED INACTIVE SCHEDULED }
enum AlertsMutingRuleConditionGroupOperator { AND OR }
enum AlertsMutingRuleConditionOperator {
  ANY CONTAINS ENDS_WITH EQUALS IN IS_BLANK IS_NOT_BLANK NOT_CONTAINS NOT_ENDS_WITH NOT_EQUALS
  NOT_IN NOT_STARTS_WITH STARTS_WITH
}
enum AlertsMutingRuleScheduleRepeat { DAILY MONTHLY WEEKLY }
enum AlertsDayOfWeek { FRIDAY MONDAY SATURDAY SUNDAY THURSDAY TUESDAY WEDNESDAY }
type AlertsAccountStitchedFields {
  mutingRule(id: ID!): AlertsMutingRule
  mutingRules: [AlertsMutingRule]
  nrqlCondition(id: ID!): AlertsNrqlCondition
  nrqlConditionsSearch(cursor: String, searchCriteria: AlertsNrqlConditionsSearchCriteriaInput):
    AlertsNrqlConditionsSearchResultSet
  policiesSearch(cursor: String, searchCriteria: AlertsPoliciesSearchCriteriaInput):
    AlertsPoliciesSearchResultSet
  policy(id: ID!): AlertsPolicy
}
input AlertsPoliciesSearchCriteriaInput { ids: [ID!] name: String nameLike: String }
input AlertsPolicyInput { incidentPreference: AlertsIncidentPreference! name: String! }
input AlertsPolicyUpdateInput { incidentPreference: AlertsIncidentPreference name: String }
type AlertsPolicy {
  accountId: Int!
  entityGuid: EntityGuid
  id: ID!
  incidentPreference: AlertsIncidentPreference!
  name: String!
}
type AlertsPoliciesSearchResultSet {
  nextCursor: String policies: [AlertsPolicy!]! totalCount: Int!
}
type AlertsPolicyDeleteResponse { id: ID! }
input AlertsNrqlConditionsSearchCriteriaInput {
  name: String
  nameLike: String
  policyId: ID
  query: String
  queryLike: String
  termsOperator: AlertsNrqlConditionTermsOperator
}
type AlertsNrqlConditionsSearchResultSet {
  nextCursor: String nrqlConditions: [AlertsNrqlCondition!]! totalCount: Int!
}
type AlertsNrqlConditionQuery { dataAccountId: Int evaluationOffset: Int query: Nrql! }
interface AlertsNrqlTerms {
  disableHealthStatusReporting: Boolean
  operator: AlertsNrqlConditionTermsOperator!
  priority: AlertsNrqlConditionPriority!
  threshold: Float
  thresholdDuration: Seconds!
  thresholdOccurrences: AlertsNrqlConditionThresholdOccurrences!
}
type AlertsNrqlConditionTerms implements AlertsNrqlTerms { disableEventCreation: Boolean }
interface AlertsNrqlCondition {
  createdAt: EpochMilliseconds
  description: String
  enabled: Boolean!
  entityGuid: EntityGuid
  id: ID!
  name: String!
  nrql: AlertsNrqlConditionQuery!
  policyId: ID!
  runbookUrl: String
  terms: [AlertsNrqlTerms!]!
  titleTemplate: String
  type: AlertsNrqlConditionType!
  updatedAt: EpochMilliseconds
  violationTimeLimit: AlertsViolationTimeLimit
  violationTimeLimitSeconds: Seconds
}
type AlertsNrqlStaticCondition implements AlertsNrqlCondition { valueFunction: String }
type AlertsNrqlBaselineCondition implements AlertsNrqlCondition { baselineDirection: String }
input AlertsMutingRuleConditionInput {
  attribute: String!
  operator: AlertsMutingRuleConditionOperator!
  values: [String]!
}
input AlertsMutingRuleConditionGroupInput {
  conditions: [AlertsMutingRuleConditionInput!]!
  operator: AlertsMutingRuleConditionGroupOperator!
}
input AlertsMutingRuleScheduleInput {
  endRepeat: NaiveDateTime
  endTime: NaiveDateTime
  repeat: AlertsMutingRuleScheduleRepeat
  repeatCount: Int
  startTime: NaiveDateTime
  timeZone: String!
  weeklyRepeatDays: [AlertsDayOfWeek!]
}
input AlertsMutingRuleScheduleUpdateInput {
  endRepeat: NaiveDateTime
  endTime: NaiveDateTime
  repeat: AlertsMutingRuleScheduleRepeat
  repeatCount: Int
  startTime: NaiveDateTime
  timeZone: String
  weeklyRepeatDays: [AlertsDayOfWeek!]
}
input AlertsMutingRuleInput {
  actionOnMutingRuleWindowEnded: AlertsActionOnMutingRuleWindowEnded
  condition: AlertsMutingRuleConditionGroupInput!
  description: String
  enabled: Boolean!
  name: String!
  schedule: AlertsMutingRuleScheduleInput
}
input AlertsMutingRuleUpdateInput {
  actionOnMutingRuleWindowEnded: AlertsActionOnMutingRuleWindowEnded
  condition: AlertsMutingRuleConditionGroupInput
  description: String
  enabled: Boolean
  name: String
  schedule: AlertsMutingRuleScheduleUpdateInput
}
type AlertsMutingRuleCondition {
  attribute: String!
  operator: AlertsMutingRuleConditionOperator!
  values: [String]!
}
type AlertsMutingRuleConditionGroup {
  conditions: [AlertsMutingRuleCondition!]!
  operator: AlertsMutingRuleConditionGroupOperator!
}
type AlertsMutingRuleSchedule {
  endRepeat: DateTime
  endTime: DateTime
  repeat: AlertsMutingRuleScheduleRepeat
  repeatCount: Int
  startTime: DateTime
  timeZone: String!
  weeklyRepeatDays: [AlertsDayOfWeek!]
}
type AlertsMutingRule {
  accountId: Int!
  actionOnMutingRuleWindowEnded: AlertsActionOnMutingRuleWindowEnded
  condition: AlertsMutingRuleConditionGroup!
  createdAt: DateTime!
  createdByUser: UserReference
  description: String
  enabled: Boolean!
  id: ID!
  name: String!
  schedule: AlertsMutingRuleSchedule
  status: AlertsMutingRuleStatus!
  updatedAt: DateTime!
  updatedByUser: UserReference
}
type AlertsMutingRuleDeleteResult { id: ID! }
)";

const std::string_view schema_of_changes = R"(
enum ChangeTrackingDeploymentType { BASIC BLUE_GREEN CANARY OTHER ROLLING SHADOW }
enum ChangeTrackingValidationFlag {
  ALLOW_CUSTOM_CATEGORY_OR_TYPE FAIL_ON_FIELD_LENGTH FAIL_ON_REST_API_FAILURES
}
input ChangeTrackingDataHandlingRules { validationFlags: [ChangeTrackingValidationFlag!] }
input ChangeTrackingDeploymentInput {
  changelog: String
  commit: String
  deepLink: String
  deploymentType: ChangeTrackingDeploymentType
  description: String
  entityGuid: EntityGuid!
  groupId: String
  timestamp: EpochMilliseconds
  user: String
  version: String!
}
type ChangeTrackingDeployment {
  changelog: String
  commit: String
  deepLink: String
  deploymentId: String
  deploymentType: ChangeTrackingDeploymentType
  description: String
  entityGuid: EntityGuid!
  groupId: String
  timestamp: EpochMilliseconds!
  user: String
  version: String!
}
type ChangeTrackingDeploymentSearchResult { results: [ChangeTrackingDeployment] }
input ChangeTrackingCategoryAndTypeInput { category: String! type: String! }
input ChangeTrackingDeploymentFieldsInput {
  changelog: String commit: String deepLink: String version: String!
}
input ChangeTrackingFeatureFlagFieldsInput { featureFlagId: String! }
input ChangeTrackingCategoryFieldsInput {
  deployment: ChangeTrackingDeploymentFieldsInput
  featureFlag: ChangeTrackingFeatureFlagFieldsInput
}
input ChangeTrackingCategoryRelatedInput {
  categoryFields: ChangeTrackingCategoryFieldsInput
  kind: ChangeTrackingCategoryAndTypeInput
}
input ChangeTrackingEntitySearchInput { query: String! }
input ChangeTrackingCreateEventInput {
  categoryAndTypeData: ChangeTrackingCategoryRelatedInput
  customAttributes: ChangeTrackingRawCustomAttributesMap
  description: String
  entitySearch: ChangeTrackingEntitySearchInput
  groupId: String
  shortDescription: String
  timestamp: EpochMilliseconds
  user: String
}
interface ChangeTrackingEvent {
  category: String!
  categoryAndType: String
  changeTrackingId: String!
  customAttributes: ChangeTrackingRawCustomAttributesMap
  description: String
  entity: EntityOutline
  groupId: String
  shortDescription: String
  timestamp: EpochMilliseconds!
  type: String!
  user: String
}
type ChangeTrackingDeploymentEvent implements ChangeTrackingEvent {
  changelog: String
  commit: String
  deepLink: String
  version: String!
}
type ChangeTrackingFeatureFlagEvent implements ChangeTrackingEvent { featureFlagId: String! }
type ChangeTrackingGenericEvent implements ChangeTrackingEvent { genericId: String }
type ChangeTrackingCreateEventResponse {
  changeTrackingEvent: ChangeTrackingEvent
  messages: [String!]!
}
)";

} // namespace chatops::mocks::newrelic
