// One conversation with Sentry after another: what is asked, and how patiently.
#include "chatops/core/time.hpp"
#include "tests/provider/sentry_conversation.hpp"

namespace chatops::sentry {
namespace {

TEST_F(sentry_client, says_who_it_is_to_its_region_and_its_organization) {
    network.on("GET " + base + "/issues/17/", 200, issue_json("17", "SHOP-1"));
    auto sentry = made();
    const auto found = world.play(sentry.find_issue(issue_ref{"17"}));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name(), "SHOP-1");
    EXPECT_EQ(found->count, "12345678901") << "as text: it may be too much for others";
    EXPECT_EQ(found->user_count, 3);
    EXPECT_EQ(found->assigned_to, std::nullopt);
    EXPECT_EQ(format_time(*found->last_seen), "2024-02-29T11:00:00.123Z");
    const http::request& sent = network.sent.at(0);
    EXPECT_EQ(sent.url, "https://de.sentry.io/api/0/organizations/ac%2Fme/issues/17/");
    EXPECT_EQ(sent.headers.get("Authorization"), "Bearer sntryu_very-secret");
    EXPECT_EQ(sent.headers.get("Accept"), "application/json");
}

TEST_F(sentry_client, finds_issues_by_what_people_call_them) {
    network.on("GET " + base + "/shortids/shop-1/", 200,
               R"({"groupId":"17","group":)" + issue_json("17", "SHOP-1") + "}");
    network.on("GET " + base + "/shortids/shop-2/", 404,
               R"({"detail":"The requested resource does not exist"})");
    network.on("GET " + base + "/shortids/shop-3/", 403, R"({"detail":"No."})");
    auto sentry = made();
    EXPECT_EQ(world.play(sentry.find_issue(issue_ref{"shop-1"}))->id, "17");
    EXPECT_FALSE(world.play(sentry.find_issue(issue_ref{"shop-2"})));
    EXPECT_EQ(failure_of(sentry.find_issue(issue_ref{"shop-3"})), "403 http_403 : No.");
}

TEST_F(sentry_client, looks_for_issues_with_all_that_was_asked_for) {
    network.on("GET " + base +
                   "/issues/?query=is%3Aunresolved%20%22a%26b%22&sort=freq&collapse=stats"
                   "&project=7&environment=pro%2Fd&statsPeriod=90m&limit=25&cursor=",
               200, "[" + issue_json("17", "SHOP-1") + "]");
    auto sentry = made();
    issue_search which;
    which.query = "is:unresolved \"a&b\"";
    which.project_id = "7";
    which.environment = "pro/d";
    which.since = 90min;
    which.sort = "freq";
    EXPECT_EQ(world.play(sentry.issues(which, 25)).size(), 1U);
}

TEST_F(sentry_client, reads_pages_to_the_end_and_sends_its_token_nowhere_else) {
    const std::string path = "GET " + base + "/teams/?cursor=";
    network.on(path, 200, R"([{"id":"1","slug":"a"}])", {{"Link", link_to("0:100:0", true)}});
    network.on(path + "0%3A100%3A0", 200, R"([{"id":"2","slug":"b"}])",
               {{"Link", link_to("0:200:0", false)}});
    auto sentry = made();
    const auto all = world.play(sentry.teams());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[1].slug, "b");
    EXPECT_EQ(network.sent.at(1).url.substr(0, 21), "https://de.sentry.io/");
}

TEST_F(sentry_client, does_not_follow_pages_in_a_circle) {
    const std::string path = "GET " + base + "/teams/?cursor=";
    network.on(path, 200, "[]", {{"Link", link_to("0:1:0", true)}});
    network.on(path + "0%3A1%3A0", 200, "[]", {{"Link", link_to("0:1:0", true)}});
    auto sentry = made();
    EXPECT_EQ(failure_of(sentry.teams()),
              "not done: its pages have no end (GET " + base + "/teams/?cursor=0%3A1%3A0)");
}

TEST_F(sentry_client, stops_reading_pages_when_enough_was_seen) {
    network.on("GET " + base + "/releases/?per_page=1&project=7&cursor=", 200,
               R"([{"version":"a","dateCreated":"2024-02-01T00:00:00Z","projects":[]}])",
               {{"Link", link_to("0:1:0", true)}});
    auto sentry = made();
    const std::optional<std::string> project = "7";
    EXPECT_EQ(world.play(sentry.releases(project, 1)).at(0).version, "a");
}

