// Who looks at Sentry's errors, with what they are sent, and whether jobs are waited for.
#include "chatops/operations/sentry/account.hpp"
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

// ---- what is for review

TEST(sentry_reviewing, says_that_somebody_has_looked) {
    bench at;
    EXPECT_EQ(at.play("sentry issues --sort inbox").text(), "3 unresolved issues for review");
    EXPECT_EQ(fact_of(at.play("sentry issue show SHOP-1").answer, "For review"),
              "it is new, since 2024-02-28 16:00 UTC");
    const played done = at.play("sentry issue review shop-1 SITE-1");
    EXPECT_EQ(done.text(), "SHOP-1 and SITE-1 are reviewed");
    EXPECT_EQ(paragraphs(done.answer), "`sentry issue unreview SHOP-1 SITE-1` takes this back.\n");
    bench after;
    after.change("PUT", "/organizations/acme/issues/?query=issue:SHOP-1", R"({"inbox":false})");
    EXPECT_EQ(fact_of(after.play("sentry issue show SHOP-1").answer, "For review"), "(none)");
    const played rest = after.play("sentry issues --for-review");
    EXPECT_EQ(rest.text(), "2 unresolved issues for review");
    EXPECT_EQ(cells(rest.answer).substr(0, 6), "SITE-1");
    const played all = after.play("sentry issues shop --query \"\"");
    EXPECT_EQ(cells(all.answer),
              "SHOP-1 | NoMethodError: undefined method `total' for nil | 101 | 10 min ago | "
              "unresolved | \n"
              "SHOP-2 | Timeout: the bank does not answer | 12 | 5 h ago | for review | \n"
              "SHOP-3 | Out of stock | 5 | 3 d ago | resolved | \n");
    EXPECT_EQ(after.play("sentry issue review SHOP-1").text(),
              "SHOP-1 is reviewed already: nothing was changed");
    EXPECT_EQ(bench().play("sentry issue review SHOP-3").text(),
              "SHOP-3 is reviewed already: nothing was changed")
        << "what is resolved is not looked at";
}

TEST(sentry_reviewing, is_taken_back) {
    bench at;
    at.change("PUT", "/organizations/acme/issues/?query=issue:SHOP-1", R"({"inbox":false})");
    EXPECT_EQ(at.play("sentry issue unreview SHOP-1 SHOP-2").text(), "SHOP-1 is for review again");
    EXPECT_EQ(bench().play("sentry issue unreview SHOP-1").text(),
              "SHOP-1 is for review already: nothing was changed");
    const played closed = bench().play("sentry issue unreview SHOP-3");
    EXPECT_EQ(paragraphs(closed.answer), "`sentry issue unresolve SHOP-3` first.\n");
}

TEST(sentry_reviewing, is_for_what_came_back_too) {
    bench at;
    at.change("PUT", "/organizations/acme/issues/?query=issue:SHOP-1", R"({"status":"resolved"})");
    at.happens(R"({"issue":"SHOP-1"})");
    EXPECT_EQ(fact_of(at.play("sentry issue show SHOP-1").answer, "For review"),
              "it came back, since 2024-02-29 12:00 UTC");
}

TEST(sentry_review_list, is_sorted_by_when_they_came_only_where_nothing_else_is_listed) {
    bench at;
    EXPECT_EQ(cells(at.play("sentry issues --sort inbox").answer).substr(0, 6), "SITE-1");
    EXPECT_EQ(at.play("sentry issues --sort inbox --query level:fatal").text(),
              "Sentry sorts by `inbox` only all that is for review");
    EXPECT_EQ(at.play("sentry issues --for-review --query level:fatal").text(),
              "1 issue for review for “level:fatal”");
    EXPECT_EQ(at.play("sentry issues --sort trends").text(), "3 unresolved issues");
}

// ---- marks

