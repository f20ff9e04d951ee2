// Heroku's commands as someone types them, with crashes at every turn and faults at every request.
#include "chatops/line/parse_as.hpp"
#include "chatops/operations/heroku/restart.hpp"
#include "chatops/operations/heroku/rollback.hpp"
#include "chatops/operations/heroku/scale.hpp"
#include "tests/operations/heroku_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using command_bench = support::heroku_bench;
using support::cells;
using support::played;

// ---- what one sees

TEST(heroku_apps, lists_what_the_account_sees) {
    command_bench bench;
    const played seen = bench.play("heroku apps");
    EXPECT_EQ(seen.text(), "2 applications");
    EXPECT_EQ(cells(seen.answer), "acme-staging | open | 2024-02-28 12:00 | us | \n"
                                  "brix | open | 2024-02-28 12:00 | eu | \n");
}

TEST(heroku_apps, lists_those_with_a_part_of_the_name) {
    command_bench bench;
    EXPECT_EQ(bench.play("heroku apps acme").text(), "1 application with “acme” in the name");
    const played none = bench.play("heroku apps globex");
    EXPECT_EQ(none.text(), "0 applications with “globex” in the name");
    EXPECT_TRUE(none.answer.parts.empty());
}

TEST(heroku_ps, says_whether_it_is_well) {
    command_bench bench;
    const played well = bench.play("heroku ps acme-staging");
    EXPECT_EQ(well.text(), "acme-staging: all 3 dynos are up (web 2, worker 1)");
    EXPECT_EQ(well.answer.how, tone::good);
    EXPECT_EQ(cells(well.answer).substr(0, 25), "web.1 | up | 24 h | Stand");
    EXPECT_EQ(bench.play("heroku ps brix").text(), "brix: 1 dyno is up (web 1)");
    bench.play("heroku scale acme-staging web=4");
    const played growing = bench.play("heroku ps acme-staging");
    EXPECT_EQ(growing.text(), "acme-staging: 3 of 5 dynos are up (web 4, worker 1)");
    EXPECT_EQ(growing.answer.how, tone::warning);
}

TEST(heroku_ps, sees_crashes_and_silence) {
    mocks::heroku::seed given = mocks::agency_account();
    given.apps[0].formation[0].command = "exit 1";
    command_bench bench(given);
    bench.play("heroku restart acme-staging");
    bench.pass(30s);
    const played crashed = bench.play("heroku ps acme-staging");
    EXPECT_EQ(crashed.text(), "acme-staging: 1 of 3 dynos is up (web 2, worker 1)");
    EXPECT_EQ(crashed.answer.how, tone::bad);
}

TEST(heroku_ps, of_what_nobody_has_is_refused) {
    command_bench bench;
    EXPECT_EQ(bench.play("heroku ps globex").text(), "Couldn't find that app.");
}

// ---- scale

TEST(heroku_scale, says_what_was_and_what_is) {
    command_bench bench;
    EXPECT_EQ(bench.play("heroku scale acme-staging web=3").text(), "acme-staging: web 2 → 3");
}

TEST(heroku_scale, changes_several_and_their_sizes) {
    command_bench bench;
    const played done = bench.play("heroku scale acme-staging web=1:standard-2x worker=0");
    EXPECT_EQ(done.text(), "acme-staging: web 2 × Standard-1X → 1 × Standard-2X, worker 1 → 0");
    const auto& change = std::get<change_part>(done.answer.parts.at(0));
    EXPECT_EQ(change.lines.size(), 2u);
}

TEST(heroku_scale, says_so_when_nothing_differs) {
    command_bench bench;
    const played same = bench.play("heroku scale acme-staging web=2");
    EXPECT_EQ(same.text(), "acme-staging runs that already: web 2, worker 1");
    EXPECT_EQ(same.answer.how, tone::neutral);
}

TEST(heroku_scale, waits_until_all_is_up) {
    command_bench bench;
    EXPECT_EQ(bench.play("heroku scale acme-staging web=3 --wait").text(),
              "acme-staging: web 2 → 3, and all is up");
    EXPECT_GE(bench.world_time.now() - bench.start, 5s) << "the mock's dynos take that long";
}

TEST(heroku_scale, does_not_guess_which_of_two_is_meant) {
    EXPECT_EQ(line::parse<heroku_scale>("acme-staging web=3 worker=1 web=4").error().message,
              "formation: “web=4” is about what is given already. Give it once.");
}

TEST(heroku_scale, tells_why_it_was_refused) {
    command_bench bench;
    EXPECT_EQ(bench.play("heroku scale acme-staging cron=1").text(),
              "Couldn't find that process type (cron).");
}

