// Applications as entities, how they do, and what was deployed to them.
#include "tests/mocks/newrelic_account.hpp"

namespace chatops::mocks::newrelic {
namespace {

class newrelic_entities : public newrelic_account {
  public:
    /// The names that a search finds, as JSON text, or the error.
    std::string found(std::string_view query) {
        const replied made = ask("query($q: String!) { actor { entitySearch(query: $q) { count "
                                 "results { entities { name } } } } }",
                                 R"({"q":)" + json::text(text_value(query)) + "}");
        return made.error() == "none" ? made.at("/data/actor/entitySearch/results/entities")
                                      : made.error();
    }
    std::string guid() {
        const std::string text = ask("{ actor { entitySearch(query: \"name = 'acme'\") { results { "
                                     "entities { guid } } } "
                                     "} }")
                                     .at("/data/actor/entitySearch/results/entities/0/guid");
        return text.substr(1, text.size() - 2);
    }
    replied deploy(const std::string& input, const std::string& rules = "null") {
        return ask(
            "mutation($d: ChangeTrackingDeploymentInput!, $r: ChangeTrackingDataHandlingRules) "
            "{ changeTrackingCreateDeployment(deployment: $d, dataHandlingRules: $r) { "
            "deploymentId entityGuid version user deploymentType timestamp description } }",
            R"({"d":)" + input + R"(,"r":)" + rules + "}");
    }
};

TEST_F(newrelic_entities, are_found_by_what_they_are) {
    const std::string acme = R"([{"name":"acme"}])";
    const std::string brix = R"([{"name":"brix's \"shop\""}])";

    EXPECT_EQ(found("domain='APM' AND type='APPLICATION' AND name LIKE 'CM'"), acme);
    EXPECT_EQ(found("domain = 'APM' AND name IN ('acme', 'x')"), acme);
    EXPECT_EQ(found("name = 'brix\\'s \"shop\"'"), brix);
    EXPECT_EQ(found("name LIKE '%brix%'"), brix);
    EXPECT_EQ(found("tags.env = 'production'"), acme);
    EXPECT_EQ(found("`tags.language` = 'php'"), brix);
    EXPECT_EQ(found("reporting = false"), R"([{"name":"old"}])");
    EXPECT_EQ(found("reporting IS TRUE AND NOT alertSeverity = 'NOT_CONFIGURED'"), acme);
    EXPECT_EQ(found("accountId = '1234567' AND name = 'acme'"), acme);
    EXPECT_EQ(found("accountId = 1 OR domain = 'INFRA'"), "[]");
}

TEST_F(newrelic_entities, are_not_found_by_what_there_is_not) {
    EXPECT_EQ(found("colour = 'red'"), "Invalid query: unknown attribute 'colour'");
    EXPECT_EQ(found("name ~ 'x'"), "Invalid query: Error at line 1 position 6, unexpected '~'");
    EXPECT_EQ(found("name = 'x' name"),
              "Invalid query: Error at line 1 position 12, unexpected 'name'");
    EXPECT_EQ(ask("{ actor { entitySearch { count } } }").error(),
              "You must supply either a query OR a queryBuilder argument, not both");
}

TEST_F(newrelic_entities, are_found_by_a_builder_in_pages) {
    const auto page = [&](const std::string& cursor) {
        return ask("query($c: String) { actor { entitySearch(queryBuilder: {domain: APM, type: "
                   "APPLICATION}, options: {limit: 2}) { count query results(cursor: $c) { "
                   "nextCursor entities { name } } } } }",
                   R"({"c":)" + cursor + "}");
    };
    const std::string place = "/data/actor/entitySearch";
    const replied first = page("null");
    EXPECT_EQ(first.at(place + "/query"), R"("domain = 'APM' AND type = 'APPLICATION'")");
    EXPECT_EQ(first.at(place + "/count"), "3");
    EXPECT_EQ(first.at(place + "/results/entities"),
              R"([{"name":"acme"},{"name":"brix's \"shop\""}])");
    const replied second = page(first.at(place + "/results/nextCursor"));
    EXPECT_EQ(second.at(place + "/results"), R"({"nextCursor":null,"entities":[{"name":"old"}]})");
    EXPECT_EQ(page("\"!\"").error(), "Invalid cursor");
}

TEST_F(newrelic_entities, say_how_an_application_does) {
    const replied made = ask(
        "{ actor { entity(guid: \"" + guid() +
        "\") { __typename name domain type entityType accountId reporting alertSeverity tags { key "
        "values } ... on ApmApplicationEntity { applicationId language settings { apdexTarget } "
        "apmSummary { throughput errorRate responseTimeAverage apdexScore hostCount instanceCount "
        "} "
        "deploymentSearch { results { version } } } } } }");
    const std::string place = "/data/actor/entity";
    EXPECT_EQ(made.at(place + "/__typename"), R"("ApmApplicationEntity")");
    EXPECT_EQ(made.at(place + "/alertSeverity"), R"("NOT_ALERTING")");
    EXPECT_EQ(made.at(place + "/tags/3"), R"({"key":"env","values":["production","eu"]})");
    EXPECT_EQ(made.at(place + "/settings/apdexTarget"), "5E-1");
    EXPECT_EQ(made.at(place + "/apmSummary/hostCount"), "2");
    EXPECT_EQ(made.at(place + "/apmSummary/instanceCount"), "4");
    EXPECT_NEAR(made.body.at_pointer(place + "/apmSummary/throughput").to_number<double>(), 60, 1);
    // In seconds.
    EXPECT_NEAR(made.body.at_pointer(place + "/apmSummary/responseTimeAverage").to_number<double>(),
                0.2, 0.1);
    EXPECT_EQ(made.at(place + "/deploymentSearch/results"),
              R"([{"version":"v42"},{"version":"v41"}])");
}

TEST_F(newrelic_entities, turn_critical_with_an_incident_and_fall_silent_when_down) {
    control("/_mock/trouble", R"({"app":"acme","kind":"down"})");
    later(6min);
    const replied made =
        ask("{ actor { entities(guids: [\"" + guid() +
            "\", \"other\"]) { name reporting alertSeverity ... on ApmApplicationEntity { "
            "apmSummary { throughput } } } } }");

    EXPECT_EQ(
        made.at("/data/actor/entities"),
        R"([{"name":"acme","reporting":false,"alertSeverity":"CRITICAL","apmSummary":null}])");
    EXPECT_EQ(ask("{ actor { entity(guid: \"other\") { name } } }").at("/data/actor"),
              R"({"entity":null})");
}

TEST_F(newrelic_entities, have_a_deployment_marked) {
    const replied made = deploy(R"({"entityGuid":")" + guid() +
                                R"(","version":"v43","user":"dev@agency.example",)"
                                R"("deploymentType":"CANARY","groupId":"week 9"})");
    EXPECT_EQ(made.at("/data/changeTrackingCreateDeployment/version"), R"("v43")");
    EXPECT_EQ(made.at("/data/changeTrackingCreateDeployment/deploymentType"), R"("CANARY")");
    EXPECT_EQ(made.at("/data/changeTrackingCreateDeployment/timestamp"), "1709208000000");
    later(1s);
    EXPECT_EQ(rows("SELECT version, user, groupId, commit FROM Deployment"),
              R"([{"version":"v43","user":"dev@agency.example","groupId":"week 9","commit":null,)"
              R"("timestamp":1709208000000}])");
}

TEST_F(newrelic_entities, refuse_deployments_that_cannot_be) {
    const std::string of = R"({"entityGuid":")" + guid() + R"(",)";
    EXPECT_EQ(deploy(R"({"entityGuid":"x","version":"1"})").error(),
              "Entity not found for entityGuid x");
    EXPECT_EQ(deploy(of + R"("version":" "})").error(), "version must not be empty");
    EXPECT_EQ(deploy(of + R"("version":"1","timestamp":1709000000000})").error(),
              "timestamp must be within 24 hours of the current time");
    EXPECT_EQ(
        deploy(of + R"("version":"1","deploymentType":"BIG"})").error(),
        "Argument \"deployment\" has invalid value $d.\nIn field \"deploymentType\": Expected "
        "type \"ChangeTrackingDeploymentType\", found BIG.");
    EXPECT_EQ(deploy(of + R"("user":"me"})").error(),
              "Argument \"deployment\" has invalid value $d.\nIn field \"version\": Expected type "
              "\"String!\", found null.");
    const std::string longest(5'000, 'x');
    const std::string described = of + R"("version":"1","description":")" + longest + R"("})";
    EXPECT_EQ(deploy(described, R"({"validationFlags":["FAIL_ON_FIELD_LENGTH"]})").error(),
              "description exceeds the maximum length of 4096 characters");
    EXPECT_EQ(deploy(described).at("/data/changeTrackingCreateDeployment/description").size(),
              4'095 + 2 + std::string("…").size());
}

TEST_F(newrelic_entities, have_a_change_marked_where_a_search_finds_one) {
    const auto change = [&](const std::string& search) {
        return ask(
            "mutation($e: ChangeTrackingCreateEventInput!) { "
            "changeTrackingCreateEvent(changeTrackingEvent: $e) { messages "
            "changeTrackingEvent { __typename category type categoryAndType entity { name ... on "
            "DashboardEntityOutline { permissions } ... on ApmApplicationEntityOutline { language "
            "} } ... on ChangeTrackingDeploymentEvent { version } } } }",
            R"({"e":{"categoryAndTypeData":{"kind":{"category":"Deployment","type":"Basic"},)"
            R"("categoryFields":{"deployment":{"version":"v44"}}},"entitySearch":{"query":)" +
                json::text(text_value(search)) + "}}}");
    };
    EXPECT_EQ(change("name = 'acme'").at("/data/changeTrackingCreateEvent"),
              R"({"messages":[],"changeTrackingEvent":{"__typename":)"
              R"("ChangeTrackingDeploymentEvent","category":"Deployment","type":"Basic",)"
              R"("categoryAndType":"DEPLOYMENT__BASIC","entity":{"name":"acme","language":"ruby"},)"
              R"("version":"v44"}})");
    EXPECT_EQ(change("domain = 'APM'").error(),
              "entitySearch query must match exactly one entity, it matched 3");
}

} // namespace
} // namespace chatops::mocks::newrelic
