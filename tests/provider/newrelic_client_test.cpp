// One conversation with New Relic after another: what is asked, and how patiently.
#include "chatops/core/time.hpp"
#include "chatops/provider/newrelic/watch.hpp"
#include "tests/provider/newrelic_conversation.hpp"

namespace chatops::newrelic {
namespace {

const std::string no_data = R"({"data":null,"errors":[)";

std::string failed_with(const std::string& error_class) {
    return no_data + error_json("Server is busy", R"("errorClass":")" + error_class + '"') + "]}";
}

TEST_F(newrelic_client, says_who_it_is_and_reads_what_it_knows) {
    network.on(graph, 200, apps_page(app_json("acme")));
    auto relic = made();
    const auto found = world.play(relic.apps_named("acme"));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].guid, guid);
    EXPECT_EQ(found[0].alert_severity, "CRITICAL");
    EXPECT_EQ(found[0].numbers->response_time, 0.231);
    EXPECT_EQ(found[0].settings->apdex_target, 0.5);
    EXPECT_EQ(found[0].tags, std::nullopt);
    const http::request& sent = network.sent.at(0);
    EXPECT_EQ(sent.url, "https://api.newrelic.com/graphql");
    EXPECT_EQ(sent.headers.get("Api-Key"), "NRAK-VERYSECRETVERYSECRET");
    EXPECT_FALSE(sent.headers.has("Authorization"));
    EXPECT_EQ(sent.headers.get("Content-Type"), "application/json");
}

TEST_F(newrelic_client, puts_names_into_variables_and_quotes_them_there) {
    const std::string name = R"(acme's "shop" \ {a: $b} %)";
    network.on(graph, 200, apps_page("")).on(graph, 200, apps_page(""));
    auto relic = made();
    EXPECT_TRUE(world.play(relic.apps_named(name)).empty());
    page_look<app> look = [](std::vector<app>) { return true; };
    world.play(relic.each_page_of_apps("a'b", look));
    EXPECT_EQ(query_text(0).find("acme"), std::string::npos);
    EXPECT_EQ(json::parse(variables(0)).value().at("query").as_string(),
              R"(domain = 'APM' AND type = 'APPLICATION' AND name = )"
              R"('acme\'s "shop" \\ {a: $b} %')");
    EXPECT_EQ(json::parse(variables(1)).value().at("query").as_string(),
              R"(domain = 'APM' AND type = 'APPLICATION' AND name LIKE '%a\'b%')");
}

TEST_F(newrelic_client, asks_for_one_application_with_what_the_query_spreads) {
    network.on(graph, 200, data_json(R"({"actor":{"entity":)" + app_json("acme") + "}}"));
    auto relic = made();
    EXPECT_EQ(world.play(relic.find_app(guid))->name, "acme");
    EXPECT_NE(query_text(0).find("{ ...application }"), std::string::npos) << query_text(0);
    EXPECT_NE(query_text(0).find("fragment application on Entity"), std::string::npos);
}

TEST_F(newrelic_client, takes_only_who_has_that_name_exactly) {
    network.on(graph, 200, apps_page(app_json("ACME") + "," + app_json("acme")));
    auto relic = made();
    EXPECT_EQ(world.play(relic.apps_named("acme")).size(), 1u);
}

TEST_F(newrelic_client, reads_pages_to_the_end) {
    network.on(graph, 200, issues_page(issue_json("a1b2") + "," + issue_json("c3d4"), R"("next!")"))
        .on(graph, 200, issues_page(issue_json("e5f6"), R"("and next")"))
        .on(graph, 200, issues_page(""));
    auto relic = made();
    std::vector<issue> all;
    EXPECT_TRUE(world.play(pages(relic, all)).empty());
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[2].issue_id, "e5f6");
    EXPECT_EQ(all[0].policy_name, (std::vector<std::string>{"Shop"}));
    EXPECT_EQ(variables(0), R"({"account":1234567,"filter":{"states":["ACTIVATED","CREATED"]},)"
                            R"("window":{"startTime":1709121600000,"endTime":1709208000000}})");
    EXPECT_EQ(json::parse(variables(1)).value().at("cursor").as_string(), "next!");
    EXPECT_EQ(json::parse(variables(2)).value().at("cursor").as_string(), "and next");
}