// ---- restart

TEST(heroku_restart, restarts_all_or_those_that_are_named) {
    command_bench bench;
    EXPECT_EQ(bench.play("heroku restart acme-staging").text(),
              "Restarted 3 dynos of acme-staging; it takes a moment until they are up");
    command_bench web;
    EXPECT_EQ(web.play("heroku restart acme-staging web --wait").text(),
              "Restarted 2 dynos of acme-staging (web), and all is up");
    command_bench one;
    EXPECT_EQ(one.play("heroku restart acme-staging web.2").text(),
              "Restarted 1 dyno of acme-staging (web.2); it takes a moment until they are up");
}

TEST(heroku_restart, knows_what_there_is_to_restart) {
    command_bench bench;
    const played missing = bench.play("heroku restart acme-staging web.7");
    EXPECT_EQ(missing.text(), "acme-staging has no dyno web.7");
    EXPECT_FALSE(cells(missing.answer).empty()) << "those that there are";
    EXPECT_EQ(bench.sent("DELETE"), 0);
}

heroku::dyno dyno_of(std::string id, std::string name, int created_s) {
    heroku::dyno made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.created_at = time_point(std::chrono::seconds(created_s));
    return made;
}

TEST(were_restarted, is_true_only_of_all_and_only_since_then) {
    const std::vector<heroku::dyno> before{dyno_of("a", "web.1", 10), dyno_of("b", "web.2", 10)};
    const time_point since{std::chrono::seconds(100)};
    const auto later = [&](heroku::dyno first, heroku::dyno second) {
        return were_restarted(before, {std::move(first), std::move(second)}, since);
    };
    EXPECT_TRUE(later(dyno_of("c", "web.1", 101), dyno_of("d", "web.2", 101)));
    EXPECT_TRUE(later(dyno_of("c", "web.1", 100), dyno_of("d", "web.2", 100)))
        << "Heroku's clock shows whole seconds";
    EXPECT_FALSE(later(dyno_of("c", "web.1", 101), dyno_of("b", "web.2", 10)))
        << "web.1 started anew by itself";
    EXPECT_FALSE(later(dyno_of("c", "web.1", 50), dyno_of("d", "web.2", 50)))
        << "somebody else restarted them before";
    EXPECT_FALSE(were_restarted(before, before, since));
    EXPECT_TRUE(were_restarted(before, {dyno_of("c", "web.1", 101)}, since))
        << "web.2 was scaled away meanwhile";
    EXPECT_FALSE(were_restarted(before, {}, since)) << "then nobody can know";
}

// ---- rollback

TEST(heroku_rollback, goes_back_to_the_release_before_or_to_the_one_named) {
    command_bench bench;
    const played asks = bench.play("heroku rollback acme-staging");
    EXPECT_EQ(asks.shown.title, "Roll acme-staging back to v3?");
    EXPECT_EQ(support::fact_of(asks.shown, "Runs now"),
              "v4 by ops@agency.example, 2024-02-28 12:00: Deploy 5e6f7a8b");
    EXPECT_EQ(support::fact_of(asks.shown, "Then again"),
              "v3 by ops@agency.example, 2024-02-27 12:00: Deploy 1a2b3c4d");
    const played done = bench.play_and_confirm("heroku rollback acme-staging");
    EXPECT_EQ(done.text(), "acme-staging goes back to v3, as v5");
    command_bench named;
    EXPECT_EQ(named.play_and_confirm("heroku rollback acme-staging v3 --wait").text(),
              "acme-staging runs v3 again, as v5");
    EXPECT_NE(named.state().find(R"(5 "Rollback to v3" "succeeded")"), std::string::npos);
}

TEST(heroku_rollback, does_not_guess_after_a_rollback) {
    mocks::heroku::seed given = mocks::agency_account();
    given.apps[0].releases.push_back({.description = "Rollback to v3", .ago = 1h});
    command_bench bench(given);
    const played unsure = bench.play("heroku rollback acme-staging");
    EXPECT_EQ(unsure.text(), "acme-staging stays as it is: v5 is itself a rollback. Say which "
                             "release you want");
    EXPECT_NE(cells(unsure.answer).find("Deploy 5e6f7a8b"), std::string::npos);
    EXPECT_EQ(bench.sent("POST"), 0);
}

TEST(heroku_rollback, to_what_runs_changes_nothing) {
    command_bench bench;
    const played same = bench.play("heroku rollback acme-staging v4");
    EXPECT_EQ(same.answer.how, tone::neutral);
    EXPECT_EQ(bench.sent("POST"), 0);
}

