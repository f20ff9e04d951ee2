// Sentry's commands as someone types them.
#include "chatops/operations/sentry/issue_assign.hpp"
#include "chatops/operations/sentry/shown.hpp"
#include "chatops/operations/sentry/watch.hpp"
#include "tests/operations/sentry_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using bench = support::sentry_bench;
using support::cells;
using support::code_of;
using support::fact_of;
using support::paragraphs;
using support::played;

// ---- which there are

TEST(sentry_issue_list, shows_what_is_unresolved_with_the_last_seen_first) {
    bench at;
    const played seen = at.play("sentry issues");
    EXPECT_EQ(seen.text(), "3 unresolved issues");
    EXPECT_EQ(cells(seen.answer),
              "SHOP-1 | NoMethodError: undefined method `total' for nil | 101 | 10 min ago | \n"
              "SITE-1 | TypeError: x is not a function | 2 | 2 h ago | \n"
              "SHOP-2 | Timeout: the bank does not answer | 12 | 5 h ago | \n");
}

TEST(sentry_issue_list, is_narrowed_and_sorted) {
    bench at;
    EXPECT_EQ(at.play("sentry issues shop --environment staging").text(),
              "1 unresolved issue of shop in staging");
    EXPECT_EQ(at.play("sentry issues --since 1h").text(), "1 unresolved issue");
    const played all = at.play("sentry issues shop --query \"\" --sort new");
    EXPECT_EQ(all.text(), "3 issues of shop for “”");
    EXPECT_EQ(cells(all.answer).substr(0, 7), "SHOP-1 ");
    EXPECT_NE(cells(all.answer).find("resolved"), std::string::npos) << "a column that tells";
    EXPECT_EQ(at.play("sentry issues -n 1").text(), "The first 1 unresolved issue");
    EXPECT_EQ(at.play("sentry issues --query is:resolved").text(), "1 issue for “is:resolved”");
    EXPECT_EQ(at.play("sentry issues --query \"assigned:none level:info\"").text(),
              "1 issue for “assigned:none level:info”");
}

TEST(sentry_issue_list, says_what_sentry_does_not_understand) {
    bench at;
    EXPECT_EQ(at.play("sentry issues --query is:broken").text().substr(0, 64),
              "Error parsing search query: Invalid value for \"is\" search, valid");
    const played nowhere = at.play("sentry issues shp");
    EXPECT_EQ(nowhere.text(), "There is no project shp");
    EXPECT_EQ(paragraphs(nowhere.answer),
              "Did you mean `shop`? `sentry projects` lists them all.\n");
}

TEST(sentry_issue_list, reads_all_pages_that_it_needs) {
    mocks::sentry::seed given = mocks::shop_organization();
    given.issues.resize(1, given.issues.front());
    for (int i = 0; i < 130; ++i) given.issues.push_back(given.issues.front());
    bench at(given);
    EXPECT_EQ(at.play("sentry issues -n 100").text(), "The first 100 unresolved issues");
}

// ---- one of them

TEST(sentry_issue_shown, has_its_state_its_last_error_and_where_it_happened) {
    bench at;
    const played seen = at.play("sentry issue show shop-1");
    EXPECT_EQ(seen.text(), "SHOP-1: NoMethodError: undefined method `total' for nil");
    EXPECT_EQ(seen.answer.how, tone::warning);
    EXPECT_EQ(fact_of(seen.answer, "State"), "unresolved");
    EXPECT_EQ(fact_of(seen.answer, "Where"), "CheckoutController#create");
    EXPECT_EQ(fact_of(seen.answer, "Times"), "101");
    EXPECT_EQ(fact_of(seen.answer, "People"), "7");
    EXPECT_EQ(fact_of(seen.answer, "Last seen (UTC)"), "2024-02-29 11:50");
    EXPECT_EQ(fact_of(seen.answer, "Assigned to"), "Devi Nair");
    EXPECT_NE(fact_of(seen.answer, "Link").find("/organizations/acme/issues/"), std::string::npos);
    EXPECT_EQ(code_of(seen.answer), "app/cart.rb:31 in total\n(and 1 call more)\n");
    EXPECT_EQ(fact_of(seen.answer, "release"), "shop@1.1");
    EXPECT_EQ(fact_of(seen.answer, "environment"), "production");
    EXPECT_EQ(fact_of(seen.answer, "Met by"), "visitor-3@client.example");
}

