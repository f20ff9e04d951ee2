#include "mocks/newrelic/nerdgraph_schema.hpp"

namespace chatops::mocks::newrelic {

const std::string_view schema_of_actor = R"(
scalar Int scalar Float scalar String scalar Boolean scalar ID
scalar DateTime scalar NaiveDateTime scalar EpochMilliseconds scalar Seconds
scalar EntityGuid scalar Nrql scalar NrdbResult scalar NrdbRawResults
scalar ChangeTrackingRawCustomAttributesMap

type RootQueryType {
  actor: Actor
  requestContext: RequestContext
}
type RequestContext { apiKey: String userId: ID }

type RootMutationType {
  agentApplicationDelete(guid: EntityGuid!): AgentApplicationDeleteResult
  agentApplicationSettingsUpdate(guid: EntityGuid!, settings: AgentApplicationSettingsUpdateInput!):
    AgentApplicationSettingsUpdateResult
  aiIssuesAckIssue(accountId: Int!, issueId: ID!): AiIssuesIssueUserActionResponse!
  aiIssuesCloseIncident(accountId: Int!, incidentId: ID!): AiIssuesIncidentUserActionResponse
  aiIssuesResolveIssue(accountId: Int!, issueId: ID!): AiIssuesIssueUserActionResponse!
  aiIssuesUnackIssue(accountId: Int!, issueId: ID!): AiIssuesIssueUserActionResponse!
  alertsMutingRuleCreate(accountId: Int!, rule: AlertsMutingRuleInput!): AlertsMutingRule
  alertsMutingRuleDelete(accountId: Int!, id: ID!): AlertsMutingRuleDeleteResult
  alertsMutingRuleUpdate(accountId: Int!, id: ID!, rule: AlertsMutingRuleUpdateInput!):
    AlertsMutingRule
  alertsPolicyCreate(accountId: Int!, policy: AlertsPolicyInput!): AlertsPolicy
  alertsPolicyDelete(accountId: Int!, id: ID!): AlertsPolicyDeleteResponse
  alertsPolicyUpdate(accountId: Int!, id: ID!, policy: AlertsPolicyUpdateInput!): AlertsPolicy
  changeTrackingCreateDeployment(
    dataHandlingRules: ChangeTrackingDataHandlingRules
    deployment: ChangeTrackingDeploymentInput!
  ): ChangeTrackingDeployment
  changeTrackingCreateEvent(
    changeTrackingEvent: ChangeTrackingCreateEventInput!
    dataHandlingRules: ChangeTrackingDataHandlingRules
  ): ChangeTrackingCreateEventResponse
}

type Actor {
  account(id: Int!): Account
  accounts(scope: RegionScope = IN_REGION): [AccountOutline]
  entities(guids: [EntityGuid]!): [Entity]
  entity(guid: EntityGuid!): Entity
  entitySearch(
    options: EntitySearchOptions
    query: String
    queryBuilder: EntitySearchQueryBuilder
    sortBy: [EntitySearchSortCriteria] = [NAME]
  ): EntitySearch
  user: User
}
enum RegionScope { GLOBAL IN_REGION }
type User { createdAt: Int email: String id: Int name: String timeZoneName: String }
type UserReference { email: String gravatar: String id: Int name: String }
type AccountOutline { id: Int name: String reportingEventTypes: [String] }
type AccountReference { id: Int name: String }

type Account {
  id: Int
  name: String
  aiIssues: AiIssuesAccountStitchedFields
  alerts: AlertsAccountStitchedFields
  nrql(async: Boolean = false, options: NrqlQueryOptions, query: Nrql!, timeout: Seconds):
    NrdbResultContainer
}
input NrqlQueryOptions { eventNamespaces: [String] }
input TimeWindowInput { endTime: EpochMilliseconds! startTime: EpochMilliseconds! }

type NrdbResultContainer {
  currentResults: [NrdbResult]
  metadata: NrdbMetadata
  nrql: Nrql
  otherResult: NrdbResult
  previousResults: [NrdbResult]
  queryProgress: NrdbQueryProgress
  rawResponse: NrdbRawResults
  results: [NrdbResult]
  totalResult: NrdbResult
}
type NrdbMetadata {
  eventTypes: [String]
  facets: [String]
  messages: [String]
  timeWindow: NrdbMetadataTimeWindow
}
type NrdbMetadataTimeWindow {
  begin: EpochMilliseconds
  compareWith: String
  end: EpochMilliseconds
  since: String
  until: String
}
type NrdbQueryProgress {
  completed: Boolean
  queryId: ID
  resultExpiration: Seconds
  retryAfter: Seconds
  retryDeadline: Seconds
}
)";

