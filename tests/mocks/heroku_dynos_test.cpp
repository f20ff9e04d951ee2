// Dynos: restarted, stopped, run once.
#include "tests/mocks/heroku_account.hpp"

namespace chatops::mocks {
namespace {

using heroku_dynos = heroku_account;

TEST_F(heroku_dynos, show_what_they_run) {
    const seen web = get("/apps/acme-staging/dynos/web.1");

    EXPECT_EQ(web.at("/name"), R"("web.1")");
    EXPECT_EQ(web.at("/type"), R"("web")");
    EXPECT_EQ(web.at("/state"), R"("up")");
    EXPECT_EQ(web.at("/command"), R"("bin/web")");
    EXPECT_EQ(web.at("/size"), R"("Standard-1X")");
    EXPECT_EQ(web.at("/release/version"), "4");
    EXPECT_EQ(web.at("/created_at"), R"("2024-02-28T12:00:00Z")");
    EXPECT_EQ(web.at("/attach_url"), "null");
    const std::string id(web.body.at("id").get_string());
    EXPECT_EQ(get("/apps/acme-staging/dynos/" + id).response.body, web.response.body);
}

TEST_F(heroku_dynos, restarted_all_are_new_ones_of_the_same_names) {
    const seen before = get_range("/apps/acme-staging/dynos", "name ..");
    later(3s);
    const seen accepted = remove("/apps/acme-staging/dynos");

    EXPECT_EQ(accepted.status(), 202);
    EXPECT_EQ(accepted.response.body, "{}");
    const seen after = get_range("/apps/acme-staging/dynos", "name ..");
    EXPECT_EQ(after.each("name"), "web.1 web.2 worker.1");
    EXPECT_EQ(after.each("state"), "starting starting starting");
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NE(after.body.at(i).at("id"), before.body.at(i).at("id"));
    EXPECT_EQ(after.at("/0/created_at"), R"("2024-02-29T12:00:03Z")");
    EXPECT_EQ(after.header("Date"), "Thu, 29 Feb 2024 12:00:03 GMT");
    later(5s);
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 up, worker.1 up");
}

TEST_F(heroku_dynos, restart_by_one_or_by_type) {
    EXPECT_EQ(remove("/apps/acme-staging/dynos/web.2").status(), 202);
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 starting, worker.1 up");
    EXPECT_EQ(remove("/apps/acme-staging/formations/worker").status(), 202);
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 starting, worker.1 starting");

    EXPECT_EQ(remove("/apps/acme-staging/dynos/web.3").status(), 404);
    EXPECT_EQ(remove("/apps/acme-staging/formations/cron").status(), 404);
    EXPECT_EQ(remove("/apps/nobodys/dynos").status(), 404);
}

TEST_F(heroku_dynos, restarted_while_starting_start_anew) {
    remove("/apps/acme-staging/dynos/web.1");
    later(4s);
    remove("/apps/acme-staging/dynos/web.1");
    later(4s);
    EXPECT_EQ(get("/apps/acme-staging/dynos/web.1").at("/state"), R"("starting")");
    later(1s);
    EXPECT_EQ(get("/apps/acme-staging/dynos/web.1").at("/state"), R"("up")");
}

TEST_F(heroku_dynos, stopped_are_down_until_restarted) {
    EXPECT_EQ(post("/apps/acme-staging/dynos/web.1/actions/stop").status(), 202);
    later(1h);
    EXPECT_EQ(dynos("acme-staging"), "web.1 down, web.2 up, worker.1 up");
    EXPECT_EQ(post("/apps/acme-staging/formations/web/actions/stop").status(), 202);
    EXPECT_EQ(dynos("acme-staging"), "web.1 down, web.2 down, worker.1 up");
    remove("/apps/acme-staging/dynos");
    later(5s);
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 up, worker.1 up");
}

TEST_F(heroku_dynos, run_once_end_by_themselves) {
    const seen once = post("/apps/acme-staging/dynos", R"({"command":"rake db:migrate"})");

    EXPECT_EQ(once.status(), 201);
    EXPECT_EQ(once.at("/type"), R"("run")");
    EXPECT_EQ(once.at("/name").substr(0, 5), R"("run.)");
    EXPECT_EQ(once.at("/state"), R"("starting")");
    EXPECT_EQ(once.at("/command"), R"("rake db:migrate")");
    const std::string name(once.body.at("name").get_string());
    later(5s);
    EXPECT_EQ(get("/apps/acme-staging/dynos/" + name).at("/state"), R"("up")");
    later(10s);
    EXPECT_EQ(get("/apps/acme-staging/dynos/" + name).status(), 404);
}

TEST_F(heroku_dynos, run_once_live_no_longer_than_they_may) {
    const auto run = [&](const std::string& body) {
        return std::string(post("/apps/brix/dynos", body).body.at("name").get_string());
    };
    const std::string slow = run(R"({"command":"sleep 600"})");
    const std::string held = run(R"({"command":"sleep 600","time_to_live":60,"type":"job"})");
    later(64s);
    EXPECT_EQ(get("/apps/brix/dynos/" + held).at("/type"), R"("job")");
    later(1s);
    EXPECT_EQ(get("/apps/brix/dynos/" + held).status(), 404);
    EXPECT_EQ(get("/apps/brix/dynos/" + slow).status(), 200);
    remove("/apps/brix/dynos/" + slow);
    EXPECT_EQ(get("/apps/brix/dynos/" + slow).status(), 404);
    EXPECT_FALSE(server.due());
}

TEST_F(heroku_dynos, run_once_are_left_alone_by_scaling_and_restarting) {
    const std::string name(
        post("/apps/acme-staging/dynos", R"({"command":"sleep 900","type":"web","attach":true})")
            .body.at("name")
            .get_string());
    later(1min);
    const std::string id = get("/apps/acme-staging/dynos/" + name).at("/id");
    remove("/apps/acme-staging/dynos");
    patch("/apps/acme-staging/formation/web", R"({"quantity":0})");
    EXPECT_EQ(get("/apps/acme-staging/dynos/" + name).at("/id"), id);
    EXPECT_EQ(get("/apps/acme-staging/dynos/" + name).at("/attach_url").substr(0, 14),
              R"("rendezvous://)");
}

TEST_F(heroku_dynos, run_once_need_a_command_and_room) {
    EXPECT_EQ(post("/apps/brix/dynos", "{}").status(), 422);
    EXPECT_EQ(post("/apps/brix/dynos", R"({"command":""})").status(), 422);
    EXPECT_EQ(post("/apps/brix/dynos", R"({"command":"ls","size":"huge"})").status(), 422);
    EXPECT_EQ(post("/apps/brix/dynos", R"({"command":"ls","time_to_live":86401})").status(), 422);
    for (int i = 0; i < 50; ++i)
        ASSERT_EQ(post("/apps/brix/dynos", R"({"command":"sleep 900"})").status(), 201);
    const seen full = post("/apps/brix/dynos", R"({"command":"ls"})");
    EXPECT_EQ(full.status(), 422);
    EXPECT_EQ(full.at("/id"), R"("cannot_run_above_limit")");
    EXPECT_EQ(full.at("/limit"), "50");
}

class seeded_account : public heroku_account {
    void TestBody() override {}

  public:
    explicit seeded_account(const heroku::seed& given) : heroku_account(given) {}
};

TEST(heroku_dyno, of_size_eco_sleeps_until_it_is_started_anew) {
    heroku::seed given = agency_account();
    given.apps[1].formation[0].size = "eco";
    given.apps[0].is_asleep = given.apps[1].is_asleep = true;
    seeded_account at(given);
    EXPECT_EQ(at.dynos("brix"), "web.1 idle");
    EXPECT_EQ(at.dynos("acme-staging"), "web.1 up, web.2 up, worker.1 up") << "another size";
    at.remove("/apps/brix/dynos");
    at.later(5s);
    EXPECT_EQ(at.dynos("brix"), "web.1 up");
}

TEST(heroku_dyno, that_costs_is_refused_where_the_bill_is_not_paid) {
    heroku::seed given = agency_account();
    given.is_delinquent = true;
    seeded_account at(given);
    EXPECT_EQ(at.get("/account").at("/delinquent_at"), R"("2024-02-26T12:00:00Z")");
    const std::string web = "/apps/acme-staging/formation/web";
    const seen more = at.patch(web, R"({"quantity":3})");
    EXPECT_EQ(more.status(), 402);
    EXPECT_EQ(more.at("/id"), R"("delinquent")");
    EXPECT_EQ(at.patch(web, R"({"size":"standard-2x"})").status(), 402);
    EXPECT_EQ(at.patch(web, R"({"quantity":1})").status(), 200) << "that costs less";
    EXPECT_EQ(at.post("/apps/acme-staging/dynos", R"({"command":"ls"})").status(), 402);
    const std::string addons = "/apps/acme-staging/addons";
    EXPECT_EQ(at.post(addons, R"({"plan":"heroku-redis:mini"})").status(), 402);
    EXPECT_EQ(at.post(addons, R"({"plan":"scheduler"})").status(), 201) << "that costs nothing";
}

TEST(heroku_app, may_need_a_second_factor_to_be_changed) {
    heroku::seed given = agency_account();
    given.apps[1].needs_second_factor = true;
    seeded_account at(given);
    const seen refused = at.patch("/apps/brix", R"({"maintenance":true})");
    EXPECT_EQ(refused.status(), 403);
    EXPECT_EQ(refused.at("/id"), R"("two_factor")");
    EXPECT_EQ(refused.header("Heroku-Two-Factor-Required"), "true");
    EXPECT_EQ(at.get("/apps/brix").at("/maintenance"), "false");
    const auto with = [&](const std::string& code) {
        return at
            .send("PATCH", "/apps/brix", R"({"maintenance":true})",
                  {{"Heroku-Two-Factor-Code", code}})
            .status();
    };
    EXPECT_EQ(with("12345"), 403);
    EXPECT_EQ(with("12345x"), 403);
    EXPECT_EQ(with("123456"), 200);
    EXPECT_EQ(at.patch("/apps/acme-staging", R"({"maintenance":true})").status(), 200);
}

TEST(heroku_addon, of_a_private_app_must_be_confirmed) {
    heroku::seed given = agency_account();
    given.apps[1].is_private = true;
    seeded_account at(given);
    const seen refused = at.post("/apps/brix/addons", R"({"plan":"heroku-redis:mini"})");
    EXPECT_EQ(refused.status(), 423);
    EXPECT_EQ(refused.at("/id"), R"("confirmation_required")");
    EXPECT_EQ(refused.header("X-Confirmation-Required"), "brix");
    EXPECT_EQ(
        at.post("/apps/brix/addons", R"({"plan":"heroku-redis:mini","confirm":"brix"})").status(),
        201);
}

TEST(heroku_dyno, that_exits_has_crashed) {
    heroku::seed given = agency_account();
    given.apps[1].formation[0].command = "exit 1";
    seeded_account at(given);
    at.remove("/apps/brix/dynos");
    at.later(5s);
    EXPECT_EQ(at.dynos("brix"), "web.1 crashed");
}

} // namespace
} // namespace chatops::mocks
