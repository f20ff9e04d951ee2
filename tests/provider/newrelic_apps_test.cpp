// An application's hosts, its goal, its end, and the marks of its deployments.
#include "tests/provider/newrelic_conversation.hpp"

namespace chatops::newrelic {
namespace {

const std::string marks = "/v2/applications/7654321/deployments";

TEST_F(newrelic_client, reads_how_an_application_does_on_each_host) {
    network.on(graph, 200,
               data_json(account_json(
                   R"("nrql":{"results":[{"facet":"web-1","host":"web-1","response_time":0.25,)"
                   R"("requests":60,"errors":3,"heard_at":1709208000123},{"facet":"web-2",)"
                   R"("host":"web-2","response_time":null,"requests":0,"errors":0}]})")));
    auto relic = made();
    const auto hosts = world.play(relic.hosts_of_app(guid, world.start, world.start + 30min, 50));
    ASSERT_EQ(hosts.size(), 2u);
    EXPECT_EQ(hosts[0], (app_host{"web-1", 0.25, 60, 3, 1709208000123}));
    EXPECT_EQ(hosts[1], (app_host{"web-2", std::nullopt, 0, 0, 0}));
    EXPECT_EQ(json::parse(variables(0)).value().at("nrql").as_string(),
              "SELECT average(apm.service.transaction.duration) AS 'response_time', "
              "count(apm.service.transaction.duration) AS 'requests', "
              "count(apm.service.error.count) AS 'errors', latest(timestamp) AS 'heard_at' FROM "
              "Metric WHERE entity.guid = '" +
                  guid + "' FACET host SINCE 1709208000000 UNTIL 1709209800000 LIMIT 50");
}

TEST_F(newrelic_client, sets_a_goal_and_hears_why_not) {
    const auto answer = [](const std::string& errors) {
        return data_json(R"({"done":{"settings":{"apm":{"apdex_target":0.75}},"errors":)" + errors +
                         "}}");
    };
    network.silent(graph)
        .on(graph, 200, answer("[]"))
        .on(graph, 200, answer("null"))
        .on(graph, 200,
            answer(R"([{"description":"You may not","word":"ACCESS_DENIED"},{"description":"x"}])"))
        .on(graph, 200, answer("[{}]"));
    auto relic = made();
    EXPECT_EQ(world.play(relic.set_apdex_target(guid, 0.75)), 0.75)
        << "asked again, it is the same";
    EXPECT_EQ(variables(1),
              R"({"guid":")" + guid + R"(","settings":{"apmConfig":{"apdexTarget":7.5E-1}}})");
    EXPECT_EQ(world.play(relic.set_apdex_target(guid, 0.75)), 0.75);
    EXPECT_EQ(failure_of(relic.set_apdex_target(guid, 0.75)), "403 ACCESS_DENIED : You may not");
    EXPECT_EQ(failure_of(relic.set_apdex_target(guid, 0.75)),
              "422 graphql_error : it failed, and does not say why");
}

TEST_F(newrelic_client, removes_an_application_or_says_why_not) {
    const std::string gone =
        R"({"data":null,"errors":[)" + error_json("x", R"("errorClass":"NOT_FOUND")") + "]}";
    network.on(graph, 200, data_json(R"({"done":{"success":true}})"))
        .on(graph, 200, gone)
        .on(graph, 200, data_json(R"({"done":{"success":false}})"));
    auto relic = made();
    world.play(relic.remove_app(guid));
    EXPECT_EQ(variables(0), R"({"guid":")" + guid + R"("})");
    world.play(relic.remove_app(guid));
    EXPECT_EQ(failure_of(relic.remove_app(guid)),
              "422 not_removed : It was not removed. New Relic removes only what has not reported "
              "for some hours.");
}

TEST_F(newrelic_client, reads_all_pages_of_marks) {
    const std::string next =
        R"(<https://api.newrelic.com/v2/x.json?page=2>; rel="next", <…?page=2>; rel="last")";
    network
        .on("GET " + marks + ".json?page=1", 200,
            R"({"deployments":[{"id":2,"revision":"v42","user":"lead","changelog":null,)"
            R"("timestamp":"2024-02-29T12:00:00+00:00","links":{"application":7654321}}]})",
            {{"Link", next}})
        .on("GET " + marks + ".json?page=2", 200,
            R"({"deployments":[{"id":1,"revision":"v41","user":null}]})",
            {{"Link", R"(<https://api.newrelic.com/v2/x.json?page=1>; rel="prev")"}})
        .on("GET " + marks + ".json?page=1", 200, "{}");
    auto relic = made();
    const auto all = world.play(relic.markers(7654321));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].revision, "v42");
    EXPECT_EQ(all[0].timestamp, "2024-02-29T12:00:00+00:00");
    EXPECT_EQ(all[1].user, std::nullopt);
    EXPECT_EQ(network.sent.at(0).headers.get("Api-Key"), "NRAK-VERYSECRETVERYSECRET");
    EXPECT_EQ(failure_of(relic.markers(7654321)),
              "not done: it lists no deployments (GET " + marks + ".json?page=1)");
}

TEST_F(newrelic_client, removes_a_mark_and_minds_nothing_that_is_gone) {
    const std::string one = "DELETE " + marks + "/42.json";
    network.on(one, 200, R"({"deployment":{"id":42}})")
        .on(one, 404, R"({"error":{"title":"No deployment found with id 42"}})")
        .on(one, 403, R"({"error":{"title":"Not yours"}})");
    auto relic = made();
    EXPECT_EQ(failure_of(relic.remove_marker(7654321, 42)), "fine");
    EXPECT_EQ(failure_of(relic.remove_marker(7654321, 42)), "fine");
    EXPECT_EQ(failure_of(relic.remove_marker(7654321, 42)), "403 http_403 : Not yours");
}

} // namespace
} // namespace chatops::newrelic