TEST(sentry_issue_shown, may_be_resolved_or_nowhere) {
    bench at;
    EXPECT_EQ(at.play("sentry issue show SHOP-3").answer.how, tone::good);
    const played none = at.play("sentry issue show SHOP-99");
    EXPECT_EQ(none.text(), "There is no issue SHOP-99");
}

TEST(sentry_event_list, shows_single_errors) {
    bench at;
    const played seen = at.play("sentry events SHOP-1 -n 2");
    EXPECT_EQ(seen.text(), "The last 2 events of SHOP-1");
    EXPECT_EQ(cells(seen.answer).substr(0, 18), "2024-02-29 11:50 |");
    const played nowhere = at.play("sentry events SHOP-1 --environment prodution");
    EXPECT_EQ(nowhere.text(), "There is no environment prodution of shop");
    EXPECT_EQ(paragraphs(nowhere.answer),
              "Did you mean `production`? `sentry environments shop` lists them all.\n");
    const std::string beginning = cells(seen.answer).substr(19, 12);
    EXPECT_EQ(cells(seen.answer).substr(31, 3), " | ") << "as much of an id as a phone shows";
    const played one = at.play("sentry event show SHOP-1 " + beginning);
    const std::string id = fact_of(one.answer, "Event");
    EXPECT_EQ(id.size(), 32U);
    EXPECT_EQ(id.substr(0, 12), beginning);
    EXPECT_EQ(fact_of(at.play("sentry event show SHOP-1 " + id).answer, "Event"), id);
    EXPECT_EQ(at.play("sentry event show SHOP-1 " + std::string(8, 'a')).text(),
              "SHOP-1 has no event aaaaaaaa");
    EXPECT_EQ(at.play("sentry event show SHOP-1 " + std::string(32, 'a')).text(),
              "SHOP-1 has no event " + std::string(32, 'a'));
    EXPECT_EQ(code_of(at.play("sentry event show SHOP-1").answer).substr(0, 11), "app/cart.rb");
}

// ---- what becomes of them

TEST(sentry_resolving, says_what_brings_it_back_and_how_it_is_taken_back) {
    bench at;
    const played done = at.play("sentry issue resolve shop-1");
    EXPECT_EQ(done.text(), "SHOP-1 is resolved");
    EXPECT_EQ(paragraphs(done.answer), "With the next error of that sort it comes back. `sentry "
                                       "issue unresolve SHOP-1` takes this back.\n");
    EXPECT_EQ(at.issue("SHOP-1").at("status"), "resolved");
}

TEST(sentry_resolving, is_done_to_several_at_once_or_to_none) {
    bench at;
    EXPECT_EQ(at.play("sentry issue resolve SHOP-1 SHOP-2 shop-1 SITE-1").text(),
              "SHOP-1, SHOP-2 and SITE-1 are resolved");
    EXPECT_EQ(at.sent("PUT"), 1);
    bench none;
    const std::string before = none.whole_state();
    EXPECT_EQ(none.play("sentry issue resolve SHOP-1 SHOP-99").text(),
              "There is no issue SHOP-99: nothing was changed");
    EXPECT_EQ(none.whole_state(), before);
}

TEST(sentry_resolving, names_a_release) {
    bench next;
    EXPECT_EQ(next.play("sentry issue resolve SHOP-1 --next-release").text(),
              "SHOP-1 is resolved in the next release");
    EXPECT_EQ(next.issue("SHOP-1").at("in_release"), "the next");
    bench one;
    EXPECT_EQ(one.play("sentry issue resolve SHOP-1 --in-release shop@1.1").text(),
              "SHOP-1 is resolved in shop@1.1");
    EXPECT_EQ(one.issue("SHOP-1").at("in_release"), "shop@1.1");
    EXPECT_EQ(issue_state(one.issue_now("SHOP-1")), "resolved in shop@1.1");
    bench none;
    EXPECT_EQ(none.play("sentry issue resolve SHOP-1 --in-release shop@9").text(),
              "statusDetails: inRelease: Unable to find a release with the given version.");
    bench both;
    EXPECT_EQ(both.play("sentry issue resolve SHOP-1 --next-release --in-release shop@1.1").text(),
              "An issue is resolved in the next release or in one that there is, not in both: "
              "nothing was changed");
    EXPECT_EQ(both.sent("PUT") + none.sent("GET"), 1);
}

TEST(sentry_resolving, leaves_what_is_resolved_as_it_is) {
    bench at;
    const played same = at.play("sentry issue resolve SHOP-3 --next-release");
    EXPECT_EQ(same.text(), "SHOP-3 is resolved already: nothing was changed");
    EXPECT_EQ(paragraphs(same.answer),
              "To resolve it in a release, `sentry issue unresolve SHOP-3` first.\n");
    bench some;
    EXPECT_EQ(some.play("sentry issue resolve SHOP-3 SHOP-1").text(), "SHOP-1 is resolved");
}

