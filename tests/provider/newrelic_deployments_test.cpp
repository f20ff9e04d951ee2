// What was deployed, and how an application did meanwhile.
#include "chatops/core/time.hpp"
#include "tests/provider/newrelic_conversation.hpp"

namespace chatops::newrelic {
namespace {

TEST_F(newrelic_client, records_a_deployment_as_it_is_ordered) {
    network.on(graph, 200,
               data_json(R"({"done":{"deployment_id":"d-1","version":"v42","user":"lead",)"
                         R"("description":null,"changelog":null,"commit":null,)"
                         R"("group_id":"chatops-x","timestamp":1709208000123}})"));
    auto relic = made();
    deployment_order order;
    order.entity_guid = guid;
    order.version = "v42";
    order.user = "lead";
    order.deployment_type = "ROLLING";
    order.group_id = "chatops-x";
    const deployment recorded = world.play(relic.record(order));
    EXPECT_EQ(recorded.deployment_id, "d-1");
    EXPECT_EQ(format_time(moment_of(recorded.timestamp)), "2024-02-29T12:00:00.123Z");
    EXPECT_EQ(variables(0), R"({"deployment":{"entityGuid":")" + guid +
                                R"(","version":"v42","user":"lead","deploymentType":"ROLLING",)"
                                R"("groupId":"chatops-x"}})");
}

TEST_F(newrelic_client, reads_deployments_newest_first) {
    network.on(graph, 200,
               data_json(account_json(
                   R"("nrql":{"results":[{"deploymentId":"d-1","version":"v41","timestamp":1},)"
                   R"({"deploymentId":"d-2","version":"v42","user":"lead","groupId":"g",)"
                   R"("description":"","timestamp":2.0}],"metadata":null})")));
    auto relic = made();
    const auto all = world.play(relic.deployments(guid, world.start, 20));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].version, "v42");
    EXPECT_EQ(all[0].group_id, "g");
    EXPECT_EQ(all[0].description, std::nullopt);
    EXPECT_EQ(json::parse(variables(0)).value().at("nrql").as_string(),
              "SELECT timestamp, deploymentId, version, user, description, changelog, commit, "
              "groupId FROM Deployment WHERE entity.guid = '" +
                  guid + "' SINCE 1709208000000 LIMIT 20");
}

TEST_F(newrelic_client, reads_how_an_application_did_step_by_step) {
    network.on(graph, 200,
               data_json(account_json(
                   R"("nrql":{"results":[{"beginTimeSeconds":1709208120,"endTimeSeconds":)"
                   R"(1709208240,"response_time":null,"requests":0,"errors":0},)"
                   R"({"beginTimeSeconds":1709208000,"endTimeSeconds":1709208120,)"
                   R"("response_time":0.25,"requests":60,"errors":3}],"metadata":null})")));
    auto relic = made();
    const auto steps = world.play(relic.course_of_app(guid, world.start, world.start + 4min, 2min));
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_EQ(steps[0], (app_step{1709208000, 1709208120, 0.25, 60, 3}));
    EXPECT_EQ(steps[1].response_time, std::nullopt);
    EXPECT_EQ(json::parse(variables(0)).value().at("nrql").as_string(),
              "SELECT average(apm.service.transaction.duration) AS 'response_time', "
              "count(apm.service.transaction.duration) AS 'requests', "
              "count(apm.service.error.count) AS 'errors' FROM Metric WHERE entity.guid = '" +
                  guid + "' SINCE 1709208000000 UNTIL 1709208240000 TIMESERIES 2 minutes");
}

} // namespace
} // namespace chatops::newrelic
