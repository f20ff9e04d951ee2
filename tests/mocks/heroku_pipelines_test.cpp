// Pipelines, their applications in stages, and code that is promoted.
#include "tests/mocks/heroku_account.hpp"

namespace chatops::mocks {
namespace {

class heroku_pipelines : public heroku_account {
  public:
    using heroku_account::heroku_account;

    std::string id_of(const std::string& path) {
        return std::string(get(path).body.at("id").get_string());
    }
    std::string of_app(const std::string& app) { return id_of("/apps/" + app); }

    /// From `acme-staging` to these; `more` goes into its source.
    seen promote(const std::vector<std::string>& to, const std::string& more = {}) {
        std::string targets;
        for (const std::string& each : to)
            targets += (targets.empty() ? "" : ",") + (R"({"app":{"id":")" + each) + R"("}})";
        return post("/pipeline-promotions", R"({"pipeline":{"id":")" + id_of("/pipelines/acme") +
                                                R"("},"source":{"app":{"id":")" +
                                                of_app("acme-staging") + R"("})" + more +
                                                R"(},"targets":[)" + targets + "]}");
    }
    seen targets_of(const seen& promotion) {
        return get("/pipeline-promotions/" + std::string(promotion.body.at("id").get_string()) +
                   "/promotion-targets");
    }
    seen again(const seen& promotion) {
        return get("/pipeline-promotions/" + std::string(promotion.body.at("id").get_string()));
    }
};

TEST_F(heroku_pipelines, are_named_made_renamed_and_ended) {
    EXPECT_EQ(get("/pipelines/acme").at("/owner/type"), R"("user")");
    const seen made = post("/pipelines", R"({"name":"globex"})");
    EXPECT_EQ(made.status(), 201);
    const std::string one = "/pipelines/" + std::string(made.body.at("id").get_string());
    EXPECT_EQ(get_range("/pipelines", "name ..").each("name"), "acme globex");
    EXPECT_EQ(patch(one, R"({"name":"initech"})").at("/name"), R"("initech")");
    EXPECT_EQ(remove(one).at("/name"), R"("initech")");
    EXPECT_EQ(get(one).status(), 404);
    EXPECT_EQ(get("/pipelines/nobodys").at("/message"), R"("Couldn't find that pipeline.")");
    for (const char* const name : {"", "ab", "1ab", "A-b", "a_b"})
        EXPECT_EQ(post("/pipelines", R"({"name":")" + std::string(name) + R"("})").status(), 422)
            << name;
}

TEST_F(heroku_pipelines, are_listed_in_pages) {
    post("/pipelines", R"({"name":"globex"})");
    const seen first = get_range("/pipelines", "name ..; max=1");
    EXPECT_EQ(first.status(), 206);
    EXPECT_EQ(first.header("Next-Range"), "name ]acme..; max=1");
    EXPECT_EQ(get_range("/pipelines", first.header("Next-Range")).each("name"), "globex");
    for (const char* const list :
         {"/pipeline-couplings", "/pipelines/acme/pipeline-couplings", "/apps/brix/features",
          "/apps/brix/log-drains", "/apps/brix/webhooks"}) {
        EXPECT_EQ(get_range(list, "id ..; max=1000").status(), 200) << list;
        EXPECT_EQ(get_range(list, "colour ..").status(), 416) << list;
    }
    EXPECT_EQ(get_range("/pipeline-couplings", "id ..; max=1").status(), 206);
}

TEST_F(heroku_pipelines, hold_applications_in_stages) {
    const seen coupling = get("/apps/acme-staging/pipeline-couplings");
    EXPECT_EQ(coupling.at("/stage"), R"("staging")");
    EXPECT_EQ(coupling.at("/pipeline/id"), '"' + id_of("/pipelines/acme") + '"');
    EXPECT_EQ(get("/pipelines/acme/pipeline-couplings").body.as_array().size(), 2U);
    const std::string one =
        "/pipeline-couplings/" + std::string(coupling.body.at("id").get_string());
    EXPECT_EQ(patch(one, R"({"stage":"development"})").at("/stage"), R"("development")");
    EXPECT_EQ(patch(one, R"({"stage":"heaven"})").status(), 422);
    EXPECT_EQ(remove(one).status(), 200);
    EXPECT_EQ(get(one).status(), 404);
    EXPECT_EQ(get("/apps/acme-staging/pipeline-couplings").at("/message"),
              R"("Couldn't find that pipeline coupling.")");
    EXPECT_EQ(get("/apps/nobodys/pipeline-couplings").at("/message"),
              R"("Couldn't find that app.")");
    const std::string again = R"({"app":"acme-staging","pipeline":")" + id_of("/pipelines/acme") +
                              R"(","stage":"staging"})";
    EXPECT_EQ(post("/pipeline-couplings", again).status(), 201);
    EXPECT_EQ(post("/pipeline-couplings", again).status(), 422) << "it is in one already";
    EXPECT_EQ(post("/pipeline-couplings", R"({"app":"brix","stage":"staging"})").status(), 422);
    EXPECT_EQ(post("/pipeline-couplings", R"({"app":"nobodys","pipeline":"x","stage":"staging"})")
                  .status(),
              404);
    remove("/apps/brix");
    EXPECT_EQ(get("/pipeline-couplings").body.as_array().size(), 1U) << "it went with it";
}

TEST_F(heroku_pipelines, bring_code_to_a_target_and_leave_its_config_vars) {
    const std::string code = get("/apps/acme-staging/releases/v4").at("/slug/id");
    const std::string config = get("/apps/brix/config-vars").response.body;
    const seen made = promote({of_app("brix")});
    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/status"), R"("pending")");
    EXPECT_EQ(targets_of(made).at("/0/release"), "null");
    later(3s);
    EXPECT_EQ(targets_of(made).at("/0/status"), R"("pending")");
    EXPECT_NE(targets_of(made).at("/0/release"), "null");
    later(5s);
    EXPECT_EQ(again(made).at("/status"), R"("completed")");
    EXPECT_EQ(targets_of(made).at("/0/status"), R"("succeeded")");
    const seen release = get("/apps/brix/releases/v4");
    EXPECT_EQ(release.at("/description"), R"("Promote acme-staging v4 5e6f7a8b")");
    EXPECT_EQ(release.at("/slug/id"), code);
    EXPECT_EQ(release.at("/current"), "true");
    EXPECT_EQ(get("/apps/brix/config-vars").response.body, config);
}

TEST_F(heroku_pipelines, bring_an_earlier_release_where_one_is_named) {
    const std::string third = id_of("/apps/acme-staging/releases/v3");
    const seen made = promote({of_app("brix")}, R"(,"release":{"id":")" + third + R"("})");
    EXPECT_EQ(made.at("/source/release/id"), '"' + third + '"');
    later(10s);
    EXPECT_EQ(get("/apps/brix/releases/v4").at("/description"),
              R"("Promote acme-staging v3 1a2b3c4d")");
    const std::string empty = id_of("/apps/acme-staging/releases/v1");
    EXPECT_EQ(promote({of_app("brix")}, R"(,"release":{"id":")" + empty + R"("})").status(), 422);
    EXPECT_EQ(promote({of_app("brix")}, R"(,"release":{"id":"nothing"})").status(), 404);
}

TEST_F(heroku_pipelines, refuse_what_is_no_promotion) {
    const std::string brix = of_app("brix");
    EXPECT_EQ(promote({}).status(), 422);
    EXPECT_EQ(promote({of_app("acme-staging")}).status(), 422) << "to itself";
    EXPECT_EQ(promote({brix, brix}).status(), 422);
    EXPECT_EQ(promote({"nobodys"}).status(), 404);
    post("/apps", R"({"name":"elsewhere"})");
    EXPECT_EQ(promote({of_app("elsewhere")}).at("/message"),
              R"("Target app is not in that pipeline.")");
    EXPECT_EQ(post("/pipeline-promotions", "{}").at("/message"),
              R"("Missing required parameter: `pipeline`.")");
    EXPECT_EQ(get("/pipeline-promotions/nothing").status(), 404);
    EXPECT_EQ(get("/pipeline-promotions/nothing/promotion-targets").status(), 404);
    later(10s);
    EXPECT_EQ(get("/apps/brix/releases").body.as_array().size(), 3U) << "nothing came of it";
}

class heroku_release_phases : public heroku_pipelines {
  public:
    heroku_release_phases() : heroku_pipelines(with_phase()) {}

    static heroku::seed with_phase() {
        heroku::seed given = agency_account();
        given.apps[0].formation.push_back({.type = "release", .quantity = 0, .command = "exit 1"});
        return given;
    }
};

TEST_F(heroku_release_phases, that_fail_let_the_promotion_fail) {
    const seen made = promote({of_app("brix")});
    later(10s);
    EXPECT_EQ(again(made).at("/status"), R"("completed")");
    EXPECT_EQ(targets_of(made).at("/0/status"), R"("failed")");
    EXPECT_EQ(targets_of(made).at("/0/error_message"), R"("Release command failed")");
    EXPECT_EQ(get("/apps/brix/releases/v3").at("/current"), "true");
}

TEST_F(heroku_pipelines, tell_of_a_target_that_is_gone_meanwhile) {
    const seen made = promote({of_app("brix")});
    remove("/apps/brix");
    later(10s);
    EXPECT_EQ(again(made).at("/status"), R"("completed")");
    EXPECT_EQ(targets_of(made).at("/0/status"), R"("failed")");
}

} // namespace
} // namespace chatops::mocks