TEST(sentry_unresolving, takes_back_what_was_resolved_or_ignored) {
    bench at;
    const played done = at.play("sentry issue unresolve SHOP-3");
    EXPECT_EQ(done.text(), "SHOP-3 is unresolved again");
    EXPECT_EQ(at.issue("SHOP-3").at("status"), "unresolved");
    bench same;
    EXPECT_EQ(same.play("sentry issue unresolve SHOP-1").text(),
              "SHOP-1 is unresolved already: nothing was changed");
}

TEST(sentry_ignoring, is_for_good_or_until_something_comes_about) {
    const auto ignored = [](const std::string& how) {
        bench at;
        std::string text = at.play("sentry issue ignore SHOP-1" + how).text();
        text += " / " + issue_state(at.issue_now("SHOP-1"));
        return text;
    };
    EXPECT_EQ(ignored(""), "SHOP-1 is ignored for good / ignored");
    EXPECT_EQ(ignored(" --for 2h"),
              "SHOP-1 is ignored until 2024-02-29 14:00 UTC / ignored until 2024-02-29 14:00");
    EXPECT_EQ(ignored(" --until-count 5"), "SHOP-1 is ignored until it happens 5 more times / "
                                           "ignored until it happens 5 more times");
    EXPECT_EQ(ignored(" --until-users 1"), "SHOP-1 is ignored until 1 more person met it / ignored "
                                           "until 1 more person met it");
    EXPECT_EQ(ignored(" --until-escalating"), "SHOP-1 is ignored until there are many more / "
                                              "ignored until there are many more");
    bench two;
    EXPECT_EQ(two.play("sentry issue ignore SHOP-1 --for 2h --until-count 5").text(),
              "Sentry ends it by one condition, and you gave 2: nothing was changed");
    EXPECT_EQ(two.sent("PUT"), 0);
}

TEST(sentry_assigning, finds_people_and_teams_by_what_they_are_called) {
    const auto assigned = [](const std::string& to) {
        bench at;
        const std::string text = at.play("sentry issue assign SHOP-2 " + to).text();
        return text + " / " + assignee_text(at.issue_now("SHOP-2"));
    };
    EXPECT_EQ(assigned("dev@acme.example"),
              "SHOP-2 is assigned to Devi Nair (dev@acme.example) / Devi Nair");
    EXPECT_EQ(assigned("\"lea dorn\""),
              "SHOP-2 is assigned to Lea Dorn (lead@acme.example) / Lea Dorn");
    EXPECT_EQ(assigned("devi"), "SHOP-2 is assigned to Devi Nair (dev@acme.example) / Devi Nair");
    EXPECT_EQ(assigned("Lead"), "SHOP-2 is assigned to Lea Dorn (lead@acme.example) / Lea Dorn");
    EXPECT_EQ(assigned("team:design"), "SHOP-2 is assigned to team design / team design");
    EXPECT_EQ(assigned("design"), "SHOP-2 is assigned to team design / team design");
    bench at;
    const played done = at.play("sentry issue assign SHOP-1 nobody");
    EXPECT_EQ(done.text(), "SHOP-1 is assigned to nobody");
    EXPECT_EQ(std::get<change_part>(done.answer.parts.at(0)).lines.at(0).before, "Devi Nair");
    bench again;
    EXPECT_EQ(again.play("sentry issue assign SHOP-1 dev@acme.example").text(),
              "SHOP-1 is assigned to Devi Nair (dev@acme.example) already: nothing was changed");
}

TEST(sentry_assigning, asks_back_where_it_is_nobody_or_several) {
    bench none;
    const played nobody = none.play("sentry issue assign SHOP-1 dve@acme.example");
    EXPECT_EQ(nobody.text(), "Nobody at Sentry is called “dve@acme.example”: nothing was changed");
    EXPECT_EQ(paragraphs(nobody.answer).substr(0, 31), "Did you mean `dev@acme.example`");
    bench invited;
    EXPECT_EQ(invited.play("sentry issue assign SHOP-1 new@acme.example").text(),
              "Nobody at Sentry is called “new@acme.example”: nothing was changed")
        << "who was only invited works on nothing";
    mocks::sentry::seed given = mocks::shop_organization();
    given.members[0].name = given.members[1].name = "Kim";
    bench two(given);
    const played which = two.play("sentry issue assign SHOP-2 kim");
    EXPECT_EQ(which.text(), "2 are called “kim”: nothing was changed");
    EXPECT_EQ(cells(which.answer), "Kim (lead@acme.example) | lead@acme.example | \n"
                                   "Kim (dev@acme.example) | dev@acme.example | \n");
    EXPECT_EQ(two.sent("PUT"), 0);
}

