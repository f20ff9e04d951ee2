// Alert policies, their conditions, and rules that mute.
#include "tests/mocks/newrelic_account.hpp"

namespace chatops::mocks::newrelic {
namespace {

class newrelic_alerts : public newrelic_account {
  public:
    replied change(const std::string& mutation, const std::string& fields) {
        return ask("mutation { " + mutation + " { " + fields + " } }");
    }
    std::string policies(const std::string& criteria = "") {
        return in_account("alerts { policiesSearch" + criteria +
                          " { policies { name incidentPreference } totalCount nextCursor } }")
            .at("/data/actor/account/alerts/policiesSearch");
    }
    std::string policy_id(const std::string& name) {
        return in_account("alerts { policiesSearch(searchCriteria: {name: \"" + name +
                          "\"}) { policies { id } } }")
            .at("/data/actor/account/alerts/policiesSearch/policies/0/id");
    }
};

TEST_F(newrelic_alerts, have_policies_that_are_searched) {
    EXPECT_EQ(
        policies(),
        R"({"policies":[{"name":"Production","incidentPreference":)"
        R"("PER_CONDITION_AND_TARGET"},{"name":"Staging","incidentPreference":"PER_POLICY"}],)"
        R"("totalCount":2,"nextCursor":null})");
    EXPECT_EQ(policies("(searchCriteria: {nameLike: \"STAG\"})"),
              R"({"policies":[{"name":"Staging","incidentPreference":"PER_POLICY"}],)"
              R"("totalCount":1,"nextCursor":null})");
    EXPECT_EQ(policies("(searchCriteria: {ids: [\"1\"]})"),
              R"({"policies":[],"totalCount":0,"nextCursor":null})");
}

TEST_F(newrelic_alerts, have_policies_that_are_made_changed_and_taken_away) {
    const replied made = change("alertsPolicyCreate(accountId: 1234567, policy: {name: \"New\", "
                                "incidentPreference: PER_POLICY})",
                                "id name accountId");
    EXPECT_EQ(made.at("/data/alertsPolicyCreate/name"), R"("New")");
    const std::string id = made.at("/data/alertsPolicyCreate/id");

    EXPECT_EQ(
        change("alertsPolicyUpdate(accountId: 1234567, id: " + id + ", policy: {name: \"Newer\"})",
               "name incidentPreference")
            .at("/data/alertsPolicyUpdate"),
        R"({"name":"Newer","incidentPreference":"PER_POLICY"})");
    EXPECT_EQ(change("alertsPolicyDelete(accountId: 1234567, id: " + id + ")", "id")
                  .at("/data/alertsPolicyDelete/id"),
              id);
    const replied gone = change("alertsPolicyDelete(accountId: 1234567, id: " + id + ")", "id");
    EXPECT_EQ(gone.error(), "Not Found");
    EXPECT_EQ(gone.at("/errors/0/extensions/code"), R"("BAD_USER_INPUT")");
    EXPECT_EQ(gone.at("/data"), R"({"alertsPolicyDelete":null})");
}

TEST_F(newrelic_alerts, have_policies_with_a_name) {
    const replied blank = change("alertsPolicyCreate(accountId: 1234567, policy: {name: \" \", "
                                 "incidentPreference: PER_POLICY})",
                                 "id");
    EXPECT_EQ(blank.error(), "Validation Error: name can't be blank");
    EXPECT_EQ(blank.at("/errors/0/extensions/validationErrors"),
              R"([{"name":"name","reason":"can't be blank"}])");
    EXPECT_EQ(change("alertsPolicyCreate(accountId: 1234567, policy: {name: \"" +
                         std::string(65, 'x') + "\", incidentPreference: PER_POLICY})",
                     "id")
                  .error(),
              "Validation Error: name should be at most 64 character(s)");
}

TEST_F(newrelic_alerts, close_what_is_open_when_their_policy_goes) {
    control("/_mock/trouble", R"({"app":"acme"})");
    later(6min);
    EXPECT_EQ(issues(), "High error rate ACTIVATED, High error rate CLOSED");

    const std::string id = policy_id("Production");
    change("alertsPolicyDelete(accountId: 1234567, id: " + id + ")", "id");
    const replied open = in_account(
        "aiIssues { issues(filter: {states: [CREATED, ACTIVATED]}) { issues { state } } }");
    EXPECT_EQ(open.at("/data/actor/account/aiIssues/issues/issues"), "[]");
    later(1h);
    EXPECT_EQ(in_account("alerts { nrqlConditionsSearch { totalCount } }")
                  .at("/data/actor/account/alerts/nrqlConditionsSearch/totalCount"),
              "0");
}

TEST_F(newrelic_alerts, have_conditions_that_are_searched) {
    const auto conditions = [&](const std::string& criteria) {
        return in_account("alerts { nrqlConditionsSearch(searchCriteria: {" + criteria +
                          "}) { nrqlConditions { name enabled type nrql { query } terms { operator "
                          "priority threshold thresholdDuration } } } }")
            .at("/data/actor/account/alerts/nrqlConditionsSearch/nrqlConditions");
    };
    EXPECT_EQ(
        conditions("nameLike: \"slow\""),
        R"([{"name":"Slow","enabled":true,"type":"STATIC","nrql":{"query":)"
        R"("SELECT average(duration) FROM Transaction WHERE appName IN ('acme') FACET appName"})"
        R"(,"terms":[{"operator":"ABOVE","priority":"WARNING","threshold":1E0,)"
        R"("thresholdDuration":300}]}])");
    EXPECT_EQ(conditions("policyId: " + policy_id("Staging")), "[]");
    EXPECT_EQ(conditions("termsOperator: BELOW").find(R"([{"name":"Silent")"), 0U);
}

TEST_F(newrelic_alerts, put_incidents_into_one_issue_of_a_policy_that_wants_so) {
    const std::string id = policy_id("Production");
    change("alertsPolicyUpdate(accountId: 1234567, id: " + id +
               ", policy: {incidentPreference: PER_POLICY})",
           "id");
    control("/_mock/trouble", R"({"app":"acme","kind":"errors"})");
    control("/_mock/trouble", R"({"app":"acme","kind":"slow"})");
    later(6min);

    const replied made = in_account("aiIssues { issues(filter: {states: ACTIVATED}) { issues { "
                                    "conditionName totalIncidents priority mutingState } } }");
    EXPECT_EQ(made.at("/data/actor/account/aiIssues/issues/issues"),
              R"([{"conditionName":["High error rate","Slow"],"totalIncidents":2,)"
              R"("priority":"CRITICAL","mutingState":"PARTIALLY_MUTED"}])");
}

TEST_F(newrelic_alerts, are_muted_by_rules) {
    const std::string rule =
        "{name: \"Release\", enabled: true, condition: {operator: AND, conditions: [{attribute: "
        "\"policyName\", operator: EQUALS, values: [\"Production\"]}, {attribute: \"targetName\", "
        "operator: NOT_STARTS_WITH, values: \"brix\"}]}, schedule: {timeZone: \"UTC\", startTime: "
        "\"2024-02-29T13:00:00\", endTime: \"2024-02-29T14:00:00\"}}";
    const replied made = change("alertsMutingRuleCreate(accountId: 1234567, rule: " + rule + ")",
                                "id status createdByUser { name } condition { operator conditions "
                                "{ attribute values } } schedule { endTime }");
    const std::string id = made.at("/data/alertsMutingRuleCreate/id");
    EXPECT_EQ(made.at("/data/alertsMutingRuleCreate/status"), R"("SCHEDULED")");
    const auto muting_after_trouble = [&] {
        control("/_mock/trouble", R"({"app":"acme","for_s":600})");
        later(6min);
        return in_account("aiIssues { issues { issues { mutingState } } }")
            .at("/data/actor/account/aiIssues/issues/issues/0/mutingState");
    };
    EXPECT_EQ(muting_after_trouble(), R"("NOT_MUTED")");
    later(1h);
    EXPECT_EQ(muting_after_trouble(), R"("FULLY_MUTED")");

    EXPECT_EQ(
        change("alertsMutingRuleUpdate(accountId: 1234567, id: " + id + ", rule: {enabled: false})",
               "name status")
            .at("/data/alertsMutingRuleUpdate"),
        R"({"name":"Release","status":"INACTIVE"})");
    EXPECT_EQ(in_account("alerts { mutingRules { name enabled } }")
                  .at("/data/actor/account/alerts/mutingRules"),
              R"([{"name":"Night work","enabled":true},{"name":"Release","enabled":false}])");
    EXPECT_EQ(change("alertsMutingRuleDelete(accountId: 1234567, id: " + id + ")", "id")
                  .at("/data/alertsMutingRuleDelete/id"),
              id);
    EXPECT_EQ(change("alertsMutingRuleDelete(accountId: 1234567, id: " + id + ")", "id").error(),
              "Not Found");
}

TEST_F(newrelic_alerts, change_of_a_rule_what_is_said_and_keep_the_rest) {
    const replied made =
        change("alertsMutingRuleCreate(accountId: 1234567, rule: {name: \"Release\", description: "
               "\"Why\", enabled: true, condition: {operator: AND, conditions: [{attribute: "
               "\"targetName\", operator: EQUALS, values: [\"acme\"]}]}, schedule: {timeZone: "
               "\"UTC\", startTime: \"2024-02-29T12:00:00\", endTime: \"2024-02-29T13:00:00\"}})",
               "id");
    const std::string id = made.at("/data/alertsMutingRuleCreate/id");
    const auto changed = [&](const std::string& rule) {
        const replied seen = change(
            "alertsMutingRuleUpdate(accountId: 1234567, id: " + id + ", rule: {" + rule + "})",
            "name description enabled schedule { startTime endTime timeZone }");
        return seen.error() == "none" ? seen.at("/data/alertsMutingRuleUpdate") : seen.error();
    };
    EXPECT_EQ(changed("schedule: {endTime: \"2024-02-29T15:00:00\"}"),
              R"({"name":"Release","description":"Why","enabled":true,"schedule":{"startTime":)"
              R"("2024-02-29T12:00:00Z","endTime":"2024-02-29T15:00:00Z","timeZone":"UTC"}})");
    EXPECT_EQ(changed("schedule: {endTime: \"2024-02-29T11:00:00\"}"),
              "Validation Error: schedule endTime must be after startTime");
    EXPECT_EQ(changed("name: \"Other\", schedule: null"),
              R"({"name":"Other","description":"Why","enabled":true,"schedule":null})");
    EXPECT_EQ(changed("schedule: {endTime: \"2024-02-29T15:00:00\"}"),
              "Validation Error: schedule timeZone can't be blank");
}

TEST_F(newrelic_alerts, refuse_rules_that_cannot_be) {
    const auto refused = [&](const std::string& rule) {
        return change("alertsMutingRuleCreate(accountId: 1234567, rule: {enabled: true, " + rule +
                          "})",
                      "id")
            .error();
    };
    const std::string some =
        "condition: {operator: OR, conditions: [{attribute: \"a\", operator: ANY, values: []}]}";
    EXPECT_EQ(refused("name: \"\", " + some), "Validation Error: name can't be blank");
    EXPECT_EQ(refused("name: \"a\", condition: {operator: OR, conditions: []}"),
              "Validation Error: condition must have at least one condition");
    EXPECT_EQ(
        refused("name: \"a\", " + some +
                ", schedule: {timeZone: \"UTC\", startTime: \"2024-03-01T00:00:00\", endTime: "
                "\"2024-02-01T00:00:00\"}"),
        "Validation Error: schedule endTime must be after startTime");
}

} // namespace
} // namespace chatops::mocks::newrelic