TEST_F(newrelic_client, stops_reading_pages_when_enough_was_seen) {
    network.on(graph, 200, apps_page(app_json("a") + "," + app_json("b"), R"("more")"));
    auto relic = made();
    page_look<app> enough = [](std::vector<app>) { return false; };
    world.play(relic.each_page_of_apps("", enough));
}

TEST_F(newrelic_client, does_not_go_round_in_circles) {
    network.on(graph, 200, issues_page("", R"("same")"))
        .on(graph, 200, issues_page("", R"("same")"));
    auto relic = made();
    std::vector<issue> all;
    EXPECT_EQ(failure_of(pages(relic, all)), "not done: its pages have no end (POST /graphql)");
}

TEST_F(newrelic_client, uses_what_is_there_and_says_what_is_missing) {
    network.on(graph, 200,
               data_json(account_json(R"("aiIssues":{"issues":{"next_cursor":null,"issues":[)" +
                                      issue_json("a1b2") + "]}}"),
                         error_json("Some issues could not be read", R"("errorClass":"TIMEOUT")") +
                             "," +
                             error_json("Some issues could not be read", R"("errorClass":"X")")));
    auto relic = made();
    std::vector<issue> all;
    EXPECT_EQ(world.play(pages(relic, all)), (gaps{"Some issues could not be read"}));
    EXPECT_EQ(all.size(), 1u);
}

TEST_F(newrelic_client, sees_an_application_with_whatever_of_it_could_be_had) {
    network
        .on(graph, 200,
            data_json(
                R"({"actor":{"app":)" + app_json("acme") +
                    R"(,"account":{"deployments":null,"issues":{"issues":{"issues":[)" +
                    R"({"issue_id":"a1b2","title":["x"],"priority":"HIGH","state":"CREATED"})" +
                    "]}}}}}",
                error_json("NRDB timed out", R"("errorClass":"TIMEOUT")")))
        .on(graph, 200, data_json(R"({"actor":{"app":null,"account":null}})"));
    auto relic = made();
    const overview seen = world.play(relic.look_at_app(guid, world.start, 5));
    EXPECT_EQ(seen.app->name, "acme");
    EXPECT_EQ(seen.issues->size(), 1u);
    EXPECT_EQ(seen.deployments, std::nullopt);
    EXPECT_EQ(seen.missing, (gaps{"NRDB timed out"}));
    const overview blind = world.play(relic.look_at_app(guid, world.start, 5));
    EXPECT_EQ(blind.app, std::nullopt);
    EXPECT_EQ(blind.missing,
              (gaps{"this key cannot see the account that the configuration names"}));
}

TEST_F(newrelic_client, knows_an_account_that_the_key_cannot_see) {
    network.on(graph, 200, data_json(R"({"actor":{"account":null}})"));
    auto relic = made();
    EXPECT_EQ(failure_of(relic.query("SELECT 1")),
              "403 account_not_visible : This key cannot see the account that the configuration "
              "names; `newrelic accounts` lists those that it sees.");
}

TEST_F(newrelic_client, takes_the_only_account_where_none_is_configured) {
    where.more.clear();
    const std::string one = R"({"actor":{"user":{"id":7},"accounts":[{"id":99,"name":"Agency"}]}})";
    const std::string two = R"({"actor":{"user":{"id":7},"accounts":[{"id":1},{"id":2}]}})";
    network.on(graph, 200, data_json(one))
        .on(graph, 200, data_json(account_json(R"("nrql":{"results":[]})")))
        .on(graph, 200, data_json(two));
    auto relic = made();
    world.play(relic.query("SELECT 1"));
    EXPECT_EQ(json::parse(variables(1)).value().at("account").as_int64(), 99);
    EXPECT_EQ(failure_of(relic.query("SELECT 1")),
              "422 account_id : This key does not see one account alone: an administrator must put "
              "the account_id into [providers.newrelic]; `newrelic accounts` lists them.");
    where.more["account_id"] = "12x";
    EXPECT_EQ(failure_of(relic.query("SELECT 1")),
              "422 account_id : The account_id of newrelic in the configuration is no number.");
}

// ---- what goes wrong