TEST_F(sentry_client, changes_one_or_several) {
    network.on("PUT " + base + "/issues/17/", 200, issue_json("17", "SHOP-1", "resolved"));
    network.on("PUT " + base + "/issues/?id=17&id=18", 200, R"({"status":"ignored"})");
    network.on("PUT " + base + "/issues/?id=17&id=18", 204, "");
    auto sentry = made();
    issue_change fixed;
    fixed.status = "resolved";
    fixed.in_release = "shop@1.1";
    EXPECT_EQ(world.play(sentry.change_issue("17", fixed)).status, "resolved");
    EXPECT_EQ(network.sent.at(0).body,
              R"({"status":"resolved","statusDetails":{"inRelease":"shop@1.1"}})");
    issue_change quiet;
    quiet.status = "ignored";
    quiet.substatus = "archived_until_condition_met";
    quiet.ignore_count = 5;
    const std::vector<std::string> both{"17", "18"};
    world.play(sentry.change_issues(both, quiet));
    EXPECT_EQ(network.sent.at(1).body, R"({"status":"ignored","substatus":)"
                                       R"("archived_until_condition_met","statusDetails":)"
                                       R"({"ignoreCount":5}})");
    issue_change nobody;
    nobody.assigned_to = "";
    world.play(sentry.change_issues(both, nobody));
    EXPECT_EQ(network.sent.at(2).body, R"({"assignedTo":""})");
}

TEST_F(sentry_client, merges_and_destroys) {
    network.on("PUT " + base + "/issues/?id=17&id=18", 200,
               R"({"merge":{"parent":"18","children":["17"]}})");
    network.on("DELETE " + base + "/issues/17/", 202, "");
    network.on("DELETE " + base + "/issues/17/", 404, R"({"detail":"Gone."})");
    auto sentry = made();
    const std::vector<std::string> both{"17", "18"};
    EXPECT_EQ(world.play(sentry.merge_issues(both)).parent, "18");
    EXPECT_EQ(network.sent.at(0).body, R"({"merge":true})");
    world.play(sentry.destroy_issue("17"));
    world.play(sentry.destroy_issue("17"));
}

TEST_F(sentry_client, reads_an_event_with_its_stack) {
    network.on("GET " + base + "/issues/17/events/latest/", 200,
               R"({"eventID":"0123456789abcdef0123456789abcdef","dateCreated":)"
               R"("2024-02-29T11:00:00Z","tags":[{"key":"release","value":"1.1"}],"user":null,)"
               R"("entries":[{"type":"message","data":{"formatted":"x"}},{"type":"exception",)"
               R"("data":{"values":[{"type":"A","stacktrace":null},{"type":"B","stacktrace":)"
               R"({"frames":[{"filename":"lib.rb","function":"outer","lineNo":1,"inApp":false},)"
               R"({"filename":"app.rb","function":"inner","lineNo":2,"inApp":true}]}}]}}]})");
    auto sentry = made();
    const auto found = world.play(sentry.find_event("17", "latest"));
    ASSERT_TRUE(found);
    EXPECT_EQ(tag_of(*found, "release"), "1.1");
    EXPECT_EQ(tag_of(*found, "moon"), "");
    const auto stack = stack_of(*found);
    ASSERT_EQ(stack.size(), 2U);
    EXPECT_EQ(stack[0].filename, "app.rb") << "the innermost first";
    EXPECT_EQ(stack[0].line_no, 2);
    EXPECT_EQ(stack[1].in_app, false);
}

TEST_F(sentry_client, takes_what_is_no_stack_for_none) {
    event odd;
    odd.entries = {{"exception", boost::json::value("no object")},
                   {"exception", boost::json::value{{"values", {1, 2}}}},
                   {"exception", boost::json::value{{"values", boost::json::array()}}}};
    EXPECT_TRUE(stack_of(odd).empty());
    EXPECT_TRUE(stack_of(event()).empty());
}