TEST(sentry_marks, are_set_and_taken_off) {
    bench at;
    const played done = at.play("sentry issue bookmark SHOP-1 SHOP-2");
    EXPECT_EQ(done.text(), "SHOP-1 and SHOP-2 are bookmarked");
    EXPECT_EQ(paragraphs(done.answer),
              "`sentry issues --query bookmarks:me` lists all that are. `sentry issue unbookmark "
              "SHOP-1 SHOP-2` takes this back.\n");
    EXPECT_EQ(at.sent("PUT"), 1);
    bench marked;
    marked.change("PUT", "/organizations/acme/issues/?query=issue:SHOP-1",
                  R"({"isBookmarked":true,"isSubscribed":true})");
    EXPECT_EQ(marked.play("sentry issues --query bookmarks:me").text(),
              "1 issue for “bookmarks:me”");
    EXPECT_EQ(fact_of(marked.play("sentry issue show SHOP-1").answer, "Marked"),
              "bookmarked, subscribed to");
    EXPECT_EQ(marked.play("sentry issue bookmark SHOP-1").text(),
              "SHOP-1 is bookmarked already: nothing was changed");
    EXPECT_EQ(marked.play("sentry issue subscribe SHOP-1").text(),
              "SHOP-1 is subscribed to already: nothing was changed");
    EXPECT_EQ(bench().play("sentry issue unbookmark SHOP-1").text(),
              "SHOP-1 is not bookmarked: nothing was changed");
    EXPECT_EQ(bench().play("sentry issue unsubscribe SHOP-1").text(),
              "SHOP-1 is not subscribed to: nothing was changed");
    EXPECT_EQ(marked.play("sentry issue unsubscribe SHOP-1").text(),
              "SHOP-1 is not subscribed to any more");
    EXPECT_EQ(bench().play("sentry issue subscribe SHOP-1").text(),
              "SHOP-1 is subscribed to: Sentry writes to whom the bot's token belongs");
}

// ---- a project's own

TEST(sentry_project_event_list, shows_what_came_in_its_order_with_its_issue) {
    bench at;
    const played seen = at.play("sentry project events shop -n 3");
    EXPECT_EQ(seen.text(), "The last 3 events of shop");
    EXPECT_EQ(cells(seen.answer).substr(0, cells(seen.answer).find('\n')),
              "2024-02-29 11:50 | SHOP-1 | NoMethodError: undefined method `total' for nil | ");
    EXPECT_EQ(at.play("sentry project events shop --since 1m").text(),
              "0 events of shop in the last 1 min");
    const played mixed = at.play("sentry project events shop -n 100");
    EXPECT_NE(cells(mixed.answer).find("SHOP-2 | Timeout"), std::string::npos);
    EXPECT_NE(cells(mixed.answer).find("staging"), std::string::npos) << "a column that tells";
    bench gone;
    const std::string id = gone.issue_now("SHOP-1").id;
    gone.change("DELETE", "/organizations/acme/issues/" + id + "/", "");
    EXPECT_NE(cells(gone.play("sentry project events shop -n 1").answer).find("(deleted)"),
              std::string::npos)
        << "its events are there for a while";
    gone.pass(10s);
    EXPECT_EQ(cells(gone.play("sentry project events shop -n 1").answer).find("(deleted)"),
              std::string::npos);
}

TEST(sentry_key_commands, list_and_switch_without_any_secret) {
    bench at;
    const played one = at.play("sentry keys shop");
    EXPECT_EQ(one.text(), "1 key of shop");
    EXPECT_EQ(cells(one.answer), "Default | on | 2023-08-13 12:00 | \n");
    EXPECT_EQ(code_of(one.answer).substr(0, 8), "https://");
    EXPECT_EQ(code_of(one.answer).find(':', 8), std::string::npos) << "the public half alone";
    const played asked = at.play("sentry key disable shop Default");
    EXPECT_EQ(asked.asked, "@confirm");
    EXPECT_EQ(asked.shown.title, "Disable the key “Default” of shop?");
    EXPECT_EQ(fact_of(asked.shown, "Lost"),
              "every error that programs send with it until it is enabled");
    const played done = at.play_and_confirm("sentry key disable shop Default");
    EXPECT_EQ(done.text(), "The key “Default” of shop is off: what is sent with it is thrown away");
    EXPECT_EQ(paragraphs(done.answer).substr(0, 24), "`sentry key enable shop ");
    EXPECT_EQ(bench().play("sentry key enable shop Default").text(),
              "The key “Default” of shop is on already: nothing was changed");
    EXPECT_EQ(paragraphs(bench().play("sentry key enable shop Defualt").answer),
              "Did you mean `Default`? `sentry keys shop` lists them all.\n");
}

TEST(sentry_key_commands, ask_which_of_several_is_meant) {
    bench at;
    at.change("POST", "/projects/acme/shop/keys/", R"({"name":"Default","isActive":false})");
    const played two = at.play("sentry key enable shop Default");
    EXPECT_EQ(two.title(), "2 keys are called “Default”: which one do you mean?");
    ASSERT_EQ(two.shown.buttons.size(), 3U);
    EXPECT_EQ(two.shown.buttons[1].label, "Default, off, 2024-02-29 12:00");
    EXPECT_EQ(code_of(at.play("sentry keys shop").answer).substr(0, 17), "Default: https://");
    at.answer(two.asked, two.shown.buttons[1].choice);
    EXPECT_EQ(at.play("sentry key enable shop Default").text(),
              "The key “Default” of shop is on again: what is sent with it is taken");
}

