// Add-ons come, change their plan and go; what services offer; certificates of domains; how
// one-off dynos and builds end.
#include "tests/mocks/heroku_account.hpp"

namespace chatops::mocks {
namespace {

using heroku_addons = heroku_account;

const std::string addons = "/apps/acme-staging/addons";

TEST_F(heroku_addons, are_provisioned_after_a_while_and_then_set_their_config_vars) {
    const seen made = post(addons, R"({"plan":"heroku-redis:mini"})");
    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/state"), R"("provisioning")");
    EXPECT_EQ(made.at("/addon_service/name"), R"("heroku-redis")");
    EXPECT_EQ(made.at("/config_vars"), R"(["REDIS_URL"])");
    const std::string name(made.body.at("name").get_string());
    EXPECT_EQ(name.substr(0, 6), "redis-");
    EXPECT_EQ(get("/apps/acme-staging/config-vars").body.as_object().contains("REDIS_URL"), false);
    later(20s);
    EXPECT_EQ(get(addons + "/" + name).at("/state"), R"("provisioned")");
    EXPECT_EQ(get("/apps/acme-staging/config-vars").body.as_object().contains("REDIS_URL"), true);
    EXPECT_EQ(get("/apps/acme-staging/releases/v5").at("/description"),
              "\"Attach REDIS (@ref:" + name + ")\"");
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 up, worker.1 up");
}

TEST_F(heroku_addons, that_need_no_time_are_there_at_once) {
    EXPECT_EQ(post(addons, R"({"plan":"papertrail","name":"acme-logs"})").at("/state"),
              R"("provisioned")");
    EXPECT_EQ(get("/addons/acme-logs").at("/plan/name"), R"("papertrail:choklad")")
        << "a service alone means its default plan";
    EXPECT_EQ(post(addons, R"({"plan":{"name":"scheduler:standard"}})").at("/config_vars"), "[]");
}

TEST_F(heroku_addons, are_refused_with_a_reason) {
    EXPECT_EQ(post(addons, R"({"plan":"heroku-redis:huge"})").at("/message"),
              R"("Couldn't find either the add-on service or the add-on plan of )"
              R"(\"heroku-redis:huge\".")");
    EXPECT_EQ(post(addons).at("/message"), R"("Missing required parameter: `plan`.")");
    for (const char* const name : {"postgresql-round-1", "1a", "-a", "a b", "a"})
        EXPECT_EQ(
            post(addons, R"({"plan":"heroku-redis:mini","name":")" + std::string(name) + R"("})")
                .status(),
            422)
            << name;
    EXPECT_EQ(post("/apps/nobodys/addons", R"({"plan":"heroku-redis:mini"})").status(), 404);
    EXPECT_EQ(get("/addons").body.as_array().size(), 1U);
}

TEST_F(heroku_addons, change_their_plan_within_a_service) {
    const std::string one = addons + "/postgresql-round-1";
    EXPECT_EQ(patch(one, R"({"plan":"heroku-postgresql:standard-0"})").at("/plan/name"),
              R"("heroku-postgresql:standard-0")");
    EXPECT_EQ(patch(one, R"({"plan":"heroku-redis:mini"})").status(), 422);
    EXPECT_EQ(patch(one, "{}").status(), 422);
    EXPECT_EQ(patch(addons + "/nobodys", R"({"plan":"heroku-redis:mini"})").status(), 404);
    post(addons, R"({"plan":"heroku-redis:mini","name":"acme-cache"})");
    EXPECT_EQ(patch(addons + "/acme-cache", R"({"plan":"heroku-redis:premium-0"})").status(), 422)
        << "it is not there yet";
}

TEST_F(heroku_addons, go_with_their_config_vars) {
    EXPECT_EQ(remove(addons + "/postgresql-round-1").at("/state"), R"("deprovisioned")");
    EXPECT_EQ(get(addons).response.body, "[]");
    EXPECT_FALSE(get("/apps/acme-staging/config-vars").body.as_object().contains("DATABASE_URL"));
    EXPECT_EQ(get("/apps/acme-staging/releases/v5").at("/description"),
              "\"Detach DATABASE (@ref:postgresql-round-1)\"");
    EXPECT_EQ(remove(addons + "/postgresql-round-1").status(), 404);
}

TEST_F(heroku_addons, are_plans_of_services) {
    EXPECT_EQ(get_range("/addon-services", "name ..").each("name"),
              "heroku-postgresql heroku-redis papertrail scheduler");
    EXPECT_EQ(get_range("/addon-services/heroku-redis/plans", "name ..").each("name"),
              "heroku-redis:mini heroku-redis:premium-0");
    EXPECT_EQ(get("/addon-services/heroku-redis").at("/human_name"), R"("Heroku Key-Value Store")");
    const seen plan = get("/plans/heroku-postgresql:essential-0");
    EXPECT_EQ(plan.at("/human_name"), R"("Essential 0")");
    EXPECT_EQ(plan.at("/price/cents"), "500");
    EXPECT_EQ(plan.at("/default"), "true");
    const std::string id(plan.body.at("id").get_string());
    EXPECT_EQ(get("/plans/" + id).at("/name"), R"("heroku-postgresql:essential-0")");
    EXPECT_EQ(get("/plans/nothing").status(), 404);
    EXPECT_EQ(get("/addon-services/nothing").status(), 404);
    EXPECT_EQ(get("/addon-services/nothing/plans").status(), 404);
}

TEST_F(heroku_addons, beside_them_domains_have_certificates) {
    const std::string one = "/apps/acme-staging/domains/staging.acme.example";
    EXPECT_EQ(get(one).at("/sni_endpoint"), "null");
    EXPECT_EQ(patch(one, R"({"sni_endpoint":"tyrannosaurus-1"})").at("/sni_endpoint/id"),
              R"("tyrannosaurus-1")");
    EXPECT_EQ(patch(one, R"({"sni_endpoint":null})").at("/sni_endpoint"), "null");
    EXPECT_EQ(patch("/apps/acme-staging/domains/acme-staging.herokuapp.com", "{}").status(), 422);
}

class heroku_ends : public heroku_account {
  public:
    std::string log_of(const std::string& dyno) {
        const seen session =
            send("POST", "/apps/acme-staging/log-sessions", R"({"dyno_name":")" + dyno + R"("})",
                 {{"Host", "127.0.0.1:9103"}});
        http::request what;
        what.url = std::string(session.body.at("logplex_url").get_string()).substr(21);
        return server.handle(what, {now, now}).body;
    }
};

TEST_F(heroku_ends, commands_that_run_once_write_and_say_their_status) {
    const seen echo = post("/apps/acme-staging/dynos", R"({"command":"echo hello"})");
    const std::string name(echo.body.at("name").get_string());
    later(1min);
    EXPECT_EQ(get("/apps/acme-staging/dynos/" + name).status(), 404);
    const std::string log = log_of(name);
    EXPECT_NE(log.find("app[" + name + "]: hello\n"), std::string::npos) << log;
    EXPECT_NE(log.find("heroku[" + name + "]: Process exited with status 0\n"), std::string::npos);
    const seen failing = post("/apps/acme-staging/dynos", R"({"command":"exit 3"})");
    later(1min);
    EXPECT_NE(log_of(std::string(failing.body.at("name").get_string()))
                  .find("Process exited with status 3"),
              std::string::npos);
}

TEST_F(heroku_ends, builds_whose_source_cannot_be_fetched_fail) {
    const std::string builds = "/apps/acme-staging/builds";
    const seen made =
        send("POST", builds, R"({"source_blob":{"url":"https://user@code.invalid:8/a.tgz"}})",
             {{"Host", "127.0.0.1:9103"}});
    EXPECT_EQ(made.at("/status"), R"("pending")");
    later(1min);
    const seen ended = get(builds + "/" + std::string(made.body.at("id").get_string()));
    EXPECT_EQ(ended.at("/status"), R"("failed")");
    EXPECT_EQ(ended.at("/release"), "null");
    EXPECT_EQ(get("/apps/acme-staging/releases").body.as_array().size(), 4U);
    http::request what;
    what.url = std::string(made.body.at("output_stream_url").get_string()).substr(21);
    EXPECT_NE(server.handle(what, {now, now}).body.find("Failed to fetch the source"),
              std::string::npos);
}

} // namespace
} // namespace chatops::mocks
