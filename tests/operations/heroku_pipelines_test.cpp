// Pipelines, code that is promoted, and builds that are cancelled, as someone sees and does it.
#include "tests/operations/heroku_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using bench = support::heroku_bench;
using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;

const std::string promote = "heroku pipeline promote acme-staging brix";

/// The same account, with `more` in the stage of production, too.
mocks::heroku::seed with_two_in_production(const std::string& release_phase = {}) {
    auto given = mocks::agency_account();
    mocks::heroku::seed_app more = given.apps[1];
    more.name = "brix-eu";
    given.apps.push_back(more);
    given.pipelines[0].apps.push_back({"brix-eu", "production"});
    if (!release_phase.empty())
        given.apps[0].formation.push_back(
            {.type = "release", .quantity = 0, .command = release_phase});
    return given;
}

// ---- what there is

TEST(heroku_pipelines, are_listed_with_what_is_in_their_stages) {
    auto given = with_two_in_production();
    given.pipelines.push_back({"globex", {}});
    bench at(given);
    const played seen = at.play("heroku pipelines");
    EXPECT_EQ(seen.text(), "2 pipelines");
    EXPECT_EQ(cells(seen.answer), "acme | staging | acme-staging | \n"
                                  "acme | production | brix, brix-eu | \n"
                                  "globex | – | – | \n");
}

TEST(heroku_pipelines, that_are_none_are_no_table) {
    auto given = mocks::agency_account();
    given.pipelines.clear();
    bench at(given);
    const played seen = at.play("heroku pipeline list");
    EXPECT_EQ(seen.text(), "0 pipelines");
    EXPECT_EQ(cells(seen.answer), "");
}

TEST(heroku_pipeline_show, says_what_runs_and_what_could_be_promoted) {
    bench at;
    const played seen = at.play("heroku pipeline show acme");
    EXPECT_EQ(seen.text(), "Pipeline acme: 2 applications");
    EXPECT_EQ(cells(seen.answer), "acme-staging | staging | v4: Deploy 5e6f7a8b | \n"
                                  "brix | production | v3: Deploy 4e1b2c7d | \n");
    EXPECT_EQ(paragraphs(seen.answer), "`heroku pipeline promote acme-staging brix` brings there "
                                       "what acme-staging runs.\n");
}

TEST(heroku_pipeline_show, says_when_there_is_nothing_to_promote) {
    bench at;
    at.play_and_confirm(promote);
    const played seen = at.play("heroku pipeline show acme");
    EXPECT_NE(cells(seen.answer).find("brix | production | v4: Promote acme-staging v4 5e6f7a8b"),
              std::string::npos)
        << cells(seen.answer);
    EXPECT_EQ(paragraphs(seen.answer), "There is nothing to promote.\n");
}

TEST(heroku_pipeline_show, of_what_is_not_there_says_what_is_near) {
    bench at;
    const played none = at.play("heroku pipeline show acmee");
    EXPECT_EQ(none.text(), "There is no pipeline “acmee”");
    EXPECT_EQ(paragraphs(none.answer), "Did you mean `acme`? `heroku pipelines` lists them all.\n");
}

TEST(heroku_pipeline_show, of_two_of_one_name_asks_which_is_meant) {
    bench at;
    at.change("POST", "/pipelines", R"({"name":"acme"})");
    const played two = at.play("heroku pipeline show acme");
    EXPECT_EQ(two.title(), "2 pipelines are called “acme”: which one do you mean?");
    const std::string id = two.shown.buttons.at(1).choice;
    EXPECT_EQ(two.shown.buttons.at(1).label.substr(0, id.size()), id);
    at.answer("which pipeline", id);
    EXPECT_EQ(at.play("heroku pipeline show acme").text().substr(0, 15), "Pipeline acme: ");
    bench by_id;
    by_id.change("POST", "/pipelines", R"({"name":"acme"})");
    const std::string first = by_id.play("heroku pipeline show acme").shown.buttons.at(0).choice;
    EXPECT_EQ(by_id.play("heroku pipeline show " + first).text().substr(0, 15), "Pipeline acme: ");
}

