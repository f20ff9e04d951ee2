// What is done with issues, and what they do by themselves.
#include "tests/mocks/sentry_organization.hpp"

namespace chatops::mocks {
namespace {

using namespace std::chrono_literals;

class sentry_issues : public sentry_organization {};

TEST_F(sentry_issues, are_shown_as_the_vendor_writes_them) {
    const heard one = get(issue_path("SHOP-1"));
    EXPECT_EQ(one.at("/shortId"), "SHOP-1");
    EXPECT_EQ(one.at("/title"), "NoMethodError: undefined method `total' for nil");
    EXPECT_EQ(one.at("/count"), "101");
    EXPECT_TRUE(one.body.at("count").is_string());
    EXPECT_TRUE(one.body.at("id").is_string());
    EXPECT_EQ(one.at("/userCount"), "7");
    EXPECT_EQ(one.at("/status"), "unresolved");
    EXPECT_EQ(one.at("/statusDetails"), "{}");
    EXPECT_EQ(one.at("/assignedTo/email"), "dev@acme.example");
    EXPECT_EQ(one.at("/lastSeen"), "2024-02-29T11:50:00.000000Z");
    EXPECT_EQ(one.at("/firstRelease/version"), "shop@1.0");
    EXPECT_EQ(one.at("/lastRelease/version"), "shop@1.1");
    EXPECT_EQ(one.body.at_pointer("/stats/24h").as_array().size(), 24U);
    EXPECT_EQ(get("/issues/" + one.at("/id") + "/").at("/shortId"), "SHOP-1");
    EXPECT_EQ(get("/organizations/acme/issues/99/").status(), 404);
    EXPECT_EQ(get("/organizations/acme/shortids/SHOP-99/").status(), 404);
}

TEST_F(sentry_issues, are_resolved_and_come_back_with_the_next_error) {
    EXPECT_EQ(
        put(issue_path("SHOP-1"), R"({"status":"resolved","snoozeDuration":null})").at("/status"),
        "resolved");
    EXPECT_EQ(state_of("SHOP-1"), "resolved null");
    EXPECT_EQ(happens(R"({"issue":"shop-1"})").at("/is_new"), "false");
    EXPECT_EQ(state_of("SHOP-1"), "unresolved regressed");
    EXPECT_EQ(search("is:regressed"), "SHOP-1");
    put(issue_path("SHOP-1"), R"({"status":"resolved"})");
    put(issue_path("SHOP-1"), R"({"status":"unresolved"})");
    EXPECT_EQ(state_of("SHOP-1"), "unresolved ongoing");
}

TEST_F(sentry_issues, resolved_in_the_next_release_do_not_come_back_before_it) {
    const heard done = put(issue_path("SHOP-1"),
                           R"({"status":"resolved","statusDetails":{"inNextRelease":true}})");
    EXPECT_EQ(done.at("/statusDetails/inNextRelease"), "true");
    happens(R"({"issue":"SHOP-1"})");
    EXPECT_EQ(state_of("SHOP-1"), "resolved null") << "an error of the release that there is";
    EXPECT_EQ(post("/organizations/acme/releases/", R"({"version":"shop@1.2","projects":["shop"]})")
                  .status(),
              201);
    later(1min);
    happens(R"({"issue":"SHOP-1"})");
    EXPECT_EQ(state_of("SHOP-1"), "unresolved regressed");
}

TEST_F(sentry_issues, are_resolved_in_a_release_that_there_is) {
    const std::string path = issue_path("SHOP-1");
    const auto resolve_in = [&](const std::string& version) {
        return put(path,
                   R"({"status":"resolved","statusDetails":{"inRelease":")" + version + R"("}})");
    };
    EXPECT_EQ(resolve_in("shop@9").at("/statusDetails/inRelease/0"),
              "Unable to find a release with the given version.");
    EXPECT_EQ(resolve_in("latest").at("/statusDetails/inRelease"), "shop@1.1");
    happens(R"({"issue":"SHOP-1"})");
    EXPECT_EQ(state_of("SHOP-1"), "unresolved regressed") << "an error of that very release";
    EXPECT_EQ(put(issue_path("SITE-1"), R"({"status":"resolvedInNextRelease"})")
                  .at("/statusDetails/inNextRelease/0"),
              "No release data present in the system to form a basis for 'Next Release'");
    EXPECT_EQ(
        put(path, R"({"status":"resolved","statusDetails":{"inCommit":{"commit":"a"}}})").status(),
        400);
}

TEST_F(sentry_issues, are_ignored_for_ever_for_a_time_or_until_there_are_more) {
    const std::string path = issue_path("SHOP-1");
    EXPECT_EQ(put(path, R"({"status":"ignored","substatus":"archived_forever"})").at("/substatus"),
              "archived_forever");
    later(24h * 300);
    happens(R"({"issue":"SHOP-1"})");
    EXPECT_EQ(state_of("SHOP-1"), "ignored archived_forever");

    put(path, R"({"status":"ignored","statusDetails":{"ignoreDuration":30}})");
    EXPECT_EQ(state_of("SHOP-1"), "ignored archived_until_condition_met");
    later(29min);
    EXPECT_EQ(state_of("SHOP-1"), "ignored archived_until_condition_met");
    later(1min);
    EXPECT_EQ(state_of("SHOP-1"), "unresolved ongoing");

    const heard quiet = put(path, R"({"status":"ignored","statusDetails":{"ignoreCount":3}})");
    EXPECT_EQ(quiet.at("/statusDetails/ignoreCount"), "3");
    happens(R"({"issue":"SHOP-1","count":2})");
    EXPECT_EQ(get(path).at("/statusDetails/ignoreCount"), "1") << "what is left of it";
    happens(R"({"issue":"SHOP-1"})");
    EXPECT_EQ(state_of("SHOP-1"), "unresolved ongoing");

    // Events before it are in its window, too.
    later(20min);
    put(path, R"({"status":"ignored","statusDetails":{"ignoreCount":3,"ignoreWindow":10}})");
    for (int i = 0; i < 4; ++i) {
        happens(R"({"issue":"SHOP-1"})");
        later(6min);
    }
    EXPECT_EQ(state_of("SHOP-1"), "ignored archived_until_condition_met") << "two in ten minutes";
    happens(R"({"issue":"SHOP-1","count":3})");
    EXPECT_EQ(state_of("SHOP-1"), "unresolved ongoing");
    EXPECT_EQ(put(path, R"({"status":"ignored","statusDetails":{"ignoreCount":0}})")
                  .at("/statusDetails/ignoreCount/0"),
              "Ensure this value is greater than or equal to 1.");
    EXPECT_EQ(put(path, R"({"status":"muted"})").at("/status"), "ignored")
        << "as older clients say";
}

TEST_F(sentry_issues, are_assigned_to_people_to_teams_and_to_nobody) {
    const std::string path = issue_path("SHOP-2");
    const auto assigned = [&](const std::string& to) {
        const heard answer = put(path, R"({"assignedTo":")" + to + R"("})");
        return answer.status() == 200 ? answer.at("/assignedTo") : json::text(answer.body);
    };
    const std::string dev = get(issue_path("SHOP-1")).at("/assignedTo/id");
    const std::string design = get(issue_path("SITE-1")).at("/assignedTo/id");
    EXPECT_NE(assigned("user:" + dev).find("Devi Nair"), std::string::npos);
    EXPECT_NE(assigned("lead@acme.example").find("Lea Dorn"), std::string::npos);
    EXPECT_NE(assigned("Devi Nair").find("dev@acme.example"), std::string::npos);
    EXPECT_NE(assigned("team:" + design).find(R"("type":"team")"), std::string::npos);
    EXPECT_NE(assigned("#backend").find("backend"), std::string::npos);
    EXPECT_EQ(assigned(""), "null");
    EXPECT_EQ(assigned("stranger"), R"({"assignedTo":["User does not exist"]})");
    EXPECT_EQ(assigned("new@acme.example"), R"({"assignedTo":["User does not exist"]})")
        << "who was only invited works on nothing";
    EXPECT_EQ(assigned("team:7"), R"({"assignedTo":["Team does not exist"]})");
}

TEST_F(sentry_issues, are_changed_several_at_once) {
    const std::string ids = "?id=" + id_of("SHOP-1") + "&id=" + id_of("SITE-1") + "&id=12";
    const heard done = put("/organizations/acme/issues/" + ids, R"({"status":"resolved"})");
    EXPECT_EQ(done.response.body, R"({"status":"resolved","statusDetails":{},"substatus":null,)"
                                  R"("inbox":null})");
    EXPECT_EQ(search("is:unresolved"), "SHOP-2");
    EXPECT_EQ(put("/organizations/acme/issues/?id=12", R"({"status":"resolved"})").status(), 204);
    EXPECT_EQ(
        put("/projects/acme/shop/issues/?id=" + id_of("SITE-1"), R"({"hasSeen":true})").status(),
        204)
        << "it is of another project";
    EXPECT_EQ(put("/organizations/acme/issues/?query=is:unresolved", R"({"isBookmarked":true})")
                  .at("/isBookmarked"),
              "true");
    EXPECT_EQ(search("bookmarks:me"), "SHOP-2");
    EXPECT_EQ(put("/organizations/acme/issues/?id=x", R"({"status":"resolved"})").status(), 400);
    EXPECT_EQ(put("/organizations/acme/issues/" + ids, R"({"status":"solved"})").at("/status/0"),
              "\"solved\" is not a valid choice.");
}

TEST_F(sentry_issues, are_merged_into_the_one_that_was_seen_most_often) {
    const std::string small = id_of("SHOP-2");
    const std::string large = id_of("SHOP-1");
    const std::string path = "/organizations/acme/issues/?id=" + small + "&id=";
    EXPECT_EQ(put(path + id_of("SITE-1"), R"({"merge":true})").at("/detail"),
              "Merging across multiple projects is not supported");
    EXPECT_EQ(put(path + large, R"({"merge":true})").at("/merge"),
              R"({"parent":")" + large + R"(","children":[")" + small + R"("]})");
    const heard now = get("/organizations/acme/issues/" + small + "/");
    EXPECT_EQ(now.at("/shortId"), "SHOP-1") << "an old id leads to it";
    EXPECT_EQ(now.at("/count"), "113");
    EXPECT_EQ(now.at("/firstSeen").substr(0, 10), "2024-02-26");
    EXPECT_EQ(now.at("/lastSeen"), "2024-02-29T11:50:00.000000Z");
    EXPECT_EQ(search("is:unresolved"), "SHOP-1 SITE-1");
}

TEST_F(sentry_issues, are_deleted) {
    const std::string path = issue_path("SHOP-1");
    EXPECT_EQ(remove(path).status(), 202);
    EXPECT_EQ(get(path).status(), 404);
    EXPECT_EQ(remove(path).status(), 404);
    EXPECT_EQ(remove("/organizations/acme/issues/?id=" + id_of("SHOP-2")).status(), 204);
    EXPECT_EQ(search("is:unresolved"), "SITE-1");
}

TEST_F(sentry_issues, have_events_with_their_stack) {
    const std::string path = issue_path("SHOP-1") + "events/";
    const heard all = get(path + "?per_page=2");
    EXPECT_EQ(all.body.as_array().size(), 2U);
    EXPECT_EQ(all.at("/0/dateCreated"), "2024-02-29T11:50:00.000000Z");
    EXPECT_EQ(all.at("/0/eventID").size(), 32U);
    EXPECT_FALSE(all.body.as_array().at(0).as_object().contains("entries"));
    const heard latest = get(path + "latest/");
    EXPECT_EQ(latest.at("/eventID"), all.at("/0/eventID"));
    EXPECT_EQ(latest.at("/previousEventID"), all.at("/1/eventID"));
    EXPECT_EQ(latest.at("/nextEventID"), "null");
    EXPECT_EQ(latest.at("/entries/0/data/values/0/stacktrace/frames/1/filename"), "app/cart.rb");
    EXPECT_EQ(latest.at("/release/version"), "shop@1.1");
    EXPECT_EQ(get(path + "oldest/").at("/previousEventID"), "null");
    EXPECT_EQ(get(path + "recommended/").at("/eventID"), latest.at("/eventID"));
    EXPECT_EQ(get(path + all.at("/1/eventID") + "/").at("/nextEventID"), latest.at("/eventID"));
    EXPECT_EQ(get(path + std::string(32, 'a') + "/").at("/detail"), "Event not found");
    EXPECT_EQ(get(path + "latest/?environment=moon").at("/detail"), "No matching event");
    EXPECT_EQ(get(path + "?full=1&per_page=1").at("/0/entries/0/type"), "exception");
    EXPECT_EQ(get("/projects/acme/shop/events/?per_page=3").body.as_array().size(), 3U);
    EXPECT_EQ(get("/projects/acme/shop/events/" + latest.at("/eventID") + "/").at("/groupID"),
              id_of("SHOP-1"));
}

TEST_F(sentry_issues, that_are_told_to_happen_are_new_or_more_of_the_same) {
    const std::string error = R"("project":"site","type":"RangeError","value":"too far")";
    const heard first = happens("{" + error + R"(,"environment":"staging","tags":{"url":"/a"}})");
    EXPECT_EQ(first.at("/is_new"), "true");
    EXPECT_EQ(first.at("/issue"), "SITE-2");
    EXPECT_EQ(state_of("SITE-2"), "unresolved new");
    EXPECT_EQ(happens("{" + error + R"(,"count":4})").at("/is_new"), "false");
    EXPECT_EQ(get(issue_path("SITE-2")).at("/count"), "5");
    EXPECT_EQ(search("url:/a"), "SITE-2");
    EXPECT_EQ(search("firstSeen:-5m"), "SITE-2");
    EXPECT_EQ(happens(R"({"project":"nowhere","value":"x"})").status(), 400);
    EXPECT_EQ(happens(R"({"issue":"SHOP-77"})").status(), 400);
    EXPECT_EQ(happens(R"({"project":"shop"})").status(), 400);
}

sentry::seed with_a_steady_error() {
    sentry::seed given = shop_organization();
    given.issues[0].comes_every = std::chrono::minutes(5);
    return given;
}

class sentry_steady_error : public sentry_organization {
  public:
    sentry_steady_error() : sentry_organization(with_a_steady_error()) {}
};

TEST_F(sentry_steady_error, comes_by_itself_as_time_passes) {
    later(1h);
    EXPECT_EQ(get(issue_path("SHOP-1")).at("/count"), "113");
    later(24h * 365);
    const heard much_later = get(issue_path("SHOP-1"));
    EXPECT_EQ(much_later.at("/count"), std::to_string(101 + 12 * (1 + 24 * 365)));
}

TEST_F(sentry_steady_error, is_the_same_however_often_one_looks) {
    sentry::service seldom(with_a_steady_error(), 7, start);
    for (int i = 0; i < 50; ++i) {
        later(7min);
        search("");
    }
    const std::string path = issue_path("SHOP-1");
    http::request asked{"GET", "/api/0" + path, {{"Authorization", "Bearer sntryu_right"}}, {}};
    const auto once = json::parse(seldom.handle(asked, {now, now}).body).value();
    EXPECT_EQ(json::text(once.at("count")), '"' + get(path).at("/count") + '"');
}

TEST_F(sentry_steady_error, comes_back_and_ends_a_silence) {
    put(issue_path("SHOP-1"), R"({"status":"resolved"})");
    later(4min);
    EXPECT_EQ(state_of("SHOP-1"), "resolved null");
    later(1min);
    EXPECT_EQ(state_of("SHOP-1"), "unresolved regressed");
    put(issue_path("SHOP-1"), R"({"status":"ignored","statusDetails":{"ignoreCount":4}})");
    later(16min);
    EXPECT_EQ(state_of("SHOP-1"), "ignored archived_until_condition_met");
    later(5min);
    EXPECT_EQ(state_of("SHOP-1"), "unresolved ongoing");
    put(issue_path("SHOP-1"),
        R"({"status":"ignored","statusDetails":{"ignoreCount":9,"ignoreWindow":10}})");
    later(24h * 365);
    EXPECT_EQ(state_of("SHOP-1"), "ignored archived_until_condition_met") << "never nine at once";
}

TEST_F(sentry_steady_error, is_not_in_what_is_compared) {
    const std::string before = json::text(server.state());
    later(1h);
    EXPECT_EQ(get("/organizations/acme/").status(), 200);
    EXPECT_EQ(json::text(server.state()), before);
    EXPECT_EQ(before.find("sntryu_right"), std::string::npos);
}

} // namespace
} // namespace chatops::mocks
