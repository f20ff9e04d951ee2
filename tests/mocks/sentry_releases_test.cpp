// Releases with their deploys, projects, people, keys, statistics and jobs.
#include "tests/mocks/sentry_organization.hpp"

namespace chatops::mocks {
namespace {

using namespace std::chrono_literals;

class sentry_releases : public sentry_organization {};

TEST_F(sentry_releases, are_listed_with_the_newest_first) {
    const heard all = get("/organizations/acme/releases/");
    EXPECT_EQ(all.each("version"), "shop@1.1 shop@1.0");
    EXPECT_EQ(all.at("/0/shortVersion"), "1.1");
    EXPECT_EQ(all.at("/0/lastDeploy/environment"), "production");
    EXPECT_EQ(all.at("/0/deployCount"), "2");
    EXPECT_EQ(all.at("/1/newGroups"), "1");
    EXPECT_EQ(get("/organizations/acme/releases/?query=1.0").each("version"), "shop@1.0");
    EXPECT_EQ(get("/organizations/acme/releases/?environment=staging").each("version"), "shop@1.1");
    EXPECT_EQ(get("/projects/acme/site/releases/").each("version"), "");
    EXPECT_EQ(get("/organizations/acme/releases/shop%401.1/").at("/version"), "shop@1.1");
    EXPECT_EQ(get("/organizations/acme/releases/shop@9/").status(), 404);
}

TEST_F(sentry_releases, are_reported_as_often_as_one_likes) {
    const std::string body = R"({"version":"shop@2 beta","projects":["shop"],"ref":"main"})";
    EXPECT_EQ(post("/organizations/acme/releases/", body).status(), 201);
    EXPECT_EQ(post("/organizations/acme/releases/", body).status(), 208);
    EXPECT_EQ(
        post("/organizations/acme/releases/", R"({"version":"shop@2 beta","projects":["site"]})")
            .status(),
        201)
        << "for another project";
    EXPECT_EQ(get("/organizations/acme/releases/shop%402%20beta/").at("/projects/1/slug"), "site");
    EXPECT_EQ(put("/organizations/acme/releases/shop%402%20beta/",
                  R"({"dateReleased":"2024-02-29T13:00:00Z"})")
                  .at("/dateReleased"),
              "2024-02-29T13:00:00.000000Z");
    EXPECT_EQ(remove("/organizations/acme/releases/shop%402%20beta/").status(), 204);
    EXPECT_EQ(remove("/organizations/acme/releases/shop@1.0/").at("/detail"),
              "This release is referenced by active issues and cannot be removed.");
}

TEST_F(sentry_releases, need_a_version_and_projects) {
    const auto wrong = [&](const std::string& body) {
        return json::text(post("/organizations/acme/releases/", body).body);
    };
    EXPECT_EQ(wrong("{}"), R"({"projects":["This field is required."]})");
    EXPECT_EQ(wrong(R"({"projects":[]})"), R"({"projects":["This list may not be empty."]})");
    EXPECT_EQ(wrong(R"({"projects":["shop"]})"), R"({"version":["This field is required."]})");
    EXPECT_EQ(wrong(R"({"version":"1","projects":["nothing"]})"),
              R"({"projects":["Invalid project ids or slugs"]})");
    EXPECT_EQ(wrong(R"({"version":"a/b","projects":["shop"]})"),
              R"({"version":["Release with name a/b is not allowed"]})");
    EXPECT_EQ(wrong(R"({"version":"latest","projects":["shop"]})"),
              R"({"version":["Release with name latest is not allowed"]})");
}

TEST_F(sentry_releases, are_deployed) {
    const std::string path = "/organizations/acme/releases/shop%401.1/deploys/";
    const heard done = post(path, R"({"environment":"canary","name":"friday"})");
    EXPECT_EQ(done.status(), 201);
    EXPECT_EQ(done.at("/environment"), "canary");
    EXPECT_TRUE(done.body.at("id").is_string());
    EXPECT_EQ(get(path).each("environment"), "canary production staging");
    EXPECT_EQ(post(path, "{}").at("/environment/0"), "This field is required.");
    EXPECT_EQ(get("/projects/acme/shop/environments/?visibility=visible").each("name"),
              "canary production staging");
    EXPECT_EQ(get("/projects/acme/shop/environments/?visibility=no").status(), 400);
}

TEST_F(sentry_releases, belong_to_projects_of_teams_with_people) {
    EXPECT_EQ(get("/organizations/acme/projects/").each("slug"), "shop site");
    EXPECT_EQ(get("/projects/acme/shop/").at("/latestRelease/version"), "shop@1.1");
    EXPECT_EQ(get("/projects/acme/shop/").at("/teams/0/slug"), "backend");
    EXPECT_EQ(get("/organizations/acme/teams/").each("slug"), "backend design");
    EXPECT_EQ(get("/organizations/acme/teams/").at("/0/memberCount"), "2");
    EXPECT_EQ(get("/organizations/acme/members/").each("email"),
              "lead@acme.example dev@acme.example new@acme.example");
    EXPECT_EQ(get("/organizations/acme/members/").at("/2/user"), "null");
    EXPECT_EQ(get("/organizations/acme/members/?query=devi").each("email"), "dev@acme.example");
    EXPECT_EQ(get("/projects/acme/shop/members/").each("email"),
              "lead@acme.example dev@acme.example");
    EXPECT_EQ(get("/organizations/acme/environments/").each("name"), "production staging");
    const heard keys = get("/projects/acme/shop/keys/");
    EXPECT_EQ(keys.at("/0/isActive"), "true");
    EXPECT_EQ(keys.at("/0/dsn/public").substr(0, 8), "https://");
    EXPECT_EQ(json::text(server.state()).find(keys.at("/0/public")), std::string::npos);
}

TEST_F(sentry_releases, of_a_project_that_is_made_and_ended) {
    EXPECT_EQ(post("/teams/acme/backend/projects/", R"({"name":"api","platform":"go"})").status(),
              201);
    EXPECT_EQ(post("/teams/acme/backend/projects/", R"({"name":"api"})").status(), 409);
    EXPECT_EQ(put("/projects/acme/api/", R"({"slug":"interface"})").at("/slug"), "interface");
    EXPECT_EQ(remove("/projects/acme/interface/").status(), 204);
    EXPECT_EQ(get("/projects/acme/interface/").status(), 404);
    EXPECT_EQ(remove("/projects/acme/shop/").status(), 204);
    EXPECT_EQ(search(""), "SITE-1");
}

TEST_F(sentry_releases, are_followed_by_counts) {
    const heard hours = get("/projects/acme/site/stats/?resolution=1h&stat=received");
    EXPECT_EQ(hours.body.as_array().size(), 25U);
    EXPECT_EQ(get("/organizations/acme/stats/?resolution=soon").status(), 400);
    const heard usage = get("/organizations/acme/stats_v2/?field=sum(quantity)&groupBy=project"
                            "&statsPeriod=24h&interval=1h");
    EXPECT_EQ(usage.body.at("intervals").as_array().size(), 24U);
    EXPECT_EQ(usage.body.at("groups").as_array().size(), 2U);
    EXPECT_EQ(usage.at("/groups/1/totals/sum(quantity)"), "2");
    EXPECT_EQ(get("/organizations/acme/stats_v2/?field=sum(quantity)").status(), 400);
    EXPECT_EQ(get("/organizations/acme/stats_v2/?field=max(x)&groupBy=project").status(), 400);
}

TEST_F(sentry_releases, have_jobs_beside_them) {
    const heard jobs = get("/organizations/acme/monitors/");
    EXPECT_EQ(jobs.each("slug"), "nightly hourly");
    EXPECT_EQ(jobs.at("/1/environments/0/status"), "error");
    const std::string before = jobs.at("/1/environments/0/lastCheckIn");
    later(1h);
    const heard job = get("/organizations/acme/monitors/hourly/");
    EXPECT_NE(job.at("/environments/0/lastCheckIn"), before) << "it runs by itself";
    EXPECT_EQ(put("/organizations/acme/monitors/hourly/", R"({"isMuted":true})").at("/isMuted"),
              "true");
    EXPECT_EQ(get("/organizations/acme/monitors/hourly/checkins/?per_page=2").each("status"),
              "error ok");
    EXPECT_EQ(remove("/organizations/acme/monitors/hourly/").status(), 202);
    EXPECT_EQ(get("/organizations/acme/monitors/hourly/").status(), 404);
}

} // namespace
} // namespace chatops::mocks
