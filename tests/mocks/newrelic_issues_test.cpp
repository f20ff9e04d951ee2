// Issues open when an application is in trouble, and close when it is not any more.
#include "tests/mocks/newrelic_account.hpp"

namespace chatops::mocks::newrelic {
namespace {

class newrelic_issues : public newrelic_account {
  public:
    std::string newest(std::string_view field) {
        const replied made =
            in_account("aiIssues { issues { issues { " + std::string(field) + " } } }");
        return made.at("/data/actor/account/aiIssues/issues/issues/0/" + std::string(field));
    }
    std::string id() {
        const std::string quoted = newest("issueId");
        return quoted.substr(1, quoted.size() - 2);
    }
    replied act(const std::string& mutation, const std::string& on) {
        return ask("mutation($a: Int!, $i: ID!) { " + mutation +
                       "(accountId: $a, issueId: $i) { error result { action accountId issueId } } "
                       "}",
                   R"({"a":1234567,"i":")" + on + R"("})");
    }
};

TEST_F(newrelic_issues, open_after_the_threshold_and_close_after_the_trouble) {
    EXPECT_EQ(issues(), "High error rate CLOSED");
    control("/_mock/trouble", R"({"app":"acme","kind":"slow","for_s":1200})");

    later(4min);
    EXPECT_EQ(issues(), "High error rate CLOSED");
    later(1min);
    EXPECT_EQ(issues(), "Slow CREATED, High error rate CLOSED");
    later(10s);
    EXPECT_EQ(issues(), "Slow ACTIVATED, High error rate CLOSED");
    later(15min);
    EXPECT_EQ(issues(), "Slow ACTIVATED, High error rate CLOSED");
    later(3min);
    EXPECT_EQ(issues(), "Slow DEACTIVATED, High error rate CLOSED");
    EXPECT_EQ(newest("eventType"), R"("ISSUE_DEACTIVATE")");
    EXPECT_EQ(newest("closedAt"), "null");
    later(1min);
    EXPECT_EQ(issues(), "Slow CLOSED, High error rate CLOSED");
    EXPECT_EQ(newest("eventType"), R"("ISSUE_CLOSE")");
    EXPECT_EQ(server.due(), std::nullopt);
}

TEST_F(newrelic_issues, do_not_open_for_a_trouble_that_is_over_before_the_threshold) {
    control("/_mock/trouble", R"({"app":"acme","kind":"slow","for_s":290})");
    later(1h);

    EXPECT_EQ(issues(), "High error rate CLOSED");
}

TEST_F(newrelic_issues, say_what_is_wrong_with_what_and_since_when) {
    control("/_mock/trouble", R"({"app":"acme","kind":"down"})");
    later(4min);
    const replied made = in_account(
        "aiIssues { issues(filter: {states: ACTIVATED}) { issues { title priority state "
        "entityNames policyName totalIncidents isCorrelated mutingState createdAt activatedAt "
        "closedAt acknowledgedBy sources } nextCursor } }");

    EXPECT_EQ(
        made.at("/data/actor/account/aiIssues/issues"),
        R"({"issues":[{"title":["acme query result is < 1.0 for 3 minutes on 'Silent'"],)"
        R"("priority":"CRITICAL","state":"ACTIVATED","entityNames":["acme"],)"
        R"("policyName":["Production"],"totalIncidents":1,"isCorrelated":false,)"
        R"("mutingState":"NOT_MUTED","createdAt":1709208180000,"activatedAt":1709208190000,)"
        R"("closedAt":null,"acknowledgedBy":null,"sources":["newrelic"]}],"nextCursor":null})");
}

TEST_F(newrelic_issues, are_acknowledged_let_go_and_resolved) {
    control("/_mock/issues", R"({"app":"acme","title":"Disk is full","priority":"HIGH"})");
    later(1min);
    const std::string which = id();

    EXPECT_EQ(act("aiIssuesAckIssue", which).at("/data/aiIssuesAckIssue"),
              R"({"error":null,"result":{"action":"ACK","accountId":1234567,"issueId":")" + which +
                  R"("}})");
    EXPECT_EQ(newest("acknowledgedBy"), R"("ops@agency.example")");
    EXPECT_EQ(act("aiIssuesUnackIssue", which).at("/data/aiIssuesUnackIssue/result/action"),
              R"("UNACK")");
    EXPECT_EQ(newest("acknowledgedBy"), "null");
    EXPECT_EQ(newest("unAcknowledgedBy"), R"("ops@agency.example")");
    EXPECT_EQ(act("aiIssuesResolveIssue", which).at("/data/aiIssuesResolveIssue/error"), "null");
    EXPECT_EQ(newest("state"), R"("CLOSED")");
    EXPECT_EQ(newest("closedBy"), R"("ops@agency.example")");

    EXPECT_EQ(act("aiIssuesAckIssue", which).at("/data/aiIssuesAckIssue/error"),
              "\"Issue " + which + " is already closed\"");
    EXPECT_EQ(act("aiIssuesAckIssue", "nope").at("/data/aiIssuesAckIssue"),
              R"({"error":"Issue nope was not found","result":null})");
}