TEST(sentry_key_commands, take_any_sign_in_a_name) {
    bench at;
    const std::string name = "a name/with?all#&=%20 `x` $(y) <!channel> 'té'";
    at.change("POST", "/projects/acme/shop/keys/", R"({"name":")" + name + R"("})");
    EXPECT_NE(cells(at.play("sentry keys shop").answer).find(name), std::string::npos);
    at.play_and_confirm("sentry key disable shop \"" + name + '"');
    EXPECT_NE(cells(at.play("sentry keys shop").answer).find(name + " | off"), std::string::npos);
}

TEST(sentry_identity, says_whose_the_token_is_and_what_it_may_not) {
    const played all = bench().play("sentry whoami");
    EXPECT_EQ(all.text(), "The token is Lea Dorn's");
    EXPECT_EQ(fact_of(all.answer, "Email"), "lead@acme.example");
    EXPECT_EQ(fact_of(all.answer, "May not"), "(none)");
    mocks::sentry::seed given = mocks::shop_organization();
    given.scopes = {"event:read", "org:read", "project:read"};
    bench few(given);
    const played some = few.play("sentry whoami");
    EXPECT_EQ(some.answer.how, tone::warning);
    EXPECT_EQ(fact_of(some.answer, "Scopes"), "event:read, org:read, project:read");
    EXPECT_EQ(fact_of(some.answer, "May not"),
              "change issues (event:write), destroy issues (event:admin), list people "
              "(member:read), switch keys and monitors (project:write), report releases and "
              "deploys (project:releases), destroy releases (project:releases)");
    EXPECT_EQ(few.play("sentry issue resolve SHOP-1").text(),
              "You do not have permission to perform this action.");
    EXPECT_TRUE(lacks_of({"event:admin", "org:admin", "member:write", "project:admin"}).empty())
        << "the greater has the lesser";
}

// ---- jobs

TEST(sentry_check_in_list, says_how_the_last_runs_went) {
    bench at;
    const played bad = at.play("sentry monitor check-ins hourly -n 2");
    EXPECT_EQ(bad.text(), "1 of the last 2 runs of hourly failed or did not run");
    EXPECT_EQ(bad.answer.how, tone::bad);
    EXPECT_EQ(cells(bad.answer).substr(0, 32), "2024-02-29 12:00 | failed | 1 s ");
    EXPECT_EQ(at.play("sentry monitor check-ins nightly -n 3").text(),
              "The last 3 runs of nightly: none failed");
    EXPECT_EQ(at.play("sentry monitor check-ins nightly -e staging").text(),
              "nightly has not run yet in staging");
    mocks::sentry::seed given = mocks::shop_organization();
    given.monitors[0].status = "missed_checkin";
    const played missed = bench(given).play("sentry monitor runs nightly -n 1");
    EXPECT_EQ(cells(missed.answer).substr(18, 20), " did not run | – |");
}

TEST(sentry_monitor_switching, has_a_job_waited_for_or_not) {
    bench at;
    const played off = at.play("sentry monitor disable hourly");
    EXPECT_EQ(off.text(), "hourly is off: Sentry does not wait for it");
    EXPECT_EQ(paragraphs(off.answer),
              "What it sends meanwhile is thrown away, and nobody is told when it fails. `sentry "
              "monitor enable hourly` takes this back.\n");
    bench quiet;
    quiet.pass(1min);
    quiet.change("PUT", "/organizations/acme/monitors/hourly/", R"({"status":"disabled"})");
    quiet.pass(3h);
    EXPECT_EQ(quiet.play("sentry monitor show hourly").text(), "hourly: off");
    EXPECT_EQ(cells(quiet.play("sentry monitor check-ins hourly -n 1").answer).substr(0, 16),
              "2024-02-29 12:00")
        << "none came since";
    EXPECT_EQ(bench().play("sentry monitor enable hourly").text(),
              "hourly is on already: nothing was changed");
    bench again;
    again.change("PUT", "/organizations/acme/monitors/hourly/", R"({"status":"disabled"})");
    EXPECT_EQ(again.play("sentry monitor enable hourly").text(),
              "hourly is on again: Sentry waits for its next run");
}

TEST(sentry_monitor_destroying, is_asked_about_first) {
    bench at;
    const played asked = at.play("sentry monitor destroy nightly");
    EXPECT_EQ(asked.shown.title, "Destroy the monitor nightly for good?");
    EXPECT_EQ(fact_of(asked.shown, "Lost"),
              "its check-ins, and that anybody is told when the job fails");
    EXPECT_EQ(fact_of(asked.shown, "Runs"), "0 3 * * *");
    EXPECT_EQ(at.play_and_confirm("sentry monitor destroy nightly").text(),
              "The monitor nightly is destroyed");
    EXPECT_EQ(bench().play("sentry monitor destroy nighly").text(), "There is no monitor nighly");
}

} // namespace
} // namespace chatops::operations