TEST(sentry_merging, makes_one_of_several) {
    bench at;
    EXPECT_EQ(at.play("sentry issue merge SHOP-2 SHOP-1").text(),
              "SHOP-2 and SHOP-1 are one issue now: SHOP-1");
    EXPECT_EQ(at.issue("SHOP-1").at("count"), "113");
    EXPECT_TRUE(at.issue("SHOP-2").is_null());
    bench apart;
    EXPECT_EQ(apart.play("sentry issue merge SHOP-1 SITE-1").text(),
              "Issues of different projects cannot be merged: nothing was changed");
    bench same;
    EXPECT_EQ(same.play("sentry issue merge SHOP-1 shop-1").text(),
              "These are one issue already, SHOP-1: nothing was changed");
}

TEST(sentry_destroying, is_asked_about_first) {
    bench at;
    const played asked = at.play("sentry issue destroy SHOP-1");
    EXPECT_EQ(asked.asked, "@confirm");
    EXPECT_EQ(asked.shown.title, "Destroy SHOP-1 for good?");
    EXPECT_EQ(fact_of(asked.shown, "Lost"),
              "101 events with all that was noted; if it happens again, "
              "it is a new issue");
    EXPECT_FALSE(at.issue("SHOP-1").is_null());
    EXPECT_EQ(at.play_and_confirm("sentry issue destroy SHOP-1").text(), "SHOP-1 is destroyed");
    EXPECT_TRUE(at.issue("SHOP-1").is_null());
}

// ---- the organization

TEST(sentry_organization_commands, list_projects_people_and_places) {
    bench at;
    EXPECT_EQ(cells(at.play("sentry projects").answer), "shop | ruby | backend | \n"
                                                        "site | javascript | design | \n");
    EXPECT_EQ(at.play("sentry projects sho").text(), "1 project with “sho” in the name");
    const played shop = at.play("sentry project show shop");
    EXPECT_EQ(shop.text(), "shop: 2 unresolved issues");
    EXPECT_EQ(fact_of(shop.answer, "Newest release"), "shop@1.1");
    EXPECT_EQ(fact_of(shop.answer, "Environments"), "production, staging");
    EXPECT_EQ(at.play("sentry project show shpo").text(), "There is no project shpo");
    EXPECT_EQ(cells(at.play("sentry teams").answer), "backend | 2 | shop | \n"
                                                     "design | 0 | site | \n");
    EXPECT_EQ(cells(at.play("sentry members").answer),
              "lead@acme.example | Lea Dorn | owner | \n"
              "dev@acme.example | Devi Nair | member | \n"
              "new@acme.example | New Hand | member (invited) | \n");
    EXPECT_EQ(paragraphs(at.play("sentry environments shop").answer), "production, staging\n");
    EXPECT_EQ(at.play("sentry environments nope").text(), "There is no project nope");
}

TEST(sentry_organization_commands, say_how_jobs_do_and_how_much_came) {
    bench at;
    const played jobs = at.play("sentry monitors");
    EXPECT_EQ(jobs.text(), "1 of 2 jobs failed or did not run");
    EXPECT_EQ(jobs.answer.how, tone::bad);
    EXPECT_EQ(cells(at.play("sentry monitors --failing").answer).substr(0, 17),
              "hourly | failed |");
    const played job = at.play("sentry monitor show hourly");
    EXPECT_EQ(job.text(), "hourly: failed");
    EXPECT_EQ(job.answer.how, tone::bad);
    EXPECT_EQ(fact_of(job.answer, "Runs"), "0 * * * *");
    EXPECT_EQ(fact_of(job.answer, "Project"), "site");
    EXPECT_EQ(paragraphs(at.play("sentry monitor show nightl").answer),
              "Did you mean `nightly`? `sentry monitors` lists them all.\n");
    const played usage = at.play("sentry usage");
    EXPECT_EQ(usage.text(), "106 errors in the last 24 h");
    EXPECT_EQ(cells(usage.answer), "shop | 104 | \nsite | 2 | \n");
}