TEST_F(newrelic_issues, come_back_when_they_are_resolved_and_the_trouble_goes_on) {
    control("/_mock/trouble", R"({"app":"acme"})");
    later(6min);
    act("aiIssuesResolveIssue", id());
    EXPECT_EQ(newest("state"), R"("CLOSED")");

    later(5min + 10s);
    EXPECT_EQ(newest("state"), R"("ACTIVATED")");
    control("/_mock/trouble", R"({"app":"acme","ends":true})");
    later(3min);
    EXPECT_EQ(newest("state"), R"("DEACTIVATED")");
}

TEST_F(newrelic_issues, that_are_over_are_closed_by_hand_at_once_and_take_nothing_in) {
    control("/_mock/trouble", R"({"app":"acme","for_s":400})");
    later(400s + 3min);
    const std::string over = id();
    EXPECT_EQ(newest("state"), R"("DEACTIVATED")");
    EXPECT_EQ(in_account("aiIssues { issues(filter: {states: [CREATED, ACTIVATED]}) { issues { "
                         "state } } }")
                  .at("/data/actor/account/aiIssues/issues/issues"),
              "[]");
    control("/_mock/issues", R"({"app":"acme","condition":"High error rate"})");
    EXPECT_NE(id(), over);
    EXPECT_EQ(newest("state"), R"("CREATED")");
    EXPECT_EQ(newest("eventType"), R"("ISSUE_CREATE")");
    EXPECT_EQ(act("aiIssuesResolveIssue", over).at("/data/aiIssuesResolveIssue/error"), "null");
    EXPECT_EQ(issues(), "High error rate CREATED, High error rate CLOSED, High error rate CLOSED");
}

/// The same account, where something has been wrong since an hour ago.
class newrelic_endless_trouble : public newrelic_account {
  public:
    newrelic_endless_trouble() : newrelic_account(in_trouble()) {}

  private:
    static seed in_trouble() {
        seed given = agency_account();
        given.troubles = {{"acme", trouble_kind::errors, -1h, 0ms}};
        return given;
    }
};

TEST_F(newrelic_endless_trouble, has_an_issue_that_stays_until_somebody_ends_it) {
    EXPECT_EQ(issues(), "High error rate ACTIVATED");
    EXPECT_EQ(server.due(), std::nullopt);
    later(20h);
    EXPECT_EQ(issues(), "High error rate ACTIVATED");
    control("/_mock/trouble", R"({"app":"acme","ends":true})");
    later(4min);
    EXPECT_EQ(issues(), "High error rate CLOSED");
}

TEST_F(newrelic_issues, stand_in_the_state_with_moments_as_text_and_without_the_key) {
    const value state = server.state();

    EXPECT_EQ(json::text(state.at_pointer("/issues/0/closedAt")), R"("2024-02-29T07:34:00Z")");
    EXPECT_EQ(json::text(state.at_pointer("/troubles/0/ends_at")), R"("2024-02-29T07:30:00Z")");
    EXPECT_EQ(json::text(state.at_pointer("/incidents/0/title")),
              R"("acme query result is > 5.0 for 5 minutes on 'High error rate'")");
    EXPECT_EQ(json::text(state.at_pointer("/apps/acme/deployments/1/version")), R"("v42")");
    EXPECT_EQ(json::text(state).find("NRAK"), std::string::npos);
}

TEST_F(newrelic_issues, refuse_the_account_of_another) {
    const replied made =
        ask("mutation { aiIssuesAckIssue(accountId: 1, issueId: \"x\") { error } }");

    EXPECT_EQ(made.error(), "Access denied.");
    EXPECT_EQ(made.error_class(), R"("ACCESS_DENIED")");
    EXPECT_EQ(made.at("/errors/0/path"), R"(["aiIssuesAckIssue"])");
    // It cannot be null, so that all of the data is.
    EXPECT_EQ(made.at("/data"), "null");
}