TEST(heroku_rollback, is_refused_where_there_was_no_code) {
    command_bench bench;
    EXPECT_EQ(bench.play("heroku rollback acme-staging v1").text(),
              "acme-staging stays as it is: v1 by ops@agency.example, 2024-02-26 12:00: Initial "
              "release cannot be gone back to");
    command_bench another;
    EXPECT_EQ(another.play("heroku rollback acme-staging v99").text(),
              "Couldn't find that release.");
}

heroku::release release_of(int version, std::string description, int created_s = 10) {
    heroku::release made;
    made.version = version;
    made.description = std::move(description);
    made.status = "succeeded";
    made.created_at = time_point(std::chrono::seconds(created_s));
    return made;
}

TEST(one_before, passes_over_what_failed_and_what_has_no_code) {
    std::vector<heroku::release> newest{release_of(5, "Deploy e"), release_of(4, "Deploy d"),
                                        release_of(3, "Set A config vars"),
                                        release_of(2, "Deploy b"), release_of(1, "Initial")};
    EXPECT_EQ(one_before(newest)->version, 4);
    newest[1].status = "failed";
    newest[2].eligible_for_rollback = false;
    EXPECT_EQ(one_before(newest)->version, 2);
    newest[0].status = "failed";
    newest[2].current = true;
    EXPECT_EQ(current_of(newest)->version, 3);
    EXPECT_EQ(one_before(newest)->version, 2);
    newest.erase(newest.begin() + 3, newest.end());
    EXPECT_EQ(one_before(newest), nullptr);
    EXPECT_EQ(one_before({}), nullptr);
}

TEST(find_rollback, knows_ours_from_others) {
    const time_point since{std::chrono::seconds(100)};
    const heroku::release to = release_of(3, "Deploy c");
    const auto found = [&](heroku::release newest) {
        return find_rollback({std::move(newest), to}, to, 5, since) != nullptr;
    };
    EXPECT_TRUE(found(release_of(6, "Rollback to v3", 100)));
    EXPECT_FALSE(found(release_of(6, "Rollback to v3", 99))) << "an earlier one";
    EXPECT_FALSE(found(release_of(5, "Rollback to v3", 100))) << "it was there before";
    EXPECT_FALSE(found(release_of(6, "Rollback to v31", 100)));
    EXPECT_FALSE(found(release_of(6, "Deploy x", 100)));
}

// ---- crashes: killed after every turn, and started again

struct calm_end {
    std::string answer;
    std::string state;
    int turns = 0;
};

calm_end played_calmly(const std::string& line) {
    command_bench bench;
    const played end = bench.play(line);
    bench.pass(1min);
    return {end.text(), bench.state(), end.turns};
}

/// Plays it again until it has ended; asked whether the effect happened, one looks and says the
/// truth.
played play_on(command_bench& bench, const std::string& line, std::string_view effect) {
    played end = bench.play(line);
    for (int questions = 0; !end.asked.empty() && questions < 3; ++questions) {
        EXPECT_EQ(bench.sent(effect), 0) << "it happened, and was not found";
        bench.answer(end.asked, "again");
        end = bench.play(line);
    }
    return end;
}

TEST(crashed, twice_restart_still_happens_once) {
    const std::string line = "heroku restart acme-staging web";
    const calm_end calm = played_calmly(line);
    for (int first = 0; first <= calm.turns; first += 3)
        for (int second = 0; second <= calm.turns; second += 2) {
            command_bench bench;
            bench.play(line, first);
            bench.play(line, second);
            const played end = play_on(bench, line, "DELETE");
            EXPECT_EQ(end.text(), calm.answer) << first << ", " << second;
            EXPECT_EQ(bench.sent("DELETE"), 1) << first << ", " << second;
        }
}

// ---- trouble: the effect's request meets every fault

TEST(troubled, restart_that_a_person_leaves_is_told_as_unknown) {
    command_bench bench;
    bench.trouble(R"([{"match":{"method":"DELETE","path":"*"},"kind":"reset_before"}])");
    const std::string line = "heroku restart acme-staging";
    const played unsure = bench.play(line);
    ASSERT_FALSE(unsure.asked.empty());
    bench.answer(unsure.asked, "stop");
    EXPECT_EQ(bench.play(line).text(),
              "nobody could tell whether 'restart' happened, and it was left so");
    EXPECT_EQ(bench.sent("DELETE"), 1);
}

} // namespace
} // namespace chatops::operations
