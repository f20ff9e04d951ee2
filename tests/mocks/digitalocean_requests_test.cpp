// What every request to DigitalOcean must carry, and what every answer has.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

using digitalocean_requests = digitalocean_account;

TEST_F(digitalocean_requests, need_the_token_as_bearer) {
    EXPECT_EQ(get("/v2/account").status(), 200);
    EXPECT_EQ(get("/v2/account", {{"Authorization", "bearer  dop_v1_right "}}).status(), 200);
    for (const char* const other :
         {"", "Bearer", "Bearer ", "Bearer dop_v1_wrong", "dop_v1_right", "Basic dop_v1_right"}) {
        const seen refused = get("/v2/account", {{"Authorization", other}});
        EXPECT_EQ(refused.refusal(), "401 unauthorized: Unable to authenticate you.") << other;
    }
    // Who is nobody learns nothing of what is there.
    EXPECT_EQ(get("/v2/nothing", {{"Authorization", "Bearer x"}}).status(), 401);
}

TEST_F(digitalocean_requests, are_answered_with_an_id_a_date_and_what_is_left_of_the_rate) {
    const seen first = get("/v2/account");
    later(10s);
    const seen second = get("/v2/account");

    EXPECT_EQ(first.header("Date"), "Thu, 29 Feb 2024 12:00:00 GMT");
    EXPECT_EQ(first.header("Content-Type"), "application/json; charset=utf-8");
    EXPECT_EQ(first.header("ratelimit-limit"), "5000");
    EXPECT_EQ(first.header("ratelimit-remaining"), "4999");
    EXPECT_EQ(second.header("ratelimit-remaining"), "4998");
    // When the first of them stops counting.
    EXPECT_EQ(second.header("ratelimit-reset"), "1709211600");
    EXPECT_EQ(first.header("x-request-id").size(), 36U);
    EXPECT_NE(first.header("x-request-id"), second.header("x-request-id"));
    EXPECT_FALSE(second.response.headers.has("retry-after"));
}