// ---- promotion

TEST(heroku_pipeline_promote, shows_what_goes_where_and_does_it_after_a_yes) {
    bench at;
    const played asks = at.play(promote);
    EXPECT_EQ(asks.shown.title, "Promote v4 of acme-staging to brix?");
    EXPECT_EQ(fact_of(asks.shown, "Code"),
              "v4 by ops@agency.example, 2024-02-28 12:00: Deploy 5e6f7a8b");
    EXPECT_EQ(fact_of(asks.shown, "brix (production) runs"),
              "v3 by ops@agency.example, 2024-02-28 12:00: Deploy 4e1b2c7d");
    EXPECT_EQ(at.sent("POST"), 0);
    at.answer("@confirm", "yes");
    const played done = at.play(promote);
    EXPECT_EQ(done.text(), "brix runs v4 of acme-staging, as v4; the dynos start anew");
    EXPECT_EQ(paragraphs(done.answer), "`heroku rollback brix v3` runs what brix ran before, with "
                                       "the config vars of v3.\n");
    EXPECT_GE(at.world_time.now() - at.start, 5s) << "it waited for the end";
    EXPECT_EQ(at.sent("POST"), 1);
}

TEST(heroku_pipeline_promote, does_nothing_after_a_no) {
    bench at;
    at.play(promote);
    at.answer("@confirm", "no");
    EXPECT_EQ(at.play(promote).text(), "Cancelled: nothing was changed");
    EXPECT_EQ(at.sent("POST"), 0);
}

TEST(heroku_pipeline_promote, takes_no_yes_for_something_else_than_was_shown) {
    bench at;
    at.play(promote);
    at.change("PATCH", "/apps/brix/config-vars", R"({"A":"b"})");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(promote).text(),
              "It is not any more as you were shown where acme-staging shall go: nothing was "
              "promoted. Ask again to see how it is now");
    EXPECT_EQ(at.sent("POST"), 0);
}

TEST(heroku_pipeline_promote, brings_what_was_shown_though_something_newer_runs_there_by_now) {
    bench at;
    at.play(promote);
    at.change("PATCH", "/apps/acme-staging/config-vars", R"({"A":"b"})");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(promote).text(), "brix runs v4 of acme-staging, as v4; the dynos start anew");
    EXPECT_EQ(at.app("brix").at_pointer("/releases/3/description"),
              "Promote acme-staging v4 5e6f7a8b");
}

TEST(heroku_pipeline_promote, without_a_goal_says_what_there_is) {
    bench at(with_two_in_production());
    const played asks = at.play("heroku promote acme-staging");
    EXPECT_EQ(asks.text(), "Nothing was promoted: say where the code of acme-staging shall run");
    EXPECT_EQ(cells(asks.answer), "brix | production | \nbrix-eu | production | \n");
    EXPECT_EQ(paragraphs(asks.answer), "`heroku pipeline promote acme-staging brix brix-eu` brings "
                                       "it to the next stage.\n");
    bench last;
    EXPECT_EQ(paragraphs(last.play("heroku promote brix").answer), "") << "there is no next stage";
    EXPECT_EQ(at.sent("POST"), 0);
}

TEST(heroku_pipeline_promote, goes_nowhere_outside_of_its_pipeline) {
    auto given = with_two_in_production();
    given.pipelines[0].apps.pop_back();
    bench at(given);
    const played other = at.play("heroku pipeline promote acme-staging brix brix-eu nobody");
    EXPECT_EQ(other.text(),
              "brix-eu, nobody are not in the pipeline of acme-staging: nothing was promoted");
    EXPECT_EQ(cells(other.answer), "brix | production | \n");
    bench free(given);
    EXPECT_EQ(free.play("heroku pipeline promote brix-eu brix").text(),
              "brix-eu is in no pipeline: nothing was promoted");
    EXPECT_EQ(at.sent("POST") + free.sent("POST"), 0);
}

