// Features that are switched on, log drains, webhooks, and builds that are cancelled.
#include "tests/mocks/heroku_account.hpp"

namespace chatops::mocks {
namespace {

using heroku_features = heroku_account;
using heroku_drains = heroku_account;
using heroku_webhooks = heroku_account;
using heroku_cancelled_builds = heroku_account;

TEST_F(heroku_features, are_switched_on_and_off) {
    const std::string all = "/apps/acme-staging/features";
    EXPECT_EQ(get_range(all, "name ..").each("name"),
              "http-session-affinity log-runtime-metrics preboot runtime-dyno-metadata "
              "runtime-heroku-metrics");
    EXPECT_EQ(get(all + "/preboot").at("/enabled"), "false");
    EXPECT_EQ(patch(all + "/preboot", R"({"enabled":true})").at("/enabled"), "true");
    EXPECT_EQ(patch(all + "/preboot", R"({"enabled":true})").status(), 200) << "harmless";
    const seen on = get(all + "/preboot");
    EXPECT_EQ(on.at("/updated_at"), R"("2024-02-29T12:00:00Z")");
    EXPECT_EQ(get(all + "/" + std::string(on.body.at("id").get_string())).at("/name"),
              R"("preboot")");
    EXPECT_EQ(get("/apps/brix/features/preboot").at("/enabled"), "false");
    EXPECT_EQ(patch(all + "/preboot", R"({"enabled":false})").at("/enabled"), "false");
}

TEST_F(heroku_features, are_refused_with_a_reason) {
    EXPECT_EQ(get("/apps/acme-staging/features/nothing").at("/message"),
              R"("Couldn't find that feature.")");
    EXPECT_EQ(patch("/apps/acme-staging/features/preboot", "{}").status(), 422);
    EXPECT_EQ(patch("/apps/acme-staging/features/preboot", R"({"enabled":"yes"})").status(), 422);
    EXPECT_EQ(patch("/apps/brix/features/preboot", R"({"enabled":true})").status(), 422)
        << "it runs a Basic dyno";
    EXPECT_EQ(get("/apps/nobodys/features").status(), 404);
}

TEST_F(heroku_drains, take_a_log_elsewhere) {
    const std::string all = "/apps/brix/log-drains";
    const seen made = post(all, R"({"url":"https://me:pw@logs.example/a?key=b"})");
    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/addon"), "null");
    EXPECT_EQ(made.at("/token").substr(0, 3), R"("d.)");
    for (const char* const member : {"id", "token"}) {
        const std::string one(made.body.at(member).get_string());
        EXPECT_EQ(get(all + "/" + one).at("/url"), R"("https://me:pw@logs.example/a?key=b")");
    }
    EXPECT_EQ(get(all + "/https%3A%2F%2Fme%3Apw%40logs.example%2Fa%3Fkey%3Db").status(), 200);
    const std::string kept = json::text(server.state());
    EXPECT_NE(kept.find("https://logs.example"), std::string::npos) << kept;
    EXPECT_EQ(kept.find("me:pw"), std::string::npos) << "what is shown of the mock shows no secret";
    EXPECT_EQ(kept.find("key=b"), std::string::npos);
    EXPECT_EQ(kept.find("s3cr3t"), std::string::npos);
    EXPECT_EQ(remove(all + "/" + std::string(made.body.at("id").get_string())).status(), 200);
    EXPECT_EQ(get(all).response.body, "[]");
}

TEST_F(heroku_drains, are_refused_with_a_reason) {
    const std::string all = "/apps/brix/log-drains";
    EXPECT_EQ(post(all).at("/message"), R"("Missing required parameter: `url`.")");
    for (const char* const url : {"ftp://logs.example", "logs.example", "https://"})
        EXPECT_EQ(post(all, R"({"url":")" + std::string(url) + R"("})").status(), 422) << url;
    const std::string twice = R"({"url":"syslog+tls://logs.example:6514"})";
    EXPECT_EQ(post(all, twice).status(), 201);
    EXPECT_EQ(post(all, twice).at("/message"), R"("Url has already been taken")");
    EXPECT_EQ(get(all + "/nothing").at("/message"), R"("Couldn't find that log drain.")");
    EXPECT_EQ(remove(all + "/nothing").status(), 404);
}

TEST_F(heroku_drains, of_an_add_on_come_and_go_with_it) {
    post("/apps/brix/addons", R"({"plan":"papertrail","name":"brix-logs"})");
    const seen all = get("/apps/brix/log-drains");
    EXPECT_EQ(all.at("/0/addon/name"), R"("brix-logs")");
    EXPECT_EQ(remove("/apps/brix/log-drains/" + all.each("id")).status(), 422);
    remove("/apps/brix/addons/brix-logs");
    EXPECT_EQ(get("/apps/brix/log-drains").response.body, "[]");
}

TEST_F(heroku_webhooks, say_a_secret_once_where_none_was_given) {
    const std::string all = "/apps/brix/webhooks";
    const seen made = post(
        all, R"({"url":"https://hooks.example/a","include":["api:release"],"level":"notify"})");
    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.header("Heroku-Webhook-Secret").size(), 58U);
    EXPECT_EQ(made.at("/include"), R"(["api:release"])");
    const seen own = post(all, R"({"url":"https://hooks.example/b","include":["dyno"],)"
                               R"("level":"sync","secret":"s3cr3t"})");
    EXPECT_EQ(own.header("Heroku-Webhook-Secret"), "");
    EXPECT_EQ(own.response.body.find("s3cr3t"), std::string::npos);
    EXPECT_EQ(get(all).body.as_array().size(), 2U);
    const std::string one = all + "/" + std::string(own.body.at("id").get_string());
    EXPECT_EQ(patch(one, R"({"include":["api:build","dyno"]})").at("/include"),
              R"(["api:build","dyno"])");
    EXPECT_EQ(remove(one).at("/level"), R"("sync")");
    EXPECT_EQ(get(one).status(), 404);
}

TEST_F(heroku_webhooks, are_refused_with_a_reason) {
    const std::string all = "/apps/brix/webhooks";
    for (const char* const body :
         {"{}", R"({"url":"https://h.example","include":["api:release"]})",
          R"({"url":"https://h.example","level":"notify"})",
          R"({"url":"https://h.example","include":["api:nothing"],"level":"notify"})",
          R"({"url":"https://h.example","include":["dyno"],"level":"loud"})",
          R"({"url":"syslog://h.example","include":["dyno"],"level":"notify"})"})
        EXPECT_EQ(post(all, body).status(), 422) << body;
    EXPECT_EQ(get(all).response.body, "[]");
    EXPECT_EQ(remove(all + "/nothing").at("/message"), R"("Couldn't find that webhook.")");
}

TEST_F(heroku_cancelled_builds, release_nothing) {
    const std::string all = "/apps/acme-staging/builds";
    const seen made = post(all, R"({"source_blob":{"url":"https://code.example/a.tgz"}})");
    const std::string one = all + "/" + std::string(made.body.at("id").get_string());
    const seen cancelled = send(
        "DELETE", one, {}, {{"Accept", "application/vnd.heroku+json; version=3.cancel-build"}});
    EXPECT_EQ(cancelled.status(), 200);
    EXPECT_EQ(cancelled.at("/status"), R"("failed")");
    later(1min);
    EXPECT_EQ(get(one).at("/release"), "null");
    EXPECT_EQ(get("/apps/acme-staging/releases").body.as_array().size(), 4U);
    EXPECT_EQ(remove(one).status(), 422) << "it has ended";
    EXPECT_EQ(remove(all + "/nothing").status(), 404);
}

} // namespace
} // namespace chatops::mocks
