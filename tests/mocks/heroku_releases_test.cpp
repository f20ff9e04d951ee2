// Releases: what runs, since when, and how to go back.
#include "tests/mocks/heroku_account.hpp"

namespace chatops::mocks {
namespace {

class heroku_releases : public heroku_account {
  public:
    std::string id_of(const std::string& version) {
        const seen found = get("/apps/acme-staging/releases/" + version);
        return std::string(found.body.at("id").get_string());
    }
    seen roll_back_to(const std::string& version) {
        return post("/apps/acme-staging/releases", R"({"release":")" + id_of(version) + R"("})");
    }
    /// `v4 succeeded *` for each, the newest last; the star is the current one's.
    std::string history(const std::string& app) {
        const seen all = get("/apps/" + app + "/releases");
        std::string text;
        for (const auto& each : all.body.as_array()) {
            if (!text.empty()) text += ", ";
            text += 'v' + json::text(each.at("version")) + ' ' +
                    std::string(each.at("status").get_string());
            if (each.at("current").get_bool()) text += " *";
        }
        return text;
    }
};

TEST_F(heroku_releases, are_found_by_version_or_id) {
    const seen third = get("/apps/acme-staging/releases/3");

    EXPECT_EQ(third.at("/description"), R"("Deploy 1a2b3c4d")");
    EXPECT_EQ(third.at("/status"), R"("succeeded")");
    EXPECT_EQ(third.at("/current"), "false");
    EXPECT_EQ(third.at("/eligible_for_rollback"), "true");
    EXPECT_EQ(third.at("/user/email"), R"("ops@agency.example")");
    EXPECT_EQ(third.at("/created_at"), R"("2024-02-27T12:00:00Z")");
    EXPECT_EQ(third.at("/addon_plan_names"), R"(["heroku-postgresql:essential-0"])");
    EXPECT_EQ(get("/apps/acme-staging/releases/v3").response.body, third.response.body);
    EXPECT_EQ(get("/apps/acme-staging/releases/" + id_of("3")).response.body, third.response.body);
    EXPECT_EQ(get("/apps/acme-staging/releases/1").at("/slug"), "null");
    EXPECT_EQ(get("/apps/acme-staging/releases/1").at("/eligible_for_rollback"), "false");
    const std::string slug(third.body.at_pointer("/slug/id").get_string());
    EXPECT_EQ(get("/apps/acme-staging/slugs/" + slug).at("/commit"), R"("1a2b3c4d")");
}

TEST_F(heroku_releases, rolled_back_wait_and_then_run) {
    const seen made = roll_back_to("3");

    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/version"), "5");
    EXPECT_EQ(made.at("/description"), R"("Rollback to v3")");
    EXPECT_EQ(made.at("/status"), R"("pending")");
    EXPECT_EQ(made.at("/slug"), get("/apps/acme-staging/releases/3").at("/slug"));
    EXPECT_EQ(history("acme-staging"),
              "v1 succeeded, v2 succeeded, v3 succeeded, v4 succeeded *, v5 pending");
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 up, worker.1 up");

    later(3s);
    EXPECT_EQ(history("acme-staging"),
              "v1 succeeded, v2 succeeded, v3 succeeded, v4 succeeded, v5 succeeded *");
    EXPECT_EQ(dynos("acme-staging"), "web.1 starting, web.2 starting, worker.1 starting");
    EXPECT_EQ(get("/apps/acme-staging/dynos/web.1").at("/release/version"), "5");
    EXPECT_EQ(get("/apps/acme-staging").at("/released_at"), R"("2024-02-29T12:00:03Z")");
    later(5s);
    EXPECT_EQ(dynos("acme-staging"), "web.1 up, web.2 up, worker.1 up");
}

TEST_F(heroku_releases, rolled_back_bring_their_config_vars_but_keep_what_add_ons_set) {
    EXPECT_NE(get("/apps/acme-staging/config-vars").at("/DATABASE_URL"), R"("postgres://new")");
    patch("/apps/acme-staging/config-vars",
          R"({"LOG_LEVEL":"debug","NEW":"1","DATABASE_URL":"postgres://new"})");
    roll_back_to("4");

    const seen config = get("/apps/acme-staging/config-vars");
    EXPECT_EQ(config.at("/LOG_LEVEL"), R"("info")");
    EXPECT_EQ(config.at("/DATABASE_URL"), R"("postgres://new")");
    EXPECT_EQ(config.body.as_object().contains("NEW"), false);
}

TEST_F(heroku_releases, that_wait_hold_up_those_after_them) {
    roll_back_to("3");
    later(1s);
    patch("/apps/acme-staging/config-vars", R"({"LOG_LEVEL":"debug"})");
    EXPECT_EQ(history("acme-staging").substr(42), "v4 succeeded *, v5 pending, v6 pending");
    later(2s);
    EXPECT_EQ(history("acme-staging").substr(42), "v4 succeeded, v5 succeeded, v6 succeeded *");
    EXPECT_EQ(get("/apps/acme-staging/releases/6").at("/slug"),
              get("/apps/acme-staging/releases/3").at("/slug"));
}

TEST_F(heroku_releases, without_code_or_success_cannot_be_gone_back_to) {
    const seen none = roll_back_to("1");
    EXPECT_EQ(none.status(), 422);
    EXPECT_EQ(none.at("/message"), R"("Cannot rollback to a release that had no app deployed")");
    roll_back_to("3");
    EXPECT_EQ(roll_back_to("5").status(), 422);
    EXPECT_EQ(post("/apps/acme-staging/releases", R"({"release":"nothing"})").status(), 404);
    EXPECT_EQ(post("/apps/acme-staging/releases", R"({"release":3})").status(), 422);
    EXPECT_EQ(post("/apps/acme-staging/releases", "{}").status(), 422);
}

TEST_F(heroku_releases, of_a_slug_promote_code_to_another_app) {
    const std::string slug(
        get("/apps/acme-staging/releases/4").body.at_pointer("/slug/id").get_string());
    const seen made = post("/apps/brix/releases",
                           R"({"slug":")" + slug + R"(","description":"Promote acme v4"})");
    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/description"), R"("Promote acme v4")");
    later(10s);
    EXPECT_EQ(get_range("/apps/brix/formation", "type ..").each("type"), "clock web worker");
    EXPECT_EQ(dynos("brix"), "web.1 up");
    EXPECT_EQ(get("/apps/brix/dynos/web.1").at("/command"), R"("bin/web")");
    EXPECT_EQ(post("/apps/brix/releases", R"({"slug":"unknown"})").status(), 404);
}

TEST_F(heroku_releases, come_from_config_vars_that_really_change) {
    EXPECT_EQ(
        patch("/apps/acme-staging/config-vars", R"({"LOG_LEVEL":"info","GONE":null})").status(),
        200);
    EXPECT_EQ(history("acme-staging").substr(42), "v4 succeeded *");

    const seen set = patch("/apps/acme-staging/config-vars",
                           R"({"LOG_LEVEL":"debug","NEW_KEY":"x","SECRET_KEY":null})");
    EXPECT_EQ(set.at("/LOG_LEVEL"), R"("debug")");
    EXPECT_EQ(set.body.as_object().contains("SECRET_KEY"), false);
    EXPECT_EQ(history("acme-staging").substr(42), "v4 succeeded, v5 succeeded *");
    EXPECT_EQ(get("/apps/acme-staging/releases/5").at("/description"),
              R"("Set LOG_LEVEL, NEW_KEY config vars, remove SECRET_KEY config vars")");
    EXPECT_EQ(dynos("acme-staging"), "web.1 starting, web.2 starting, worker.1 starting");
    EXPECT_EQ(get("/apps/acme-staging/releases/4/config-vars").at("/LOG_LEVEL"), R"("info")");
    EXPECT_EQ(get("/apps/acme-staging/releases/5/config-vars").response.body, set.response.body);
}

TEST_F(heroku_releases, do_not_come_from_config_vars_that_are_wrong) {
    const std::string before = json::text(server.state());
    for (const char* const body :
         {R"({"A":"1","not a name":"1"})", R"({"A":1})", R"({"A":{}})", R"({"":"1"})"})
        EXPECT_EQ(patch("/apps/brix/config-vars", body).status(), 422) << body;
    EXPECT_EQ(patch("/apps/brix/config-vars", R"({"A":1})").at("/id"), R"("invalid_params")");
    EXPECT_EQ(json::text(server.state()), before);
}

TEST_F(heroku_releases, come_from_builds) {
    const seen build =
        post("/apps/acme-staging/builds",
             R"({"source_blob":{"url":"https://x.example/a.tgz","version":"deadbeefcafe"}})");
    EXPECT_EQ(build.status(), 201);
    EXPECT_EQ(build.at("/status"), R"("pending")");
    EXPECT_EQ(build.at("/release"), "null");
    const std::string path =
        "/apps/acme-staging/builds/" + std::string(build.body.at("id").get_string());
    later(20s);
    EXPECT_EQ(get(path).at("/status"), R"("succeeded")");
    const std::string release(get(path).body.at_pointer("/release/id").get_string());
    EXPECT_EQ(get("/apps/acme-staging/releases/" + release).at("/description"),
              R"("Deploy deadbeef")");
    EXPECT_EQ(get("/apps/acme-staging/releases/" + release).at("/status"), R"("pending")");
    later(3s);
    EXPECT_EQ(get("/apps/acme-staging/releases/" + release).at("/current"), "true");
    EXPECT_EQ(post("/apps/acme-staging/builds", "{}").status(), 422);
}

TEST_F(heroku_releases, of_a_build_run_on_the_stack_that_it_was_built_for) {
    patch("/apps/acme-staging", R"({"build_stack":"heroku-22"})");
    EXPECT_EQ(get("/apps/acme-staging").at("/stack/name"), R"("heroku-24")");
    post("/apps/acme-staging/builds",
         R"({"source_blob":{"url":"https://x.example/a.tgz","version":"deadbeefcafe"}})");
    later(30s);
    EXPECT_EQ(get("/apps/acme-staging").at("/stack/name"), R"("heroku-22")");
}

class account_with_phase : public heroku_account {
    void TestBody() override {}

  public:
    explicit account_with_phase(const std::string& command) : heroku_account(with(command)) {}

    /// What stands where that release says, as lines; its status before it where it is none.
    std::string output_of(const std::string& version) {
        const seen release =
            get("/apps/acme-staging/releases/" + version, {{"Host", "127.0.0.1:9103"}});
        const auto& url = release.body.at("output_stream_url");
        if (url.is_null()) return "nowhere";
        http::request what;
        what.url = std::string(url.get_string()).substr(21);
        return server.handle(what, {now, now}).body;
    }

  private:
    static heroku::seed with(const std::string& command) {
        heroku::seed given = agency_account();
        given.apps[0].formation.push_back({.type = "release", .quantity = 0, .command = command});
        return given;
    }
};

TEST(heroku_release_phase, writes_where_its_release_says) {
    account_with_phase at("echo Migrating; sleep 60; echo Done");
    EXPECT_EQ(at.output_of("4"), "Migrating\nDone\n");
    EXPECT_EQ(at.output_of("1"), "nowhere") << "there was no code yet";
    at.patch("/apps/acme-staging/config-vars", R"({"LOG_LEVEL":"debug"})");
    EXPECT_EQ(at.output_of("5"), "Migrating\n");
    at.later(10min);
    EXPECT_EQ(at.output_of("5"), "Migrating\nDone\n");
    http::request nothing;
    nothing.url = "/streams/releases/nothing";
    EXPECT_EQ(at.server.handle(nothing, {at.now, at.now}).status, 404);
}

TEST(heroku_release_phase, of_a_build_is_what_its_address_says) {
    class account : public heroku_account {
        void TestBody() override {}
    };
    account at;
    at.post("/apps/acme-staging/builds",
            R"({"source_blob":{"url":"https://x.example/a.tgz?release=echo+No%3B+exit+1"}})");
    at.later(30s);
    EXPECT_EQ(at.get("/apps/acme-staging/releases/5").at("/status"), R"("failed")");
    EXPECT_EQ(at.get("/apps/acme-staging/releases/4").at("/current"), "true");
}

TEST(heroku_release_phase, that_does_not_end_in_time_leaves_everything_as_it_was) {
    account_with_phase at("sleep 7200");
    at.patch("/apps/acme-staging/config-vars", R"({"LOG_LEVEL":"debug"})");
    at.later(10min);
    EXPECT_EQ(at.get("/apps/acme-staging/releases/5").at("/status"), R"("pending")");
    at.later(51min);
    EXPECT_EQ(at.get("/apps/acme-staging/releases/5").at("/status"), R"("expired")");
    EXPECT_EQ(at.get("/apps/acme-staging/releases/4").at("/current"), "true");
}

TEST(heroku_release_phase, that_fails_leaves_everything_as_it_was) {
    account_with_phase at("exit 1");
    at.patch("/apps/acme-staging/config-vars", R"({"LOG_LEVEL":"debug"})");
    EXPECT_EQ(at.get("/apps/acme-staging/releases/5").at("/status"), R"("pending")");
    at.later(3s);
    EXPECT_EQ(at.get("/apps/acme-staging/releases/5").at("/status"), R"("failed")");
    EXPECT_EQ(at.get("/apps/acme-staging/releases/4").at("/current"), "true");
    EXPECT_EQ(at.get("/apps/acme-staging/config-vars").at("/LOG_LEVEL"), R"("info")");
    EXPECT_EQ(at.dynos("acme-staging"), "web.1 up, web.2 up, worker.1 up");
}

} // namespace
} // namespace chatops::mocks