const std::string_view schema_of_entities = R"(
enum EntityAlertSeverity { CRITICAL NOT_ALERTING NOT_CONFIGURED WARNING }
enum EntityType {
  APM_APPLICATION_ENTITY BROWSER_APPLICATION_ENTITY GENERIC_ENTITY INFRASTRUCTURE_HOST_ENTITY
  SYNTHETIC_MONITOR_ENTITY UNAVAILABLE_ENTITY WORKLOAD_ENTITY
}
enum EntitySearchSortCriteria { ALERT_SEVERITY DOMAIN MOST_RELEVANT NAME REPORTING TYPE }
enum EntitySearchQueryBuilderDomain { APM BROWSER INFRA MOBILE SYNTH }
enum EntitySearchQueryBuilderType { APPLICATION DASHBOARD HOST MONITOR WORKLOAD }
input EntitySearchOptions {
  caseSensitiveTagMatching: Boolean
  limit: Int
  tagFilter: [String!]
}
input EntitySearchQueryBuilderTag { key: String! value: String! }
input EntitySearchQueryBuilder {
  alertSeverity: EntityAlertSeverity
  alertable: Boolean
  domain: EntitySearchQueryBuilderDomain
  name: String
  reporting: Boolean
  tags: [EntitySearchQueryBuilderTag!]
  type: EntitySearchQueryBuilderType
}
type EntitySearch {
  count: Int
  query: String
  results(cursor: String): EntitySearchResult
  types: [EntitySearchTypes]
}
type EntitySearchTypes {
  count: Int domain: String entityType: EntityType type: String
}
type EntitySearchResult { entities: [EntityOutline] nextCursor: String }
type EntityTag { key: String values: [String] }