TEST_F(digitalocean_requests, may_come_250_in_a_minute) {
    for (int i = 0; i < 250; ++i) {
        ASSERT_EQ(get("/v2/account").status(), 200);
        later(100ms);
    }

    const seen refused = get("/v2/account");
    EXPECT_EQ(refused.refusal(), "429 too_many_requests: API Rate limit exceeded.");
    EXPECT_EQ(refused.header("ratelimit-remaining"), "0");
    EXPECT_EQ(refused.header("retry-after"), "35");
    later(34'999ms);
    EXPECT_EQ(get("/v2/account").status(), 429);
    later(1ms);
    const seen again = get("/v2/account");
    EXPECT_EQ(again.status(), 200);
    // What was refused did not count.
    EXPECT_EQ(again.header("ratelimit-remaining"), "4749");
    EXPECT_EQ(get("/v2/account").status(), 429);
}

TEST_F(digitalocean_requests, may_come_5000_in_an_hour) {
    for (int i = 0; i < 5'000; ++i) {
        ASSERT_EQ(get("/v2/account").status(), 200) << i;
        later(500ms);
    }

    const seen refused = get("/v2/account");
    EXPECT_EQ(refused.status(), 429);
    EXPECT_EQ(refused.header("ratelimit-remaining"), "0");
    EXPECT_EQ(refused.header("ratelimit-reset"), "1709211600");
    EXPECT_FALSE(refused.response.headers.has("retry-after"));
    later(1'100s);
    EXPECT_EQ(get("/v2/account").status(), 200);
}

TEST_F(digitalocean_requests, for_what_does_not_exist_are_not_found) {
    const seen nobody = get("/v2/droplets/1");

    EXPECT_EQ(nobody.refusal(),
              "404 not_found: The resource you were accessing could not be found.");
    EXPECT_EQ(nobody.at("/request_id"), '"' + nobody.header("x-request-id") + '"');
    for (const char* const path :
         {"/", "", "/v2", "/v1/droplets", "/v2/droplet", "/v2/droplets/web-1", "/v2/droplets/1x",
          "/v2/droplets/99999999999999999999", "/v2/droplets/1/actions", "/v2/actions/1"})
        EXPECT_EQ(get(path).refusal(), nobody.refusal()) << path;
    EXPECT_EQ(remove("/v2/droplets/1").refusal(), nobody.refusal());
    EXPECT_EQ(post("/v2/droplets/1/actions", R"({"type":"reboot"})").refusal(), nobody.refusal());
}

TEST_F(digitalocean_requests, with_a_method_that_is_not_allowed_are_told_which_are) {
    const seen refused = put("/v2/droplets", "{}");

    EXPECT_EQ(refused.refusal(),
              "405 method_not_allowed: The method is not allowed for this resource.");
    EXPECT_EQ(refused.header("Allow"), "GET, POST, DELETE");
    EXPECT_EQ(post("/v2/account", "{}").header("Allow"), "GET");
}

TEST_F(digitalocean_requests, with_a_body_that_is_no_object_of_json_are_bad) {
    for (const std::string& body :
         {std::string("{"), std::string("[1]"), std::string("\"web\""), std::string("{\"a\":1}}"),
          std::string(10'000, '['), std::string((1 << 20) + 1, ' ')})
        EXPECT_EQ(post("/v2/droplets", body).refusal(),
                  "400 bad_request: error parsing request body")
            << body.substr(0, 20);
    // What is said to be something else is not looked at.
    const seen form = send("POST", "/v2/droplets", "name=web-9",
                           {{"Content-Type", "application/x-www-form-urlencoded"}});
    EXPECT_EQ(form.status(), 422);
}

TEST_F(digitalocean_requests, come_as_peoples_clients_write_them) {
    // python-digitalocean, ansible, lexicon, do-wrapper.
    EXPECT_EQ(get("/v2/droplets/?per_page=200").status(), 200);
    EXPECT_EQ(get("/v2/account?per_page=200").status(), 200);
    EXPECT_EQ(send("GET", "/v2/account", "null").status(), 200);
    EXPECT_EQ(send("GET", "/v2/account", "{}").status(), 200);
    EXPECT_EQ(post(droplet("web-1") + "/actions/", R"({"type":"reboot"})").status(), 201);
    EXPECT_EQ(send("DELETE", droplet("web-2"), "{}").status(), 204);
    EXPECT_EQ(
        send("POST", droplet("db-1") + "/actions", R"({"type":"reboot"})",
             {{"Content-Type", "Application/JSON; charset=utf-8"}, {"Accept", "application/json"}})
            .status(),
        201);
}

TEST_F(digitalocean_requests, may_ask_for_the_head_only) {
    const seen head = send("HEAD", "/v2/droplets");

    EXPECT_EQ(head.status(), 200);
    EXPECT_EQ(head.response.body, "");
    EXPECT_EQ(head.header("ratelimit-remaining"), "4999");
}

TEST_F(digitalocean_requests, of_another_sites_page_are_allowed) {
    const seen asked = send("OPTIONS", "/v2/droplets", {}, {{"Origin", "https://agency.example"}});
    const seen sent = get("/v2/account", {{"Origin", "https://agency.example"}});

    EXPECT_EQ(asked.status(), 204);
    EXPECT_EQ(asked.header("Access-Control-Allow-Origin"), "https://agency.example");
    EXPECT_NE(asked.header("Access-Control-Allow-Methods").find("DELETE"), std::string::npos);
    EXPECT_EQ(sent.header("Access-Control-Allow-Origin"), "https://agency.example");
    EXPECT_FALSE(get("/v2/account").response.headers.has("Access-Control-Allow-Origin"));
}

TEST_F(digitalocean_requests, see_the_same_ids_for_the_same_seed) {
    cloud twin(agency_account(), 7, start);
    cloud other(agency_account(), 8, start);
    const std::string state = json::text(server.state());

    EXPECT_EQ(state, json::text(twin.state()));
    EXPECT_NE(state, json::text(other.state()));
    for (int i = 0; i < 10; ++i) get("/v2/droplets");
    EXPECT_EQ(state, json::text(server.state()));
    EXPECT_EQ(state.find("dop_v1_right"), std::string::npos);
}

TEST_F(digitalocean_requests, change_a_state_that_is_shown_whole) {
    const std::string web = std::to_string(id_of("web-1"));
    post("/v2/account/keys",
         R"({"name":"ops","public_key":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQ=="})");
    post("/v2/tags", R"({"name":"new"})");
    post("/v2/domains", R"({"name":"acme.example"})");
    post("/v2/volumes", R"({"name":"data","region":"fra1","size_gigabytes":1})");
    post("/v2/firewalls", R"({"name":"fw","inbound_rules":[{"protocol":"icmp",
                              "sources":{"tags":["web"]}}]})");
    post("/v2/load_balancers", R"({"name":"lb","region":"fra1","forwarding_rules":[
        {"entry_protocol":"tcp","entry_port":1,"target_protocol":"tcp","target_port":1}]})");
    post("/v2/reserved_ips", R"({"region":"lon1"})");
    act("web-1", R"({"type":"snapshot","name":"copy"})");
    later(1min);

    const seen whole{{}, server.state()};
    EXPECT_EQ(whole.at("/account/droplet_limit"), "6");
    EXPECT_EQ(whole.at("/droplets/" + web + "/name"), R"("web-1")");
    EXPECT_EQ(whole.at("/actions/0/type"), R"("snapshot")");
    EXPECT_EQ(whole.at("/actions/0/status"), R"("completed")");
    EXPECT_EQ(whole.each("images", "name"), "copy");
    EXPECT_EQ(whole.at("/tags"), R"(["acme","web","new"])");
    EXPECT_EQ(whole.each("ssh_keys", "name"), "ops");
    EXPECT_EQ(whole.at("/domains/acme.example/0/type"), R"("SOA")");
    EXPECT_EQ(whole.each("firewalls", "status"), "succeeded");
    EXPECT_EQ(whole.each("load_balancers", "status"), "active");
    EXPECT_EQ(whole.each("volumes", "name"), "data");
    EXPECT_EQ(whole.each("reserved_ips", "droplet"), "null");
}

TEST_F(digitalocean_requests, are_refused_as_a_plan_of_faults_says) {
    const auto limited = server.refusal(429, {});
    const auto broken = server.refusal(500, {});
    const auto gone = server.refusal(503, {});

    EXPECT_EQ(limited.status, 429);
    EXPECT_NE(limited.body.find("API Rate limit exceeded."), std::string::npos);
    EXPECT_TRUE(limited.headers.has("ratelimit-reset"));
    EXPECT_EQ(limited.headers.get("ratelimit-remaining"), "0");
    EXPECT_EQ(broken.status, 500);
    EXPECT_NE(broken.body.find("Unexpected server-side error"), std::string::npos);
    EXPECT_EQ(gone.status, 503);
    EXPECT_NE(gone.body.find("<html>"), std::string::npos);
}

} // namespace
} // namespace chatops::mocks::digitalocean