TEST(sentry_monitor_muting, has_nobody_told_until_it_is_taken_back) {
    bench at;
    const played muted = at.play("sentry monitor mute nightly");
    EXPECT_EQ(muted.text(), "nightly is muted: nobody is told when it fails");
    EXPECT_EQ(paragraphs(muted.answer),
              "Sentry goes on watching it. `sentry monitor unmute nightly` takes this back.\n");
    bench same;
    EXPECT_EQ(same.play("sentry monitor unmute nightly").text(),
              "nightly is not muted already: nothing was changed");
    bench back;
    back.change("PUT", "/organizations/acme/monitors/nightly/", R"({"isMuted":true})");
    EXPECT_EQ(back.play("sentry monitor unmute nightly").text(),
              "nightly is not muted any more: people are told when it fails");
}

TEST(sentry_release_commands, list_show_report_and_deploy) {
    bench at;
    const played all = at.play("sentry releases shop");
    EXPECT_EQ(all.text(), "2 releases of shop");
    EXPECT_EQ(cells(all.answer), "shop@1.1 | 2024-02-29 06:00 | production | \n"
                                 "shop@1.0 | 2024-02-27 12:00 | production | \n");
    const played one = at.play("sentry release show shop@1.1");
    EXPECT_EQ(one.text(), "Release shop@1.1 of shop");
    EXPECT_EQ(cells(one.answer), "production | 2024-02-29 06:10 | \n"
                                 "staging | 2024-02-29 06:10 | \n");
    EXPECT_EQ(at.play("sentry release show shop@9").text(), "There is no release shop@9");
    EXPECT_EQ(bench().play("sentry release create shop@1.2 shop site").text(),
              "There is a release shop@1.2 of shop, site");
    EXPECT_EQ(bench().play("sentry release create shop@1.1 shop").text(),
              "Sentry knows the release shop@1.1 already: nothing was changed");
    EXPECT_EQ(bench().play("sentry release create shop@1.2 shop --url javascript:x").text(),
              "url: Enter a valid URL.");
    EXPECT_EQ(bench().play("sentry release create shop@1.2 shap").text(),
              "There is no project shap");
    EXPECT_EQ(bench().play("sentry deploy create shop@1.1 canary --name friday").text(),
              "Release shop@1.1 runs in canary, as Sentry knows now");
    EXPECT_EQ(bench().play("sentry deploy create shop@9 canary").text(),
              "There is no release shop@9");
}

// ---- whatever stands in it

TEST(sentry_texts, may_hold_anything_and_stay_on_their_line) {
    mocks::sentry::seed given = mocks::shop_organization();
    const std::string strange = "*bold* <!channel> `code` & \"q\" 'q' $(x) {a: [1]} \\ %00 \n two";
    given.issues[0].type = "";
    given.issues[0].value = strange;
    given.issues[0].culprit = "<@U1>";
    bench at(given);
    const played seen = at.play("sentry issue show SHOP-1");
    EXPECT_EQ(seen.text(),
              "SHOP-1: *bold* <!channel> `code` & \"q\" 'q' $(x) {a: [1]} \\ %00   two");
    EXPECT_EQ(fact_of(seen.answer, "Where"), "<@U1>");
    EXPECT_EQ(at.play("sentry issues shop --query \"*bold* <!channel>\"").text(),
              "1 issue of shop for “*bold* <!channel>”");
    EXPECT_EQ(bench(given).play("sentry release create \"a b@1 ?&#%+ü\" shop").text(),
              "There is a release a b@1 ?&#%+ü of shop");
}

TEST(sentry_texts, are_cut_where_nobody_would_read_on) {
    EXPECT_EQ(error_words("short", 5), "short");
    EXPECT_EQ(error_words("longer", 5), "long…");
    EXPECT_EQ(error_words("äöüßé", 5), "äöüßé") << "characters, not bytes";
    EXPECT_EQ(error_words("äöüßéé", 5), "äöüß…");
    EXPECT_EQ(error_words("a\nb\tc", 9), "a b c");
}

TEST(sentry_texts, tell_news_a_line_each) {
    sentry::sighting fresh;
    fresh.issue.short_id = "SHOP-4";
    fresh.issue.level = "error";
    fresh.issue.title = "It\nbroke";
    fresh.issue.count = "1";
    sentry::sighting old = fresh;
    old.what = sentry::sight::came_back;
    old.issue.count = "7";
    EXPECT_EQ(sightings_text({fresh, old}), "new        SHOP-4  error  It broke  (1 time)\n"
                                            "came back  SHOP-4  error  It broke  (7 times)\n");
}

} // namespace
} // namespace chatops::operations