interface AlertableEntity { alertSeverity: EntityAlertSeverity }
interface AlertableEntityOutline { alertSeverity: EntityAlertSeverity }
interface Entity {
  account: AccountOutline
  accountId: Int
  alertSeverity: EntityAlertSeverity
  domain: String
  entityType: EntityType
  firstIndexedAt: EpochMilliseconds
  guid: EntityGuid
  indexedAt: EpochMilliseconds
  lastReportingChangeAt: EpochMilliseconds
  name: String
  permalink: String
  reporting: Boolean
  tags: [EntityTag]
  type: String
}
interface EntityOutline {
  account: AccountOutline
  accountId: Int
  alertSeverity: EntityAlertSeverity
  domain: String
  entityType: EntityType
  firstIndexedAt: EpochMilliseconds
  guid: EntityGuid
  indexedAt: EpochMilliseconds
  lastReportingChangeAt: EpochMilliseconds
  name: String
  permalink: String
  reporting: Boolean
  tags: [EntityTag]
  type: String
}
type ApmApplicationEntity implements Entity & AlertableEntity {
  apmSummary: ApmApplicationSummaryData
  applicationId: Int
  deploymentSearch: ChangeTrackingDeploymentSearchResult
  language: String
  nrdbQuery(async: Boolean = false, nrql: Nrql!, timeout: Seconds): NrdbResultContainer
  runningAgentVersions: ApmApplicationRunningAgentVersions
  settings: ApmApplicationSettings
}
type ApmApplicationEntityOutline implements EntityOutline & AlertableEntityOutline {
  apmSummary: ApmApplicationSummaryData
  applicationId: Int
  language: String
  runningAgentVersions: ApmApplicationRunningAgentVersions
  settings: ApmApplicationSettings
}
type BrowserApplicationEntityOutline implements EntityOutline & AlertableEntityOutline {
  agentInstallType: String
  applicationId: Int
  servingApmApplicationId: Int
}
type DashboardEntityOutline implements EntityOutline {
  createdAt: DateTime
  dashboardParentGuid: EntityGuid
  permissions: String
  updatedAt: DateTime
}
type ExternalEntityOutline implements EntityOutline { externalId: String }
type GenericEntityOutline implements EntityOutline { genericId: String }
type GenericInfrastructureEntityOutline implements EntityOutline { integrationTypeCode: String }
type InfrastructureAwsLambdaFunctionEntityOutline implements EntityOutline {
  integrationTypeCode: String
  runtime: String
}
type InfrastructureHostEntityOutline implements EntityOutline & AlertableEntityOutline {
  hostId: String
}
type KeyTransactionEntityOutline implements EntityOutline { transactionId: String }
type MobileApplicationEntityOutline implements EntityOutline { applicationId: Int }
type SecureCredentialEntityOutline implements EntityOutline {
  description: String
  secureCredentialId: ID
  updatedAt: EpochMilliseconds
}
type SyntheticMonitorEntityOutline implements EntityOutline & AlertableEntityOutline {
  monitorId: ID
  monitorType: String
  monitoredUrl: String
  period: Int
}
type TeamEntityOutline implements EntityOutline { teamId: String }
type ThirdPartyServiceEntityOutline implements EntityOutline { serviceId: String }
type UnavailableEntityOutline implements EntityOutline { unavailableId: String }
type WorkloadEntityOutline implements EntityOutline & AlertableEntityOutline {
  createdAt: EpochMilliseconds
  updatedAt: EpochMilliseconds
}
type ApmDatabaseInstanceEntityOutline implements EntityOutline {
  host: String
  portOrPath: String
  vendor: String
}
type ApmExternalServiceEntityOutline implements EntityOutline { host: String }
type ApmApplicationRunningAgentVersions { maxVersion: String minVersion: String }
type ApmApplicationSettings { apdexTarget: Float serverSideConfig: Boolean }
type ApmApplicationSummaryData {
  apdexScore: Float
  errorRate: Float
  hostCount: Int
  instanceCount: Int
  nonWebResponseTimeAverage: Seconds
  nonWebThroughput: Float
  responseTimeAverage: Seconds
  throughput: Float
  webResponseTimeAverage: Seconds
  webThroughput: Float
}
)";

const std::string_view schema_of_settings = R"(
enum AgentApplicationSettingsUpdateErrorClass { ACCESS_DENIED INVALID_INPUT NOT_FOUND }
input AgentApplicationSettingsApmConfigInput { apdexTarget: Float useServerSideConfig: Boolean }
input AgentApplicationSettingsBrowserConfigInput { apdexTarget: Float }
input AgentApplicationSettingsUpdateInput {
  alias: String
  apmConfig: AgentApplicationSettingsApmConfigInput
  browserConfig: AgentApplicationSettingsBrowserConfigInput
}
type AgentApplicationDeleteResult { success: Boolean! }
type AgentApplicationSettingsApmConfig { apdexTarget: Float useServerSideConfig: Boolean }
type AgentApplicationSettingsApmBase {
  alias: String
  apmConfig: AgentApplicationSettingsApmConfig
  originalName: String
}
type AgentApplicationSettingsUpdateError {
  description: String
  errorClass: AgentApplicationSettingsUpdateErrorClass
  field: String
}
type AgentApplicationSettingsUpdateResult {
  alias: String
  apmSettings: AgentApplicationSettingsApmBase
  errors: [AgentApplicationSettingsUpdateError!]
  guid: EntityGuid
  name: String
}
)";

const graphql::schema& nerdgraph_schema() {
    static const graphql::schema made({schema_of_actor, schema_of_entities, schema_of_settings,
                                       schema_of_issues, schema_of_alerts, schema_of_changes});
    return made;
}

} // namespace chatops::mocks::newrelic