TEST_F(sentry_client, knows_projects_people_jobs_and_usage) {
    network.on("GET /api/0/projects/ac%2Fme/shop/", 200,
               R"({"id":"7","slug":"shop","platform":null,"dateCreated":"2024-01-01T00:00:00Z",)"
               R"("firstEvent":null,"teams":[{"id":"1","slug":"backend"}]})");
    network.on("GET /api/0/projects/ac%2Fme/none/", 404, R"({"detail":"No."})");
    network.on("GET " + base + "/members/?cursor=", 200,
               R"([{"id":"1","email":"a@b","name":"A","orgRole":"owner","pending":true,)"
               R"("user":null}])");
    network.on("GET " + base + "/environments/?visibility=visible", 200, R"([{"name":"prod"}])");
    network.on("GET /api/0/projects/ac%2Fme/shop/environments/?visibility=visible", 200, "[]");
    network.on("GET " + base + "/monitors/?cursor=", 200,
               R"([{"slug":"nightly","name":"nightly","status":"active","config":{"schedule":)"
               R"([1,"hour"]},"project":{"slug":"shop"},"environments":[{"name":"prod","status":)"
               R"("ok","lastCheckIn":null}]}])");
    network.on("GET " + base +
                   "/stats_v2/?field=sum%28quantity%29&groupBy=project&category=error"
                   "&outcome=accepted&statsPeriod=24h&interval=1h",
               200, R"x({"groups":[{"by":{"project":7},"totals":{"sum(quantity)":12}}]})x");
    auto sentry = made();
    EXPECT_EQ(world.play(sentry.find_project(project_name{"shop"}))->teams->front().slug,
              "backend");
    EXPECT_FALSE(world.play(sentry.find_project(project_name{"none"})));
    EXPECT_EQ(world.play(sentry.members()).at(0).org_role, "owner");
    const std::optional<project_name> any;
    EXPECT_EQ(world.play(sentry.environments(any)).at(0).name, "prod");
    const std::optional<project_name> shop = project_name{"shop"};
    EXPECT_TRUE(world.play(sentry.environments(shop)).empty());
    EXPECT_EQ(world.play(sentry.monitors()).at(0).environments.at(0).status, "ok");
    EXPECT_EQ(world.play(sentry.usage(24h)).groups.at(0).totals.at("sum(quantity)"), 12);
}

TEST_F(sentry_client, reports_releases_and_deploys) {
    const std::string release =
        R"({"version":"a b@1","dateCreated":"2024-02-01T00:00:00Z","projects":[{"slug":"shop"}]})";
    network.on("POST " + base + "/releases/", 208, release);
    network.silent("POST " + base + "/releases/", happened);
    network.on("POST " + base + "/releases/", 201, release);
    network.on("POST " + base + "/releases/a%20b%401/deploys/", 201,
               R"({"id":"3","environment":"prod","dateFinished":"2024-02-29T12:00:00Z"})");
    network.silent("POST " + base + "/releases/a%20b%401/deploys/", happened);
    network.on("GET " + base + "/releases/a%20b%401/", 200, release);
    auto sentry = made();
    release_order order;
    order.version = "a b@1";
    order.projects = {"shop"};
    world.play(sentry.report_release(order));
    world.play(sentry.report_release(order));
    EXPECT_EQ(network.sent.at(0).body, R"({"version":"a b@1","projects":["shop"]})");
    const release_version version{"a b@1"};
    deploy_order where;
    where.environment = "prod";
    EXPECT_EQ(world.play(sentry.record_deploy(version, where)).id, "3");
    EXPECT_EQ(failure_of(sentry.record_deploy(version, where)),
              "perhaps done: the connection was reset (POST " + base +
                  "/releases/a%20b%401/deploys/)")
        << "a deploy could happen twice";
    EXPECT_EQ(world.play(sentry.find_release(version))->projects.at(0).slug, "shop");
}

TEST_F(sentry_client, asks_for_issues_by_their_ids_with_why_they_are_for_review) {
    std::string came_back = issue_json("17", "SHOP-1");
    came_back.back() = ',';
    came_back += R"("isBookmarked":true,"inbox":{"reason":2,"reason_details":null,)"
                 R"("date_added":"2024-02-29T10:00:00Z"}})";
    network.on("GET " + base + "/issues/?expand=inbox&collapse=stats&group=17&group=18", 200,
               "[" + came_back + "," + issue_json("18", "SHOP-2") + "]");
    auto sentry = made();
    EXPECT_TRUE(world.play(sentry.issues_of({})).empty()) << "of none, nothing is asked";
    const std::vector<std::string> both{"17", "18"};
    const auto all = world.play(sentry.issues_of(both));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].inbox->reason, 2);
    EXPECT_EQ(format_time(*all[0].inbox->date_added), "2024-02-29T10:00:00.000Z");
    EXPECT_EQ(all[0].is_bookmarked, true);
    EXPECT_EQ(all[1].inbox, std::nullopt);
}