TEST(heroku_pipeline_promote, that_would_change_nothing_is_not_asked_about) {
    bench at;
    EXPECT_EQ(at.play("heroku pipeline promote acme-staging acme-staging").text(),
              "acme-staging cannot be promoted to itself: nothing was promoted");
    bench again;
    again.change("POST", "/apps", R"({"name":"acme-demo"})");
    const std::string pipeline(again.platform.state().at_pointer("/pipelines/acme/id").as_string());
    again.change("POST", "/pipeline-couplings",
                 R"({"app":"acme-demo","pipeline":")" + pipeline + R"(","stage":"development"})");
    EXPECT_EQ(again.play("heroku pipeline promote acme-demo brix").text(),
              "acme-demo runs no code yet: there is nothing to promote");
    EXPECT_EQ(again.sent("POST"), 0) << "others did that";
}

TEST(heroku_pipeline_promote, of_what_runs_there_already_is_needless) {
    bench at;
    const std::string code(at.app("acme-staging").at_pointer("/releases/3/slug/id").as_string());
    at.change("POST", "/apps/brix/releases", R"({"slug":")" + code + R"("})");
    at.pass(1min);
    EXPECT_EQ(at.play(promote).text(),
              "brix runs what acme-staging runs already: nothing was promoted");
}

TEST(heroku_pipeline_promote, to_several_says_of_each_how_it_ended) {
    bench at(with_two_in_production());
    const std::string line = "heroku pipeline promote acme-staging brix brix-eu brix";
    const played asks = at.play(line);
    EXPECT_EQ(asks.shown.title, "Promote v4 of acme-staging to brix, brix-eu?");
    at.answer("@confirm", "yes");
    const played done = at.play(line);
    EXPECT_EQ(done.text(), "v4 of acme-staging is promoted to brix, brix-eu; the dynos start anew");
    EXPECT_EQ(fact_of(done.answer, "brix-eu"), "runs it as v4");
}

TEST(heroku_pipeline_promote, says_what_failed_and_that_nothing_else_changed) {
    bench at(with_two_in_production("exit 1"));
    const played failed = at.play_and_confirm(promote);
    EXPECT_EQ(failed.text(),
              "brix: the promotion of v4 of acme-staging failed; what ran before still runs");
    EXPECT_EQ(failed.answer.how, tone::bad);
    EXPECT_EQ(fact_of(failed.answer, "Heroku says"), "Release command failed");
    bench two(with_two_in_production("exit 1"));
    const played both = two.play_and_confirm("heroku pipeline promote acme-staging brix brix-eu");
    EXPECT_EQ(both.text(), "v4 of acme-staging is promoted to 0 of 2 applications");
    EXPECT_EQ(fact_of(both.answer, "brix"), "what ran before still runs: Release command failed");
    EXPECT_EQ(paragraphs(failed.answer), "`heroku release output brix v4` shows what its release "
                                         "phase wrote.\n");
    EXPECT_EQ(paragraphs(both.answer),
              "`heroku release output brix v4` shows what its release phase wrote.\n"
              "`heroku release output brix-eu v4` shows what its release phase wrote.\n");
}

TEST(heroku_pipeline_promote, whose_answer_was_lost_is_known_by_its_releases) {
    bench at(with_two_in_production("exit 1"));
    at.trouble(R"([{"match":{"method":"POST","path":"*"},"kind":"reset_after","count":1}])");
    const played failed = at.play_and_confirm("heroku pipeline promote acme-staging brix brix-eu");
    EXPECT_EQ(failed.text(), "v4 of acme-staging is promoted to 0 of 2 applications");
    EXPECT_EQ(fact_of(failed.answer, "brix"), "what ran before still runs");
    EXPECT_EQ(at.sent("POST"), 1);
}

// ---- builds that are cancelled

const std::string builds = "/apps/acme-staging/builds";
const std::string source = R"({"source_blob":{"url":"https://code.example/a.tgz"}})";

