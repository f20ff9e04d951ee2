#include "mocks/newrelic/resolving.hpp"

#include "mocks/newrelic/handlers.hpp"

#include <string_view>

namespace chatops::mocks::newrelic {
namespace {

struct answered {
    std::string_view field;
    value (*by)(const call&);
};

constexpr answered fields[] = {
    {"RootQueryType.actor", show_actor},
    {"RootQueryType.requestContext", show_request},
    {"Actor.account", show_account},
    {"Actor.accounts", list_accounts},
    {"Actor.user", show_user},
    {"Actor.entity", show_entity},
    {"Actor.entities", list_entities},
    {"Actor.entitySearch", search_entities},
    {"EntitySearch.results", list_found_entities},
    {"ApmApplicationEntity.nrdbQuery", run_entity_nrql},
    {"Account.nrql", run_nrql},
    {"RootMutationType.agentApplicationSettingsUpdate", update_app_settings},
    {"RootMutationType.agentApplicationDelete", delete_app},

    {"AiIssuesAccountStitchedFields.issues", list_issues},
    {"AiIssuesAccountStitchedFields.incidents", list_incidents},
    {"RootMutationType.aiIssuesAckIssue", acknowledge_issue},
    {"RootMutationType.aiIssuesUnackIssue", unacknowledge_issue},
    {"RootMutationType.aiIssuesResolveIssue", resolve_issue},
    {"RootMutationType.aiIssuesCloseIncident", close_incident_by_hand},

    {"AlertsAccountStitchedFields.policiesSearch", search_policies},
    {"AlertsAccountStitchedFields.policy", show_policy},
    {"AlertsAccountStitchedFields.nrqlConditionsSearch", search_conditions},
    {"AlertsAccountStitchedFields.nrqlCondition", show_condition},
    {"AlertsAccountStitchedFields.mutingRules", list_muting_rules},
    {"AlertsAccountStitchedFields.mutingRule", show_muting_rule},
    {"RootMutationType.alertsPolicyCreate", create_policy},
    {"RootMutationType.alertsPolicyUpdate", update_policy},
    {"RootMutationType.alertsPolicyDelete", delete_policy},
    {"RootMutationType.alertsMutingRuleCreate", create_muting_rule},
    {"RootMutationType.alertsMutingRuleUpdate", update_muting_rule},
    {"RootMutationType.alertsMutingRuleDelete", delete_muting_rule},

    {"RootMutationType.changeTrackingCreateDeployment", create_deployment},
    {"RootMutationType.changeTrackingCreateEvent", create_change},
};

} // namespace

graphql::resolver resolver_of(account_state& account, time_point now) {
    return [&account, now](std::string_view field, const object& of,
                           const object& arguments) -> std::optional<value> {
        for (const answered& each : fields)
            if (each.field == field) return each.by({account, now, of, arguments});
        return std::nullopt;
    };
}

} // namespace chatops::mocks::newrelic
