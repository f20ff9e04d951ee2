// Applications come, change and go; and what belongs to them.
#include "tests/mocks/heroku_account.hpp"

namespace chatops::mocks {
namespace {

using heroku_apps = heroku_account;

TEST_F(heroku_apps, show_what_the_schema_promises) {
    const seen acme = get("/apps/acme-staging");
    EXPECT_EQ(acme.at("/owner/email"), R"("ops@agency.example")");
    EXPECT_EQ(acme.at("/region/name"), R"("us")");
    EXPECT_EQ(acme.at("/stack/name"), R"("heroku-24")");
    EXPECT_EQ(acme.at("/web_url"), R"("https://acme-staging.herokuapp.com/")");
    EXPECT_EQ(acme.at("/maintenance"), "false");
    EXPECT_EQ(acme.at("/team"), "null");
    EXPECT_EQ(acme.at("/created_at"), R"("2024-02-26T12:00:00Z")");
    EXPECT_EQ(acme.at("/released_at"), R"("2024-02-28T12:00:00Z")");
    EXPECT_EQ(get("/apps/brix").at("/region/name"), R"("eu")");
}

TEST_F(heroku_apps, are_made_with_two_releases_and_no_formation) {
    const seen made = post("/apps", R"({"name":"corvid-blog","region":"eu","stack":"heroku-22"})");
    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/name"), R"("corvid-blog")");
    EXPECT_EQ(made.at("/stack/name"), R"("heroku-22")");
    EXPECT_EQ(made.at("/slug_size"), "null");
    EXPECT_EQ(get("/apps/corvid-blog/releases").each("description"),
              "Initial release Enable Logplex");
    EXPECT_EQ(get("/apps/corvid-blog/formation").response.body, "[]");
    EXPECT_EQ(patch("/apps/corvid-blog/formation/web", R"({"quantity":1})").at("/message"),
              R"("Couldn't find that process type (web).")");

    post("/apps/corvid-blog/builds", R"({"source_blob":{"url":"https://x.example/a.tgz"}})");
    later(1min);
    EXPECT_EQ(dynos("corvid-blog"), "web.1 up");
}

TEST_F(heroku_apps, that_nobody_named_get_a_name) {
    const seen made = post("/apps");
    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(get("/apps/" + std::string(made.body.at("name").get_string())).status(), 200);
}

TEST_F(heroku_apps, have_names_of_a_certain_form_that_nobody_else_has) {
    EXPECT_EQ(post("/apps", R"({"name":"brix"})").at("/message"),
              R"("Name brix is already taken")");
    for (const char* const name :
         {"Brix", "1brix", "brix-", "br_ix", "br", "", "a234567890123456789012345678901"})
        EXPECT_EQ(post("/apps", R"({"name":")" + std::string(name) + R"("})").status(), 422)
            << name;
    EXPECT_EQ(post("/apps", R"({"region":"mars"})").status(), 404);
    EXPECT_EQ(post("/apps", R"({"stack":"bamboo"})").status(), 404);
    EXPECT_EQ(get("/apps").body.as_array().size(), 2U);
}

TEST_F(heroku_apps, are_renamed_and_put_into_maintenance) {
    const seen changed = patch("/apps/brix", R"({"name":"brix-shop","maintenance":true})");
    EXPECT_EQ(changed.status(), 200);
    EXPECT_EQ(changed.at("/name"), R"("brix-shop")");
    EXPECT_EQ(changed.at("/maintenance"), "true");
    EXPECT_EQ(changed.at("/web_url"), R"("https://brix-shop.herokuapp.com/")");
    EXPECT_EQ(get("/apps/brix").status(), 404);
    EXPECT_EQ(get("/apps/brix-shop/dynos").at("/0/app/name"), R"("brix-shop")");

    EXPECT_EQ(patch("/apps/brix-shop", R"({"name":"acme-staging","maintenance":false})").status(),
              422);
    EXPECT_EQ(patch("/apps/brix-shop", R"({"maintenance":"yes"})").status(), 422);
    EXPECT_EQ(get("/apps/brix-shop").at("/maintenance"), "true");
    EXPECT_EQ(patch("/apps/brix-shop", R"({"name":"brix-shop"})").status(), 200);
}

TEST_F(heroku_apps, deleted_are_gone) {
    EXPECT_EQ(remove("/apps/brix").at("/name"), R"("brix")");
    EXPECT_EQ(get("/apps/brix").status(), 404);
    EXPECT_EQ(remove("/apps/brix").status(), 404);
    EXPECT_EQ(get("/apps").each("name"), "acme-staging");
}

TEST_F(heroku_apps, have_people_domains_and_add_ons) {
    EXPECT_EQ(get("/apps/acme-staging/addons").at("/0/plan/name"),
              R"("heroku-postgresql:essential-0")");
    EXPECT_EQ(get("/addons/postgresql-round-1").at("/app/name"), R"("acme-staging")");
    EXPECT_EQ(get("/apps/brix/addons").response.body, "[]");

    const std::string people = "/apps/acme-staging/collaborators";
    EXPECT_EQ(post(people, R"({"user":"pm@agency.example"})").status(), 201);
    EXPECT_EQ(post(people, R"({"user":"pm@agency.example"})").status(), 422);
    EXPECT_EQ(get(people + "/dev@agency.example").at("/role"), R"("collaborator")");
    EXPECT_EQ(remove(people + "/dev%40agency.example").status(), 200);
    EXPECT_EQ(get(people).body.as_array().size(), 2U);
    EXPECT_EQ(remove(people + "/ops@agency.example").status(), 422);

    const std::string domains = "/apps/acme-staging/domains";
    EXPECT_EQ(post(domains, R"({"hostname":"www.acme.example","sni_endpoint":null})").status(),
              201);
    EXPECT_EQ(post("/apps/brix/domains", R"({"hostname":"www.acme.example"})").at("/message"),
              R"("www.acme.example is currently in use by another app.")");
    EXPECT_EQ(remove(domains + "/staging.acme.example").status(), 200);
    EXPECT_EQ(get_range(domains, "hostname ..").each("hostname"),
              "acme-staging.herokuapp.com www.acme.example");
}

TEST_F(heroku_apps, can_be_what_the_platform_offers) {
    EXPECT_EQ(get_range("/regions", "name ..").each("name"), "eu us");
    EXPECT_EQ(get("/stacks/heroku-24").at("/default"), "true");
    EXPECT_EQ(get("/dyno-sizes/standard-2x").at("/memory"), "1E0");
    EXPECT_EQ(get("/dyno-sizes").body.as_array().size(), 9U);
    EXPECT_EQ(get("/apps/brix/available-dyno-sizes").status(), 200);
    EXPECT_EQ(get("/apps/nobodys/available-stacks").status(), 404);
}

class heroku_logs : public heroku_account {
  public:
    http::response read(const std::string& body, const std::string& accept = "*/*") {
        const seen session =
            send("POST", "/apps/acme-staging/log-sessions", body, {{"Host", "127.0.0.1:9103"}});
        EXPECT_EQ(session.status(), 201);
        const std::string url(session.body.at("logplex_url").get_string());
        EXPECT_EQ(url.substr(0, 22), "http://127.0.0.1:9103/");
        http::request what;
        what.url = url.substr(21);
        what.headers = {{"Accept", accept}};
        return server.handle(what, {now, now});
    }
};

TEST_F(heroku_logs, tell_what_happened) {
    patch("/apps/acme-staging/formation/worker", R"({"quantity":2})");
    later(5s);
    EXPECT_EQ(read("{}").body,
              "2024-02-29T12:00:00.000000+00:00 app[api]: Scaled to worker@2:Standard-1X by user "
              "ops@agency.example\n"
              "2024-02-29T12:00:00.000000+00:00 heroku[worker.2]: Starting process with command "
              "`bin/worker`\n"
              "2024-02-29T12:00:05.000000+00:00 heroku[worker.2]: State changed from starting to "
              "up\n");
    EXPECT_EQ(read(R"({"lines":1,"tail":false})", "text/event-stream").body,
              "id: 1\ndata: 2024-02-29T12:00:05.000000+00:00 heroku[worker.2]: State changed from "
              "starting to up\n\n");
    EXPECT_EQ(read(R"({"dyno_name":"web.1"})").body, "");
    EXPECT_EQ(read(R"({"source":"app"})").body.find("heroku["), std::string::npos);
    EXPECT_EQ(read(R"({"type":"worker"})").body.find("app["), std::string::npos);
}

TEST_F(heroku_logs, are_for_those_who_know_the_address) {
    http::request what;
    what.url = "/streams/sessions/unknown";
    EXPECT_EQ(server.handle(what, {now, now}).status, 404);
    what.url = "/streams/";
    EXPECT_EQ(server.handle(what, {now, now}).status, 404);
}

} // namespace
} // namespace chatops::mocks