TEST_F(newrelic_client, asks_again_where_new_relic_itself_failed_inside_a_good_status) {
    network.on(graph, 200, failed_with("TIMEOUT"))
        .on(graph, 200, failed_with("TOO_MANY_REQUESTS"))
        .on(graph, 502, "<html>Bad gateway</html>")
        .silent(graph)
        .on(graph, 200, apps_page(app_json("acme")));
    auto relic = made();
    EXPECT_EQ(world.play(relic.apps_named("acme")).size(), 1u);
    EXPECT_EQ(network.sent.size(), 5u);
}

TEST_F(newrelic_client, gives_up_on_what_stays_so) {
    for (int i = 0; i < 6; ++i) network.on(graph, 200, failed_with("SERVER_ERROR"));
    auto relic = made();
    EXPECT_EQ(failure_of(relic.apps_named("acme")), "not done: Server is busy (POST /graphql)");
}

TEST_F(newrelic_client, tells_refusals_with_their_sentences) {
    network.on(graph, 401, R"({"errors":[{"message":"authentication required"}]})")
        .on(graph, 200,
            no_data +
                error_json("NRQL Syntax Error: Error at line 1", R"("errorClass":"NRDB:1101")") +
                "]}")
        .on(graph, 200,
            data_json(account_json(R"("nrql":null)"),
                      error_json("NRQL Syntax Error: Error at line 1", "")));
    auto relic = made();
    EXPECT_EQ(failure_of(relic.whoami()),
              "401 http_401 : authentication required Check the api_key of newrelic in the "
              "configuration.");
    EXPECT_EQ(failure_of(relic.query("SELECT")),
              "422 NRDB:1101 : NRQL Syntax Error: Error at line 1");
    EXPECT_EQ(failure_of(relic.query("SELECT")),
              "422 graphql_error : NRQL Syntax Error: Error at line 1");
}

TEST_F(newrelic_client, never_repeats_a_mutation_whose_outcome_it_does_not_know) {
    network.silent(graph)
        .on(graph, 200, failed_with("TIMEOUT"))
        .on(graph, 200, failed_with("SERVER_ERROR"));
    auto relic = made();
    EXPECT_EQ(failure_of(relic.acknowledge("a1b2")),
              "perhaps done: the connection was reset (POST /graphql)");
    EXPECT_EQ(failure_of(relic.resolve("a1b2")), "perhaps done: Server is busy (POST /graphql)");
    deployment_order order;
    EXPECT_EQ(failure_of(relic.record(order)), "perhaps done: Server is busy (POST /graphql)");
}

TEST_F(newrelic_client, repeats_a_mutation_that_was_one_too_many_and_one_that_sets) {
    const std::string renamed =
        data_json(R"({"done":{"id":"9","name":"Shop","incident_preference":"PER_POLICY"}})");
    network.on(graph, 200, failed_with("TOO_MANY_REQUESTS"))
        .on(graph, 200, data_json(R"({"done":{"error":null,"result":{"action":"ACK"}}})"))
        .silent(graph)
        .on(graph, 200, failed_with("TIMEOUT"))
        .on(graph, 200, renamed);
    auto relic = made();
    EXPECT_EQ(failure_of([&]() -> asio::awaitable<int> {
                  co_await relic.acknowledge("a1b2");
                  co_return 0;
              }()),
              "fine");
    EXPECT_EQ(world.play(relic.rename_policy("9", "Shop")).name, "Shop");
    EXPECT_EQ(network.sent.size(), 5u);
}

TEST_F(newrelic_client, never_repeats_inside_a_step_that_must_not_happen_twice) {
    network.on(graph, 200, failed_with("TOO_MANY_REQUESTS")).on(graph, 200, failed_with("TIMEOUT"));
    auto relic = made(provider::repeats::never);
    EXPECT_EQ(failure_of(relic.acknowledge("a1b2")), "429 TOO_MANY_REQUESTS : Server is busy");
    EXPECT_EQ(failure_of(relic.rename_policy("9", "x")),
              "perhaps done: Server is busy (POST /graphql)");
}