TEST_F(sentry_client, marks_issues_and_asks_which_are_for_review) {
    network.on("GET " + base + "/issues/?query=&sort=inbox&collapse=stats&expand=inbox&limit=1" +
                   "&cursor=",
               200, "[]");
    network.on("PUT " + base + "/issues/17/", 200, issue_json("17", "SHOP-1"));
    auto sentry = made();
    issue_search which;
    which.query.clear();
    which.sort = "inbox";
    which.with_inbox = true;
    EXPECT_TRUE(world.play(sentry.issues(which, 1)).empty());
    issue_change to;
    to.is_bookmarked = true;
    to.is_subscribed = false;
    to.in_inbox = false;
    world.play(sentry.change_issue("17", to));
    EXPECT_EQ(network.sent.at(1).body,
              R"({"isBookmarked":true,"isSubscribed":false,"inbox":false})");
}

TEST_F(sentry_client, reads_a_projects_events_and_keys_without_their_secret) {
    network.on(
        "GET /api/0/projects/ac%2Fme/shop/events/?per_page=2&statsPeriod=60m&cursor=", 200,
        R"([{"eventID":"0123456789abcdef0123456789abcdef","groupID":"17","title":"It broke",)"
        R"("dateCreated":"2024-02-29T11:00:00Z"}])");
    const std::string key =
        R"({"id":"a1","name":"Default","public":"a1","secret":"very-secret-too","isActive":true,)"
        R"("dsn":{"public":"https://a1@o1.example/7","secret":"https://a1:very-secret-too@x"},)"
        R"("dateCreated":null})";
    network.on("GET /api/0/projects/ac%2Fme/shop/keys/?cursor=", 200, "[" + key + "]");
    network.on("PUT /api/0/projects/ac%2Fme/shop/keys/a1/", 200, key);
    auto sentry = made();
    const project_name shop{"shop"};
    const std::optional<duration> hour = 1h;
    EXPECT_EQ(world.play(sentry.project_events(shop, hour, 2)).at(0).group_id, "17");
    const auto keys = world.play(sentry.keys(shop));
    EXPECT_EQ(keys.at(0).dsn.public_, "https://a1@o1.example/7");
    EXPECT_EQ(json::text(json::write(keys)).find("very-secret-too"), std::string::npos);
    world.play(sentry.switch_key(shop, "a1", false));
    EXPECT_EQ(network.sent.at(2).body, R"({"isActive":false})");
}

TEST_F(sentry_client, knows_whose_token_it_has) {
    network.on(
        "GET /api/0/", 200,
        R"({"version":"0","auth":{"scopes":["event:read"]},"user":{"id":"1","name":"Lea"}})");
    network.on("GET /api/0/", 200, R"({"version":"0","auth":null,"user":null})");
    auto sentry = made();
    const identity somebody = world.play(sentry.whoami());
    EXPECT_EQ(somebody.user->name, "Lea");
    EXPECT_EQ(somebody.auth->scopes, std::vector<std::string>{"event:read"});
    EXPECT_EQ(world.play(sentry.whoami()).user, std::nullopt) << "the organization's own";
}

TEST_F(sentry_client, switches_and_destroys_monitors_and_reads_their_runs) {
    const std::string job = R"({"slug":"nightly","name":"nightly","status":"disabled","config":{},)"
                            R"("project":{"id":"7","slug":"shop"},"environments":[]})";
    network.on("PUT " + base + "/monitors/nightly/", 200, job);
    network.on(
        "GET " + base + "/monitors/nightly/checkins/?per_page=2&environment=pro%2Fd&cursor=", 200,
        R"([{"id":"1","environment":"pro/d","status":"missed","duration":null,)"
        R"("dateCreated":"2024-02-29T11:00:00Z"}])");
    network.on("DELETE " + base + "/monitors/nightly/", 202, "");
    network.on("DELETE " + base + "/monitors/nightly/", 404, R"({"detail":"Gone."})");
    auto sentry = made();
    const monitor_name nightly{"nightly"};
    EXPECT_EQ(world.play(sentry.switch_monitor(nightly, false)).status, "disabled");
    EXPECT_EQ(network.sent.at(0).body, R"({"status":"disabled"})");
    const std::optional<std::string> in = "pro/d";
    const auto runs = world.play(sentry.check_ins(nightly, in, 2));
    EXPECT_EQ(runs.at(0).status, "missed");
    EXPECT_EQ(runs.at(0).duration, std::nullopt);
    world.play(sentry.destroy_monitor(nightly));
    world.play(sentry.destroy_monitor(nightly));
}