TEST_F(newrelic_issues, are_filtered) {
    control("/_mock/issues", R"({"app":"acme","condition":"Slow"})");
    const auto found = [&](const std::string& filter) {
        const replied made = in_account("aiIssues { issues(filter: {" + filter +
                                        "}) { issues { conditionName } } }");
        return made.error() == "none" ? made.at("/data/actor/account/aiIssues/issues/issues")
                                      : made.error();
    };
    const std::string slow = R"([{"conditionName":["Slow"]}])";
    const std::string closed = R"([{"conditionName":["High error rate"]}])";

    EXPECT_EQ(found("states: [CREATED, ACTIVATED]"), slow);
    EXPECT_EQ(found("states: CLOSED"), closed);
    EXPECT_EQ(found("priority: [\"CRITICAL\"]"), closed);
    EXPECT_EQ(found("priority: \"HIGH\""), slow);
    EXPECT_EQ(found("mutingStates: FULLY_MUTED"), slow);
    EXPECT_EQ(found("contains: \"ERROR\""), closed);
    EXPECT_EQ(found("isAcknowledged: true"), "[]");
    EXPECT_EQ(found("ids: [\"" + id() + "\"]"), slow);
    EXPECT_EQ(found("entityGuids: [\"other\"]"), "[]");
    EXPECT_EQ(found("states: OPEN"),
              "Argument \"filter\" has invalid value {states: OPEN}.\nIn field \"states\": "
              "Expected type \"AiIssuesIssueState!\", found OPEN.");
}

TEST_F(newrelic_issues, are_those_of_the_last_day_unless_a_window_says_otherwise) {
    later(25h);
    EXPECT_EQ(issues(), "");
    const auto between = [&](const std::string& window) {
        const replied made =
            in_account("aiIssues { issues(timeWindow: {" + window + "}) { issues { state } } }");
        return made.error() == "none" ? made.at("/data/actor/account/aiIssues/issues/issues")
                                      : made.error();
    };
    EXPECT_EQ(between("startTime: 1709164800000, endTime: 1709208000000"),
              R"([{"state":"CLOSED"}])");
    EXPECT_EQ(between("startTime: 2, endTime: 1"), "startTime must be before endTime");
}

TEST_F(newrelic_issues, come_in_pages) {
    for (int i = 0; i < 30; ++i)
        control("/_mock/issues", R"({"app":"acme","title":"Number )" + std::to_string(i) + "\"}");
    const auto page = [&](const std::string& cursor) {
        return ask("query($c: String) { actor { account(id: 1234567) { aiIssues { issues(cursor: "
                   "$c) { issues { title } nextCursor } } } } }",
                   R"({"c":)" + cursor + "}");
    };
    const std::string place = "/data/actor/account/aiIssues/issues";
    const replied first = page("null");
    const replied second = page(first.at(place + "/nextCursor"));

    EXPECT_EQ(first.body.at_pointer(place + "/issues").as_array().size(), 25U);
    EXPECT_EQ(first.at(place + "/issues/0/title"), R"(["Number 29"])");
    EXPECT_EQ(second.body.at_pointer(place + "/issues").as_array().size(), 6U);
    EXPECT_EQ(second.at(place + "/issues/0/title"), R"(["Number 4"])");
    EXPECT_EQ(second.at(place + "/nextCursor"), "null");
    EXPECT_EQ(page("\"b2Zmc2V0Oi0x\"").error(), "Invalid cursor");
}

TEST_F(newrelic_issues, have_incidents_that_can_be_closed) {
    control("/_mock/trouble", R"({"app":"acme","kind":"errors"})");
    later(6min);
    const replied open = in_account(
        "aiIssues { incidents(filter: {states: CREATED}) { incidents { __typename incidentId title "
        "priority state accountIds entityNames ... on AiIssuesNewRelicIncident { policyIds "
        "conditionFamilyId } } } }");
    const value& one = open.body.at_pointer("/data/actor/account/aiIssues/incidents/incidents/0");
    EXPECT_EQ(one.at("__typename").as_string(), "AiIssuesNewRelicIncident");
    EXPECT_EQ(one.at("title").as_string(),
              "acme query result is > 5.0 for 5 minutes on 'High error rate'");
    EXPECT_EQ(one.at("accountIds").as_string(), "1234567");

    const std::string close = "mutation { aiIssuesCloseIncident(accountId: 1234567, incidentId: " +
                              json::text(one.at("incidentId")) + ") { error action } }";
    EXPECT_EQ(ask(close).at("/data/aiIssuesCloseIncident"), R"({"error":null,"action":"CLOSE"})");
    EXPECT_EQ(newest("state"), R"("CLOSED")");
    EXPECT_NE(ask(close).at("/data/aiIssuesCloseIncident/error").find("already closed"),
              std::string::npos);
}

TEST_F(newrelic_issues, are_opened_by_hand_only_of_what_there_is) {
    EXPECT_EQ(control("/_mock/issues", R"({"app":"none","title":"x"})").status(), 400);
    EXPECT_EQ(control("/_mock/issues", R"({"close":"none"})").status(), 404);
    EXPECT_EQ(control("/_mock/trouble", R"({"app":"acme","kind":"odd"})").status(), 400);
    const replied opened = control("/_mock/issues", R"({"app":"acme","title":"x"})");
    EXPECT_EQ(control("/_mock/issues", R"({"close":)" + opened.at("/issueId") + "}").status(), 200);
    later(48h);
    EXPECT_EQ(server.due(), std::nullopt);
}

} // namespace
} // namespace chatops::mocks::newrelic