TEST_F(newrelic_client, hears_the_errors_of_a_mutations_own) {
    network.on(graph, 200, data_json(R"({"done":{"error":"Issue not found","result":null}})"))
        .on(graph, 200, data_json(R"({"done":{"error":{"message":"No\nway"}}})"))
        .on(graph, 200, data_json(R"({"done":null})"));
    auto relic = made();
    EXPECT_EQ(failure_of(relic.resolve("a1b2")), "422 graphql_error : Issue not found");
    EXPECT_EQ(failure_of(relic.unacknowledge("a1b2")), "422 graphql_error : No way");
    EXPECT_EQ(failure_of(relic.close_incident("a1b2")),
              "perhaps done: it does not say what it did (POST /graphql)");
}

// ---- deployments, policies, muting

TEST_F(newrelic_client, makes_a_muting_rule_that_ends) {
    network.on(graph, 200,
               data_json(R"({"done":{"id":"5","name":"n","enabled":true,"condition":{"operator":)"
                         R"("AND","conditions":[{"attribute":"entity.guid","operator":"EQUALS",)"
                         R"("values":["g"]}]},"schedule":{"start_time":"2024-02-29T12:00:00",)"
                         R"("end_time":"2024-02-29T14:00:00","time_zone":"UTC","repeat":null}}})"));
    auto relic = made();
    muting_order order;
    order.name = "n";
    order.conditions = {{"entity.guid", "EQUALS", {"g"}}};
    order.begins = world.start;
    order.ends = world.start + 2h;
    const muting_rule rule = world.play(relic.mute(order));
    EXPECT_EQ(rule.condition->conditions.at(0).operator_, "EQUALS");
    EXPECT_EQ(rule.schedule->end_time, "2024-02-29T14:00:00");
    EXPECT_EQ(
        variables(0),
        R"({"account":1234567,"rule":{"name":"n","enabled":true,"condition":{"operator":"AND",)"
        R"("conditions":[{"attribute":"entity.guid","operator":"EQUALS","values":["g"]}]},)"
        R"("schedule":{"startTime":"2024-02-29T12:00:00","endTime":"2024-02-29T14:00:00",)"
        R"("timeZone":"UTC"}}})");
}

TEST_F(newrelic_client, changes_of_a_rule_and_of_a_policy_only_what_is_said) {
    const std::string rule =
        data_json(R"({"done":{"id":"5","name":"n","enabled":false,"condition":null}})");
    const std::string policy_now =
        data_json(R"({"done":{"id":"9","name":"Shop","incident_preference":"PER_CONDITION"}})");
    network.on(graph, 200, rule).silent(graph).on(graph, 200, rule).on(graph, 200, policy_now);
    auto relic = made();
    muting_change off;
    off.enabled = false;
    EXPECT_EQ(world.play(relic.change_muting("5", off)).enabled, false);
    EXPECT_EQ(variables(0), R"({"account":1234567,"id":"5","rule":{"enabled":false}})");
    muting_change longer;
    longer.description = "Moving";
    longer.begins = world.start;
    longer.ends = world.start + 2h;
    world.play(relic.change_muting("5", longer));
    EXPECT_EQ(variables(2), R"({"account":1234567,"id":"5","rule":{"description":"Moving",)"
                            R"("schedule":{"startTime":"2024-02-29T12:00:00","endTime":)"
                            R"("2024-02-29T14:00:00","timeZone":"UTC"}}})")
        << "and asks again where nothing was heard";
    EXPECT_EQ(world.play(relic.set_incident_preference("9", "PER_CONDITION")).incident_preference,
              "PER_CONDITION");
    EXPECT_EQ(variables(3), R"({"account":1234567,"id":"9","policy":{"incidentPreference":)"
                            R"("PER_CONDITION"}})");
}

TEST_F(newrelic_client, ends_what_is_there_and_minds_nothing_that_is_gone) {
    const std::string gone =
        no_data + error_json("Not found", R"("errorClass":"NOT_FOUND")") + "]}";
    const std::string refused =
        no_data + error_json("Not yours", R"("errorClass":"FORBIDDEN")") + "]}";
    const std::string gone_in_words =
        no_data + error_json("Not Found", R"("code":"BAD_USER_INPUT")") + "]}";
    network.on(graph, 200, data_json(R"({"done":{"id":"5"}})"))
        .on(graph, 200, gone)
        .on(graph, 200, gone_in_words)
        .on(graph, 200, refused);
    auto relic = made();
    world.play(relic.destroy_policy("5"));
    world.play(relic.unmute("5"));
    world.play(relic.unmute("5"));
    EXPECT_EQ(failure_of(relic.unmute("5")), "403 FORBIDDEN : Not yours");
}

