// REST v2: applications with their deployments and metrics, and alerts.
#include "tests/mocks/newrelic_account.hpp"

namespace chatops::mocks::newrelic {
namespace {

class newrelic_rest : public newrelic_account {
  public:
    std::string app() {
        return send("GET", "/v2/applications.json?filter[name]=acme").at("/applications/0/id");
    }
};

TEST_F(newrelic_rest, needs_a_key_in_one_of_two_headers) {
    const replied none = send("GET", "/v2/applications.json", {}, {{"Api-Key", ""}});
    EXPECT_EQ(none.status(), 401);
    EXPECT_EQ(none.response.body, R"({"error":{"title":"No API key specified"}})");
    EXPECT_EQ(send("GET", "/v2/applications.json", {}, {{"Api-Key", "x"}}).status(), 401);
    EXPECT_EQ(
        send("GET", "/v2/applications.json", {}, {{"Api-Key", ""}, {"X-Api-Key", "NRAK-right"}})
            .status(),
        200);
    EXPECT_EQ(send("GET", "/v2/nothing.json").status(), 404);
    EXPECT_EQ(send("GET", "/v2/applications").status(), 404);
}

TEST_F(newrelic_rest, lists_applications_by_what_they_are) {
    const auto names = [&](const std::string& filter) {
        const replied made = send("GET", "/v2/applications.json?" + filter);
        std::string text;
        for (const value& each : made.body.at("applications").as_array())
            text += std::string(view(each.at("name").as_string())) + ' ' +
                    std::string(view(each.at("health_status").as_string())) + ';';
        return text;
    };
    EXPECT_EQ(names(""), "acme green;brix's \"shop\" unknown;old gray;");
    EXPECT_EQ(names("filter%5Bname%5D=ACM"), "acme green;");
    EXPECT_EQ(names("filter[language]=php"), "brix's \"shop\" unknown;");
    EXPECT_EQ(names("filter[host]=web-2"), "acme green;");
    EXPECT_EQ(names("filter[ids]=" + app() + ",5"), "acme green;");
    control("/_mock/trouble", R"({"app":"acme"})");
    later(6min);
    EXPECT_EQ(names("filter[name]=acme"), "acme red;");
}

TEST_F(newrelic_rest, shows_and_changes_an_application) {
    const std::string path = "/v2/applications/" + app() + ".json";
    const replied made = send("GET", path);
    EXPECT_NEAR(
        made.body.at_pointer("/application/application_summary/response_time").to_number<double>(),
        200, 100);
    EXPECT_EQ(made.at("/application/last_reported_at"), R"("2024-02-29T12:00:00+00:00")");
    EXPECT_EQ(made.body.at_pointer("/application/links/application_instances").as_array().size(),
              4U);

    const replied changed =
        send("PUT", path,
             R"({"application":{"name":"acme","settings":{"app_apdex_threshold":0.75,)"
             R"("end_user_apdex_threshold":4,"enable_real_user_monitoring":true}}})");
    EXPECT_EQ(changed.at("/application/settings"),
              R"({"app_apdex_threshold":7.5E-1,"end_user_apdex_threshold":4E0,)"
              R"("enable_real_user_monitoring":true,"use_server_side_config":false})");
    EXPECT_EQ(
        send("PUT", path, R"({"application":{"settings":{"app_apdex_threshold":-1}}})").status(),
        422);
    EXPECT_EQ(send("PUT", path, "{}").status(), 422);
    EXPECT_EQ(send("DELETE", path).status(), 409);
    const std::string old =
        send("GET", "/v2/applications.json?filter[name]=old").at("/applications/0/id");
    EXPECT_EQ(send("DELETE", "/v2/applications/" + old + ".json").status(), 200);
    EXPECT_EQ(send("GET", "/v2/applications/" + old + ".json").status(), 404);
    EXPECT_EQ(send("GET", "/v2/applications/abc.json").status(), 404);
}

TEST_F(newrelic_rest, has_deployments_that_are_marked_and_taken_away) {
    const std::string path = "/v2/applications/" + app() + "/deployments";
    const replied made =
        send("POST", path + ".json",
             R"({"deployment":{"revision":"v43","user":"dev","description":"x"}})");
    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/deployment/timestamp"), R"("2024-02-29T12:00:00+00:00")");
    EXPECT_EQ(made.at("/deployment/changelog"), "null");
    EXPECT_EQ(send("GET", path + ".json").at("/deployments/0/revision"), R"("v43")");
    EXPECT_EQ(send("GET", path + ".json").at("/deployments/1/revision"), R"("v42")");
    EXPECT_EQ(send("POST", path + ".json", R"({"deployment":{"revision":" "}})").response.body,
              R"({"error":{"title":"Revision can't be blank"}})");

    const std::string one = path + "/" + made.at("/deployment/id") + ".json";
    EXPECT_EQ(send("DELETE", one).at("/deployment/revision"), R"("v43")");
    EXPECT_EQ(send("DELETE", one).status(), 404);
}

TEST_F(newrelic_rest, names_hosts_and_instances) {
    const std::string path = "/v2/applications/" + app();
    const replied hosts = send("GET", path + "/hosts.json?filter[hostname]=web-2");
    EXPECT_EQ(hosts.at("/application_hosts/0/host"), R"("acme-web-2")");
    EXPECT_EQ(send("GET", path + "/hosts/" + hosts.at("/application_hosts/0/id") + ".json")
                  .at("/application_host/application_name"),
              R"("acme")");
    EXPECT_EQ(hosts.at("/application_hosts/0/health_status"), R"("green")");
    const replied both = send("GET", path + "/hosts.json");
    const auto figure = [](const replied& of, const char* pointer) {
        return of.body.at_pointer(pointer).to_number<double>();
    };
    const double first = figure(both, "/application_hosts/0/application_summary/throughput");
    const double second = figure(both, "/application_hosts/1/application_summary/throughput");
    EXPECT_NE(first, second);
    EXPECT_NEAR(first + second, 60, 1) << "each host has its own part";
    const replied instances = send("GET", path + "/instances.json");
    EXPECT_EQ(instances.body.at("application_instances").as_array().size(), 4U);
    EXPECT_DOUBLE_EQ(figure(instances, "/application_instances/0/application_summary/throughput"),
                     first / 2);
    EXPECT_EQ(send("GET", path + "/instances/1.json").status(), 404);
}

TEST_F(newrelic_rest, has_metrics_of_what_the_application_did) {
    const std::string path = "/v2/applications/" + app() + "/metrics";
    EXPECT_EQ(send("GET", path + ".json?name=Errors").at("/metrics"),
              R"([{"name":"Errors/all","values":["error_count","errors_per_minute"]}])");

    const replied made = send("GET", path + "/data.json?names[]=HttpDispatcher&names[]=Nothing&"
                                            "values[]=call_count&values[]=average_response_time&"
                                            "summarize=true&from=2024-02-29T11:00:00%2B00:00");
    EXPECT_EQ(made.at("/metric_data/metrics_found"), R"(["HttpDispatcher"])");
    EXPECT_EQ(made.at("/metric_data/metrics_not_found"), R"(["Nothing"])");
    const value& slice = made.body.at_pointer("/metric_data/metrics/0/timeslices/0");
    EXPECT_EQ(slice.at("from").as_string(), "2024-02-29T11:00:00+00:00");
    EXPECT_EQ(slice.at("values").as_object().size(), 2U);
    EXPECT_NEAR(slice.at("values").at("call_count").to_number<double>(), 3600 * 0.88, 100);
    EXPECT_EQ(send("GET", path + "/data.json?names[]=Apdex")
                  .body.at_pointer("/metric_data/metrics/0/timeslices")
                  .as_array()
                  .size(),
              30U);
    const replied raw = send("GET", path + "/data.json?names[]=HttpDispatcher&raw=true&"
                                           "values[]=requests_per_minute&summarize=true");
    EXPECT_NEAR(
        raw.body.at_pointer("/metric_data/metrics/0/timeslices/0/values/requests_per_minute")
            .to_number<double>(),
        60 * 0.88, 3);
    EXPECT_EQ(send("GET", path + ".json?cursor=abc").status(), 422);
    EXPECT_EQ(send("GET", path + "/data.json").status(), 422);
    EXPECT_EQ(send("GET", path + "/data.json?names[]=Apdex&from=never").status(), 422);
}

TEST_F(newrelic_rest, lists_alerts_and_ends_them) {
    control("/_mock/trouble", R"({"app":"acme"})");
    later(6min);
    const replied all = send("GET", "/v2/alerts_incidents.json");
    EXPECT_EQ(all.body.at("incidents").as_array().size(), 2U);
    const replied open = send("GET", "/v2/alerts_incidents.json?only_open=true&"
                                     "exclude_violations=true");
    EXPECT_EQ(open.body.at("incidents").as_array().size(), 1U);
    EXPECT_EQ(open.at("/incidents/0/opened_at"), "1709208300000");
    EXPECT_EQ(open.at("/incidents/0/links/violations"), "nothing");
    EXPECT_EQ(send("GET", "/v2/alerts_violations.json?only_open=true").at("/violations/0/priority"),
              R"("Critical")");
    EXPECT_EQ(send("GET", "/v2/alerts_events.json").at("/recent_events/0/event_type"),
              R"("VIOLATION_OPEN")");

    const std::string one = "/v2/alerts_incidents/" + open.at("/incidents/0/id");
    EXPECT_EQ(send("PUT", one + "/acknowledge.json").status(), 200);
    EXPECT_EQ(send("PUT", one + "/close.json").at("/incident/closed_at"), "1709208360000");
    EXPECT_EQ(send("PUT", one + "/close.json").status(), 422);
    EXPECT_EQ(send("PUT", "/v2/alerts_incidents/1/close.json").status(), 404);
}

TEST_F(newrelic_rest, has_policies_in_pages) {
    for (int i = 0; i < 203; ++i)
        ASSERT_EQ(send("POST", "/v2/alerts_policies.json",
                       R"({"policy":{"name":"p","incident_preference":"PER_POLICY"}})")
                      .status(),
                  201);
    const replied first = send("GET", "/v2/alerts_policies.json");
    EXPECT_EQ(first.body.at("policies").as_array().size(), 200U);
    EXPECT_EQ(first.response.headers.get("Link"),
              "<https://api.newrelic.com/v2/alerts_policies.json?page=2>; rel=\"next\", "
              "<https://api.newrelic.com/v2/alerts_policies.json?page=2>; rel=\"last\"");
    const replied second = send("GET", "/v2/alerts_policies.json?page=2");
    EXPECT_EQ(second.body.at("policies").as_array().size(), 5U);
    EXPECT_EQ(second.response.headers.get("Link"),
              "<https://api.newrelic.com/v2/alerts_policies.json?page=1>; rel=\"first\", "
              "<https://api.newrelic.com/v2/alerts_policies.json?page=1>; rel=\"prev\"");

    const std::string one = "/v2/alerts_policies/" + first.at("/policies/1/id") + ".json";
    EXPECT_EQ(
        send("PUT", one, R"({"policy":{"name":"Other","incident_preference":"ODD"}})").status(),
        422);
    EXPECT_EQ(send("PUT", one, R"({"policy":{"name":"Other"}})").at("/policy/name"), R"("Other")");
    EXPECT_EQ(send("DELETE", one).status(), 200);
    EXPECT_EQ(send("DELETE", one).status(), 404);
}

TEST_F(newrelic_rest, runs_out_after_a_thousand_calls_a_minute) {
    for (int i = 0; i < 1'000; ++i)
        ASSERT_EQ(send("GET", "/v2/alerts_policies.json").status(), 200);

    EXPECT_EQ(send("GET", "/v2/alerts_policies.json").status(), 429);
    later(1min);
    EXPECT_EQ(send("GET", "/v2/alerts_policies.json").status(), 200);
}

} // namespace
} // namespace chatops::mocks::newrelic
