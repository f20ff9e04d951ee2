// What a token may do, what is for review, what goes on after it is deleted, keys and jobs.
#include "tests/mocks/sentry_organization.hpp"

namespace chatops::mocks {
namespace {

using namespace std::chrono_literals;

sentry::seed with_scopes(std::vector<std::string> scopes) {
    sentry::seed given = shop_organization();
    given.scopes = std::move(scopes);
    return given;
}

class sentry_reader : public sentry_organization {
  public:
    sentry_reader()
        : sentry_organization(with_scopes({"event:read", "org:read", "project:read"})) {}
};

TEST_F(sentry_reader, reads_and_changes_nothing) {
    EXPECT_EQ(get("/").at("/auth/scopes"), R"(["event:read","org:read","project:read"])");
    EXPECT_EQ(search("issue:SHOP-1"), "SHOP-1");
    EXPECT_EQ(get("/projects/acme/shop/keys/").status(), 200);
    EXPECT_EQ(get("/organizations/acme/monitors/nightly/").status(), 200);
    const std::string issue = issue_path("SHOP-1");
    const std::string before = json::text(server.state());
    const heard refused = put(issue, R"({"status":"resolved"})");
    EXPECT_EQ(refused.status(), 403);
    EXPECT_EQ(refused.response.body,
              R"({"detail":"You do not have permission to perform this action."})");
    EXPECT_NE(refused.header("X-Sentry-Rate-Limit-Remaining"), "") << "it counts all the same";
    EXPECT_EQ(put("/organizations/acme/issues/", R"({"inbox":false})").status(), 403);
    EXPECT_EQ(remove(issue).status(), 403);
    EXPECT_EQ(remove("/projects/acme/shop/").status(), 403);
    EXPECT_EQ(remove("/organizations/acme/monitors/nightly/").status(), 403);
    EXPECT_EQ(
        post("/organizations/acme/releases/", R"({"version":"1","projects":["shop"]})").status(),
        403);
    EXPECT_EQ(post("/projects/acme/shop/keys/", "{}").status(), 403);
    EXPECT_EQ(get("/organizations/acme/members/").status(), 403);
    EXPECT_EQ(put("/organizations/other/issues/", "{}").status(), 403)
        << "before anything is looked for";
    EXPECT_EQ(json::text(server.state()), before);
}

class sentry_writer : public sentry_organization {
  public:
    sentry_writer() : sentry_organization(with_scopes({"event:write", "project:releases"})) {}
};

TEST_F(sentry_writer, may_what_is_less_and_not_what_is_more) {
    const std::string issue = issue_path("SHOP-1");
    EXPECT_EQ(put(issue, R"({"status":"resolved"})").status(), 200);
    EXPECT_EQ(remove(issue).status(), 403);
    EXPECT_EQ(
        post("/organizations/acme/releases/", R"({"version":"1","projects":["shop"]})").status(),
        201);
    EXPECT_EQ(remove("/organizations/acme/releases/1/").status(), 204);
    EXPECT_EQ(get("/organizations/acme/projects/").status(), 403);
}

class sentry_account : public sentry_organization {
  public:
    std::string reason_of(const std::string& short_id) {
        const heard one = get(issue_path(short_id) + "?expand=inbox");
        return one.body.at("inbox").is_null() ? "none" : one.at("/inbox/reason");
    }
};

TEST_F(sentry_account, has_lists_of_at_most_a_hundred_items_a_page) {
    post("/projects/acme/shop/keys/", "{}");
    for (const char* const path :
         {"/organizations/", "/organizations/acme/projects/", "/organizations/acme/teams/",
          "/organizations/acme/members/", "/organizations/acme/monitors/",
          "/organizations/acme/monitors/hourly/checkins/", "/organizations/acme/releases/",
          "/organizations/acme/releases/shop@1.1/deploys/", "/projects/",
          "/projects/acme/shop/keys/", "/projects/acme/shop/teams/", "/projects/acme/shop/members/",
          "/projects/acme/shop/releases/", "/projects/acme/shop/events/",
          "/teams/acme/backend/projects/"}) {
        const std::string list = path;
        EXPECT_EQ(get(list + "?per_page=101").at("/detail"),
                  "Invalid per_page value. Must be between 1 and 100.")
            << list;
        EXPECT_EQ(get(list + "?per_page=0").status(), 400) << list;
        EXPECT_EQ(get(list + "?per_page=many").at("/detail"), "Invalid per_page parameter.")
            << list;
        const heard one = get(list + "?per_page=1");
        EXPECT_EQ(one.body.as_array().size(), 1U) << list;
        EXPECT_EQ(one.cursor("previous"), "none") << list;
    }
    EXPECT_EQ(get("/organizations/acme/issues/?limit=500").status(), 200)
        << "of issues, more is cut to a page";
}

TEST_F(sentry_account, has_issues_for_review_until_somebody_looked_or_a_week_is_over) {
    EXPECT_EQ(search("is:for_review is:unresolved"), "SHOP-1 SITE-1 SHOP-2");
    EXPECT_EQ(reason_of("SHOP-1"), "0");
    EXPECT_FALSE(get(issue_path("SHOP-1")).body.as_object().contains("inbox"));
    const std::string path = "/organizations/acme/issues/?id=" + id_of("SHOP-1");
    EXPECT_EQ(put(path, R"({"inbox":false})").response.body, R"({"inbox":false})");
    EXPECT_EQ(reason_of("SHOP-1"), "none");
    put(path, R"({"inbox":true})");
    EXPECT_EQ(reason_of("SHOP-1"), "3") << "somebody asks so";
    put(path, R"({"status":"ignored","statusDetails":{"ignoreCount":1}})");
    EXPECT_EQ(reason_of("SHOP-1"), "none");
    happens(R"({"issue":"SHOP-1"})");
    EXPECT_EQ(reason_of("SHOP-1"), "6");
    put(path, R"({"status":"resolved"})");
    happens(R"({"issue":"SHOP-1"})");
    EXPECT_EQ(reason_of("SHOP-1"), "2");
    EXPECT_EQ(state_of("SHOP-1"), "unresolved regressed");
    put(path, R"({"inbox":false})");
    EXPECT_EQ(state_of("SHOP-1"), "unresolved ongoing");
    EXPECT_EQ(put(path, R"({"inbox":"no"})").at("/inbox/0"), "Must be a valid boolean.");
    later(24h * 7);
    EXPECT_EQ(search("is:for_review"), "");
    happens(R"({"project":"shop","value":"fresh"})");
    EXPECT_EQ(search("is:for_review"), "SHOP-4");
}

TEST_F(sentry_account, sorts_by_when_issues_came_for_review_and_then_lists_nothing_else) {
    const auto sorted = [&](const std::string& query) {
        return get("/organizations/acme/issues/?sort=inbox&query=" + percent_encode(query));
    };
    EXPECT_EQ(sorted("is:unresolved is:for_review").each("shortId"), "SITE-1 SHOP-1 SHOP-2");
    EXPECT_EQ(sorted("is:unresolved").at("/detail"),
              "Sort key 'inbox' only supported for inbox search");
    EXPECT_EQ(sorted("is:for_review").at("/detail"),
              "Inbox search only works for 'unresolved' status");
    EXPECT_EQ(sorted("is:unresolved is:for_review level:error").status(), 400);
}

TEST_F(sentry_account, shows_issues_by_their_ids_whatever_else_is_asked_for) {
    const std::string ids = "group=" + id_of("SHOP-3") + "&group=" + id_of("SITE-1");
    const heard both = get("/organizations/acme/issues/?expand=inbox&query=level:fatal&" + ids);
    EXPECT_EQ(both.each("shortId"), "SHOP-3 SITE-1");
    EXPECT_EQ(both.at("/0/inbox"), "null");
    EXPECT_EQ(both.at("/1/inbox/reason"), "0");
    EXPECT_EQ(get("/organizations/acme/issues/?group=12").response.body, "[]");
    EXPECT_EQ(get("/organizations/acme/issues/?group=SHOP-1").at("/detail"),
              "Group ids must be integers");
}

TEST_F(sentry_account, forgets_deleted_issues_at_once_and_their_events_a_while_later) {
    const auto usage = [&](const std::string& by) {
        return get("/organizations/acme/stats_v2/?field=sum(quantity)&statsPeriod=24h&interval=1h"
                   "&groupBy=" +
                   by);
    };
    const std::string counted = usage("project").at("/groups/0/totals/sum(quantity)");
    const std::string path = issue_path("SHOP-1");
    const std::string id = id_of("SHOP-1");
    const std::string event = get(path + "events/latest/").at("/eventID");
    EXPECT_EQ(remove(path).status(), 202);
    EXPECT_EQ(get(path).status(), 404);
    EXPECT_EQ(get(path + "events/").status(), 404);
    EXPECT_EQ(get("/organizations/acme/shortids/SHOP-1/").status(), 404);
    EXPECT_EQ(search(""), "SITE-1 SHOP-2 SHOP-3");
    EXPECT_EQ(get("/projects/acme/shop/events/?per_page=1").at("/0/groupID"), id);
    EXPECT_EQ(get("/projects/acme/shop/events/" + event + "/").status(), 200);
    later(10s);
    EXPECT_NE(get("/projects/acme/shop/events/?per_page=1").at("/0/groupID"), id);
    EXPECT_EQ(get("/projects/acme/shop/events/" + event + "/").status(), 404);
    EXPECT_EQ(usage("project").at("/groups/0/totals/sum(quantity)"), counted)
        << "what came stays counted";
    const std::string all = usage("outcome").at("/groups/0/totals/sum(quantity)");
    EXPECT_EQ(remove("/projects/acme/shop/").status(), 204);
    EXPECT_EQ(get("/projects/acme/shop/").status(), 404);
    EXPECT_EQ(get("/projects/acme/shop/events/").status(), 404);
    EXPECT_EQ(get("/organizations/acme/monitors/").each("slug"), "hourly");
    EXPECT_EQ(usage("project").body.at("groups").as_array().size(), 1U);
    EXPECT_EQ(usage("outcome").at("/groups/0/totals/sum(quantity)"), all);
    EXPECT_EQ(post("/teams/acme/backend/projects/", R"({"name":"shop"})").status(), 201)
        << "another may be called so";
    EXPECT_EQ(get("/projects/acme/shop/events/").response.body, "[]");
}

TEST_F(sentry_account, has_events_of_a_project_in_any_environment) {
    EXPECT_EQ(get("/projects/acme/shop/events/?per_page=100").body.as_array().size(), 100U);
    EXPECT_EQ(get("/projects/acme/shop/events/?environment=moon&per_page=2").body.as_array().size(),
              2U)
        << "it is not asked for by that";
    EXPECT_EQ(get("/projects/acme/shop/events/?statsPeriod=1m").response.body, "[]");
    EXPECT_EQ(get("/projects/acme/shop/events/").header("X-Sentry-Rate-Limit-Limit"), "60");
}

TEST_F(sentry_account, has_keys_that_are_made_changed_and_ended) {
    const std::string path = "/projects/acme/shop/keys/";
    const heard made = post(path, R"({"name":"Spare"})");
    EXPECT_EQ(made.status(), 201);
    const std::string own = path + made.at("/id") + "/";
    EXPECT_EQ(get(path).each("name"), "Default Spare");
    EXPECT_EQ(get(own).at("/dsn/public"),
              "https://" + made.at("/public") + "@o1.ingest.sentry.io/" + made.at("/projectId"));
    EXPECT_EQ(put(own, R"({"isActive":false})").at("/isActive"), "false");
    EXPECT_EQ(get(path + "?status=inactive").each("name"), "Spare");
    EXPECT_EQ(get(path + "?status=active").each("name"), "Default");
    EXPECT_EQ(get(path + "?status=odd").response.body, "[]");
    EXPECT_EQ(put(own, R"({"isActive":"yes"})").at("/isActive/0"), "Must be a valid boolean.");
    EXPECT_EQ(put(own, R"({"name":")" + std::string(65, 'a') + R"("})").status(), 400);
    EXPECT_EQ(post(path, "{}").at("/name").size(), 14U) << "the beginning of its id";
    EXPECT_EQ(remove(own).status(), 204);
    EXPECT_EQ(get(own).status(), 404);
    EXPECT_EQ(put(own, "{}").status(), 404);
    const std::string state = json::text(server.state());
    EXPECT_EQ(state.find(get(path).at("/0/secret")), std::string::npos);
}

TEST_F(sentry_account, has_jobs_that_nobody_waits_for_while_they_are_off) {
    const std::string path = "/organizations/acme/monitors/hourly/";
    const auto last = [&] { return get(path).at("/environments/0/lastCheckIn").substr(11, 5); };
    EXPECT_EQ(last(), "12:00");
    EXPECT_EQ(put(path, R"({"status":"disabled"})").at("/environments/0/status"), "disabled");
    later(3h);
    EXPECT_EQ(last(), "12:00");
    EXPECT_EQ(get(path + "checkins/?per_page=1").at("/0/status"), "error");
    EXPECT_EQ(put(path, R"({"status":"active"})").at("/environments/0/status"), "error");
    EXPECT_EQ(last(), "12:00");
    later(1h);
    EXPECT_EQ(last(), "16:00");
    const heard runs = get(path + "checkins/?per_page=2");
    EXPECT_EQ(runs.at("/1/dateCreated").substr(11, 5), "12:00") << "those between did not come";
    EXPECT_EQ(get(path + "checkins/?environment=moon").response.body, "[]");
    EXPECT_EQ(put(path, R"({"status":"asleep"})").status(), 400);
}

TEST_F(sentry_account, words_a_planned_refusal_as_its_own) {
    const auto said = [&](int status) { return server.refusal(status, {}).body; };
    EXPECT_EQ(said(401), R"({"detail":"Invalid token"})");
    EXPECT_EQ(said(403), R"({"detail":"You do not have permission to perform this action."})");
    EXPECT_EQ(said(404), R"({"detail":"The requested resource does not exist"})");
    EXPECT_EQ(said(502).substr(0, 6), "<html>") << "that of a proxy";
}

} // namespace
} // namespace chatops::mocks