TEST_F(newrelic_client, reads_policies_and_their_conditions) {
    network
        .on(graph, 200,
            data_json(account_json(R"("alerts":{"policiesSearch":{"next_cursor":null,"policies":[)"
                                   R"({"id":"9","name":"Shop","incident_preference":null}]}})")))
        .on(graph, 200,
            data_json(account_json(
                R"("alerts":{"nrqlConditionsSearch":{"next_cursor":null,"conditions":[)"
                R"({"id":"3","name":"Apdex","enabled":true,"nrql":{"query":"SELECT 1"},"terms":)"
                R"([{"operator":"ABOVE","priority":"CRITICAL","threshold":5.0,)"
                R"("threshold_duration":300,"threshold_occurrences":"ALL"}]}]}})")))
        .on(graph, 200, data_json(account_json(R"("alerts":{"mutingRules":null})")));
    auto relic = made();
    std::vector<policy> all;
    page_look<policy> take = [&](std::vector<policy> page) {
        all = std::move(page);
        return true;
    };
    world.play(relic.each_page_of_policies(take));
    EXPECT_EQ(all.at(0).name, "Shop");
    const condition apdex = world.play(relic.conditions_of("9")).at(0);
    EXPECT_EQ(apdex.name, "Apdex");
    EXPECT_EQ(apdex.nrql->query, "SELECT 1");
    EXPECT_EQ(apdex.terms->at(0).operator_, "ABOVE");
    EXPECT_EQ(apdex.terms->at(0).threshold, 5.0);
    EXPECT_EQ(apdex.terms->at(0).threshold_duration, 300);
    EXPECT_TRUE(world.play(relic.muting_rules()).items.empty());
}

TEST_F(newrelic_client, tells_what_becomes_of_issues_and_nothing_twice) {
    std::string acknowledged = issue_json("a1b2");
    const std::string nobody = R"("acknowledged_at":null)";
    acknowledged.replace(acknowledged.find(nobody), nobody.size(),
                         R"("acknowledged_at":1709208000000)");
    const std::string other = issue_json("c3d4", "CREATED");
    network.on(graph, 200, issues_page(issue_json("a1b2")))
        .on(graph, 200, issues_page(issue_json("a1b2") + "," + other))
        .on(graph, 200, issues_page(other, R"("next")"))
        .on(graph, 422, R"({"errors":[{"message":"No"}]})")
        .on(graph, 200, issues_page(acknowledged + "," + other))
        .on(graph, 200, issues_page(issue_json("a1b2") + "," + issue_json("c3d4", "CLOSED")));
    auto relic = made();
    watched_issues seen;
    const auto look = [&] {
        std::string told;
        for (const issue_turn& each :
             world.play(look_for_turns(relic, issue_filter(), world.start, seen)))
            told += each.issue.issue_id + ' ' + std::to_string(static_cast<int>(each.what)) + ' ';
        return told;
    };
    EXPECT_EQ(look(), "") << "what is there when it begins is no news";
    EXPECT_EQ(look(), "c3d4 0 ");
    EXPECT_EQ(failure_of(look_for_turns(relic, issue_filter(), world.start, seen)),
              "422 http_422 : No")
        << "halfway";
    EXPECT_EQ(look(), "a1b2 1 ");
    EXPECT_EQ(look(), "a1b2 2 c3d4 3 ");
}

TEST_F(newrelic_client, asks_what_time_it_is) {
    network
        .on(graph, 200, data_json(R"({"actor":{"user":{"id":7},"accounts":[]}})"),
            {{"Date", "Thu, 29 Feb 2024 12:00:07 GMT"}})
        .on(graph, 200, data_json(R"({"actor":{"user":null}})"));
    auto relic = made();
    EXPECT_EQ(world.play(relic.provider_time()), world.start + 7s);
    EXPECT_EQ(failure_of(relic.provider_time()),
              "not done: its answer does not say what time it is (POST /graphql)");
}

} // namespace
} // namespace chatops::newrelic
