// What every request to Heroku must carry, and what every answer has.
#include "tests/mocks/heroku_account.hpp"

namespace chatops::mocks {
namespace {

using heroku_requests = heroku_account;

TEST_F(heroku_requests, need_the_version_of_the_api) {
    const seen without = get("/apps", {{"Accept", "*/*"}});

    EXPECT_EQ(without.status(), 406);
    EXPECT_EQ(without.at("/id"), R"("missing_version")");
    for (const char* const wrong :
         {"application/json", "application/vnd.heroku+json; version=2", "version=3",
          "application/vnd.heroku+json", "application/vnd.heroku+json; version=30"})
        EXPECT_EQ(get("/apps", {{"Accept", wrong}}).status(), 406) << wrong;
    for (const char* const right :
         {"application/vnd.heroku+json;version=3", "application/vnd.heroku+json; version=3.sdk",
          "text/html, application/vnd.heroku+json; q=1; version=3",
          "Application/vnd.heroku+JSON; "
          "Version=3"})
        EXPECT_EQ(get("/apps", {{"Accept", right}}).status(), 200) << right;
}

TEST_F(heroku_requests, need_the_token_as_bearer_or_as_password) {
    const seen none = get("/account", {{"Authorization", ""}});
    const seen wrong = get("/account", {{"Authorization", "Bearer HRKU-wrong"}});

    EXPECT_EQ(none.status(), 401);
    EXPECT_EQ(none.at("/id"), R"("unauthorized")");
    EXPECT_NE(none.at("/message").find("There were no credentials"), std::string::npos);
    EXPECT_EQ(wrong.status(), 401);
    EXPECT_EQ(wrong.at("/message"), R"("Invalid credentials provided.")");
    // ":HRKU-right" as heroku-client sends it; "ops@agency.example:HRKU-right" as curl -n does.
    EXPECT_EQ(get("/account", {{"Authorization", "Basic OkhSS1UtcmlnaHQ="}}).status(), 200);
    EXPECT_EQ(get("/account", {{"Authorization", "Basic b3BzQGFnZW5jeS5leGFtcGxlOkhSS1UtcmlnaHQ="}})
                  .status(),
              200);
    for (const char* const other :
         {"Basic", "Basic OkhSS1Utd3Jvbmc=", "Basic %%%", "Bearer", "HRKU-right", "Bearer "})
        EXPECT_EQ(get("/account", {{"Authorization", other}}).status(), 401) << other;
}

TEST_F(heroku_requests, are_answered_with_an_id_a_date_and_what_is_left_of_the_rate) {
    const seen first = get("/account");
    const seen second = get("/account");

    EXPECT_EQ(first.header("Date"), "Thu, 29 Feb 2024 12:00:00 GMT");
    EXPECT_EQ(first.header("RateLimit-Remaining"), "4499");
    EXPECT_EQ(second.header("RateLimit-Remaining"), "4498");
    EXPECT_EQ(first.header("Request-Id").size(), 36U);
    EXPECT_NE(first.header("Request-Id"), second.header("Request-Id"));
    EXPECT_EQ(first.at("/email"), R"("ops@agency.example")");
}

TEST_F(heroku_requests, run_out_and_come_back_one_every_800_ms) {
    for (int i = 0; i < 4'500; ++i) ASSERT_EQ(get("/account").status(), 200);

    const seen refused = get("/account");
    EXPECT_EQ(refused.status(), 429);
    EXPECT_EQ(refused.at("/id"), R"("rate_limit")");
    EXPECT_EQ(refused.header("RateLimit-Remaining"), "0");
    EXPECT_EQ(get("/account/rate-limits").at("/remaining"), "0");

    later(799ms);
    EXPECT_EQ(get("/account").status(), 429);
    later(1ms);
    EXPECT_EQ(get("/account").status(), 200);
    EXPECT_EQ(get("/account").status(), 429);
    later(24h);
    EXPECT_EQ(get("/account/rate-limits").at("/remaining"), "4500");
}

TEST_F(heroku_requests, for_what_does_not_exist_are_told_which_thing) {
    const seen app = get("/apps/nobodys");
    EXPECT_EQ(app.status(), 404);
    EXPECT_EQ(app.response.body,
              R"({"resource":"app","id":"not_found","message":"Couldn't find that app."})");
    EXPECT_EQ(get("/apps/acme-staging/releases/99").at("/message"),
              R"("Couldn't find that release.")");
    EXPECT_EQ(get("/apps/acme-staging/dynos/web.9").at("/resource"), R"("dyno")");
    EXPECT_EQ(get("/apps/acme-staging/formation/cron").at("/message"),
              R"("Couldn't find that process type (cron).")");

    for (const char* const path : {"/", "", "/app", "/apps/acme-staging/nothing", "/apps//x/y"}) {
        const seen nowhere = get(path);
        EXPECT_EQ(nowhere.status(), 404) << path;
        EXPECT_EQ(nowhere.at("/id"), R"("not_found")") << path;
    }
    EXPECT_EQ(send("PUT", "/apps/acme-staging").status(), 404);
}

TEST_F(heroku_requests, may_end_in_a_slash_or_a_query_and_name_things_by_id) {
    const seen by_name = get("/apps/acme-staging");
    const std::string id(by_name.body.at("id").get_string());

    EXPECT_EQ(get("/apps/" + id).response.body, by_name.response.body);
    EXPECT_EQ(get("/apps/acme-staging/").response.body, by_name.response.body);
    EXPECT_EQ(get("/apps/acme-staging?pretty=true").response.body, by_name.response.body);
    EXPECT_EQ(get("/apps/%61cme-staging").response.body, by_name.response.body);
    EXPECT_EQ(get("/users/~/apps").each("name"), get("/apps").each("name"));
    EXPECT_EQ(get("/users/ops%40agency.example").at("/id"), get("/account").at("/id"));
    EXPECT_EQ(get("/users/someone").status(), 404);
}

TEST_F(heroku_requests, with_a_body_that_is_no_object_of_json_are_bad) {
    const std::string path = "/apps/acme-staging/formation/web";
    for (const std::string& body :
         {std::string("{"), std::string("[1]"), std::string("\"web\""), std::string("{\"a\":1}}"),
          std::string(10'000, '['), std::string((1 << 20) + 1, ' ')}) {
        const seen bad = patch(path, body);
        EXPECT_EQ(bad.status(), 400) << body.substr(0, 20);
        EXPECT_EQ(bad.at("/id"), R"("bad_request")") << body.substr(0, 20);
    }
    EXPECT_EQ(
        send("PATCH", path, "quantity=1", {{"Content-Type", "application/x-www-form-urlencoded"}})
            .status(),
        400);
    EXPECT_EQ(send("PATCH", path, R"({"quantity":1})",
                   {{"Content-Type", "Application/JSON; charset=utf-8"}})
                  .status(),
              200);
    // heroku-client sends the type of a body without one.
    EXPECT_EQ(send("PATCH", path, {}, {{"Content-Type", "application/json"}}).status(), 200);
}

TEST_F(heroku_requests, that_repeat_a_tag_get_no_body_until_something_changes) {
    const seen first = get("/apps/acme-staging/formation");
    const std::string tag = first.header("ETag");
    const seen again = get("/apps/acme-staging/formation", {{"If-None-Match", tag}});

    EXPECT_EQ(again.status(), 304);
    EXPECT_EQ(again.response.body, "");
    EXPECT_EQ(again.header("ETag"), tag);
    EXPECT_EQ(get("/apps/acme-staging/formation", {{"If-None-Match", "\"x\", W/" + tag}}).status(),
              304);

    patch("/apps/acme-staging/formation/web", R"({"quantity":3})");
    EXPECT_EQ(get("/apps/acme-staging/formation", {{"If-None-Match", tag}}).status(), 200);
}

TEST_F(heroku_requests, that_expect_an_older_version_change_nothing) {
    const std::string path = "/apps/acme-staging/formation/web";
    const std::string tag = get(path).header("ETag");

    EXPECT_EQ(send("PATCH", path, R"({"quantity":3})", {{"If-Match", tag}}).status(), 200);
    EXPECT_EQ(send("PATCH", path, R"({"quantity":4})", {{"If-Match", tag}}).status(), 412);
    EXPECT_EQ(get(path).at("/quantity"), "3");
}

TEST_F(heroku_requests, may_override_their_method_and_ask_for_the_head_only) {
    const seen patched = send("POST", "/apps/brix", R"({"maintenance":true})",
                              {{"X-Http-Method-Override", "PATCH"}});
    EXPECT_EQ(patched.status(), 200);
    EXPECT_EQ(patched.at("/maintenance"), "true");

    const seen head = send("HEAD", "/apps/brix");
    EXPECT_EQ(head.status(), 200);
    EXPECT_EQ(head.response.body, "");
    EXPECT_EQ(head.header("ETag"), get("/apps/brix").header("ETag"));
}

TEST_F(heroku_requests, see_the_same_ids_for_the_same_seed) {
    heroku::platform twin(agency_account(), 7, start);
    heroku::platform other(agency_account(), 8, start);
    const std::string state = json::text(server.state());

    EXPECT_EQ(state, json::text(twin.state()));
    EXPECT_NE(state, json::text(other.state()));
    for (int i = 0; i < 10; ++i) get("/apps");
    EXPECT_EQ(state, json::text(server.state()));
    EXPECT_EQ(state.find("HRKU-right"), std::string::npos);
    EXPECT_EQ(state.find("s3cr3t"), std::string::npos);
}

} // namespace
} // namespace chatops::mocks