/// Of the newest build.
std::string state_of_build(const bench& at) {
    const auto all = at.app("acme-staging").at("builds").as_array();
    return std::string(all.back().at("status").as_string());
}

TEST(heroku_build_cancel, ends_the_newest_one) {
    bench at;
    at.change("POST", builds, source);
    const played done = at.play("heroku build cancel acme-staging");
    EXPECT_NE(done.text().find(" is cancelled; what ran before still runs"), std::string::npos)
        << done.text();
    at.pass(1min);
    EXPECT_EQ(state_of_build(at), "failed");
    EXPECT_EQ(at.app("acme-staging").at("releases").as_array().size(), 4U);
    EXPECT_EQ(at.sent("DELETE"), 1);
}

TEST(heroku_build_cancel, of_one_that_has_ended_does_nothing) {
    bench at;
    at.change("POST", builds, source);
    at.pass(1min);
    EXPECT_NE(at.play("heroku build cancel acme-staging")
                  .text()
                  .find(" has ended already, as succeeded: nothing was cancelled"),
              std::string::npos);
    EXPECT_EQ(at.sent("DELETE"), 0);
}

TEST(heroku_build_cancel, of_none_or_several_does_nothing) {
    bench at;
    EXPECT_EQ(at.play("heroku build cancel acme-staging").text(),
              "acme-staging has no build yet: nothing was cancelled");
    bench named;
    EXPECT_EQ(named.play("heroku build cancel acme-staging 4f1e9a02").text(),
              "acme-staging has no build 4f1e9a02");
    bench nobody;
    EXPECT_EQ(nobody.play("heroku build cancel nobody").text(), "Couldn't find that app.");
    EXPECT_EQ(at.sent("DELETE"), 0);
}

TEST(heroku_build_cancel, that_came_too_late_says_so) {
    bench at;
    at.change("POST", builds, source);
    at.pass(19s);
    // Nothing of it arrives before the build has ended by itself.
    at.trouble(R"([{"match":{"method":"DELETE","path":"*"},"kind":"timeout","count":1}])");
    const played late = at.play("heroku build cancel acme-staging");
    EXPECT_NE(late.text().find(" had succeeded before it could be cancelled"), std::string::npos)
        << late.text();
    EXPECT_EQ(late.answer.how, tone::warning);
    EXPECT_EQ(paragraphs(late.answer), "`heroku rollback acme-staging` runs what ran before.\n");
}

TEST(heroku_build_cancel, may_be_asked_for_twice) {
    for (const char* const fault : {R"("kind":"reset_before")", R"("kind":"reset_after")",
                                    R"("kind":"truncated")", R"("kind":"status","status":503)"}) {
        bench at;
        at.change("POST", builds, source);
        at.trouble(support::of_method("DELETE", fault));
        const played done = at.play("heroku build cancel acme-staging");
        EXPECT_NE(done.text().find(" is cancelled"), std::string::npos)
            << fault << ": " << done.text();
        EXPECT_EQ(state_of_build(at), "failed") << fault;
    }
}

TEST(heroku_build_cancel, is_refused_where_the_account_is_used_up) {
    bench at;
    at.change("POST", builds, source);
    at.trouble(support::of_method("DELETE", R"("kind":"status","status":429,"retry_after_s":900)"));
    EXPECT_NE(at.play("heroku build cancel acme-staging").text().find("rate limit"),
              std::string::npos);
}

TEST(heroku_build_cancel, ends_as_if_nothing_had_been_after_a_crash_at_any_turn) {
    for (int turns = 0; turns < 120; turns += 3) {
        bench at;
        at.change("POST", builds, source);
        at.play("heroku build cancel acme-staging", turns);
        const played end = at.play("heroku build cancel acme-staging");
        ASSERT_NE(end.text().find(" is cancelled"), std::string::npos) << turns << end.text();
        ASSERT_EQ(state_of_build(at), "failed") << turns;
    }
}

} // namespace
} // namespace chatops::operations