// ---- refusals

TEST_F(sentry_client, says_what_sentry_said) {
    const auto said = [&](const std::string& body) {
        network.on("PUT " + base + "/issues/17/", 400, body);
        auto sentry = made();
        return failure_of(sentry.change_issue("17", issue_change()));
    };
    EXPECT_EQ(said(R"({"detail":"Not so."})"), "400 http_400 : Not so.");
    EXPECT_EQ(said(R"({"error":"Nor so."})"), "400 http_400 : Nor so.");
    EXPECT_EQ(said(R"({"detail":{"code":"sso-required","message":"Log in."}})"),
              "400 sso-required : Log in.");
    EXPECT_EQ(said(R"({"status":["\"x\" is not a valid choice."]})"),
              "400 http_400 : status: \"x\" is not a valid choice.");
    EXPECT_EQ(said(R"({"statusDetails":{"inRelease":["Unable to find it."]}})"),
              "400 http_400 : statusDetails: inRelease: Unable to find it.");
    EXPECT_EQ(said("{}"), "400 http_400 : it answered 400");
    EXPECT_EQ(said(R"({"detail":"sntryu_very-secret"})"), "400 http_400 : [hidden]");
}

TEST_F(sentry_client, says_where_its_token_is_to_be_looked_at) {
    network.on("GET " + base + "/", 401, R"({"detail":"Invalid token"})");
    auto sentry = made();
    EXPECT_EQ(failure_of(sentry.provider_time()),
              "401 http_401 : Invalid token Check the token of sentry in the configuration.");
}

TEST_F(sentry_client, tries_again_what_only_reads_and_what_sets_a_state) {
    network.silent("GET " + base + "/issues/17/", happened)
        .on("GET " + base + "/issues/17/", 502, "<html>")
        .on("GET " + base + "/issues/17/", 200, issue_json("17", "SHOP-1"))
        .silent("PUT " + base + "/issues/17/", happened)
        .on("PUT " + base + "/issues/17/", 200, issue_json("17", "SHOP-1"))
        .silent("PUT " + base + "/issues/?id=1&id=2", happened);
    auto sentry = made();
    world.play(sentry.find_issue(issue_ref{"17"}));
    world.play(sentry.change_issue("17", issue_change()));
    const std::vector<std::string> both{"1", "2"};
    EXPECT_EQ(failure_of(sentry.merge_issues(both)),
              "perhaps done: the connection was reset (PUT " + base + "/issues/?id=1&id=2)");
}

// ---- how Sentry writes

TEST(sentry_members, are_called_as_we_call_them) {
    EXPECT_EQ(member_name("shortId"), "short_id");
    EXPECT_EQ(member_name("eventID"), "event_id");
    EXPECT_EQ(member_name("ID"), "id");
    EXPECT_EQ(member_name("lineNo"), "line_no");
    EXPECT_EQ(member_name("in_app"), "in_app");
    EXPECT_EQ(member_name("sum(quantity)"), "sum(quantity)");
    const boost::json::value theirs{{"aB", {{"cD", {{{"eF", 1}}}}}}};
    EXPECT_EQ(json::text(with_our_names(theirs)), R"({"a_b":{"c_d":[{"e_f":1}]}})");
}

TEST(sentry_links, are_followed_only_where_there_is_something) {
    EXPECT_EQ(next_cursor(link_to("0:100:0", true)), "0:100:0");
    EXPECT_EQ(next_cursor(link_to("0:100:0", false)), std::nullopt);
    EXPECT_EQ(next_cursor(""), std::nullopt);
    EXPECT_EQ(next_cursor("nonsense"), std::nullopt);
    EXPECT_EQ(next_cursor("<x>; rel=\"next\""), std::nullopt);
    EXPECT_EQ(next_cursor("<x; rel=\"next\"; results=\"true\"; cursor=\"1:0:0\""), std::nullopt);
    EXPECT_EQ(next_cursor("<x,y>; rel=\"next\"; results=\"true\"; cursor=\"1:0:0\""), "1:0:0");
}

} // namespace
} // namespace chatops::sentry
