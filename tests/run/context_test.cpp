#include "chatops/run/context.hpp"
#include "tests/support/run_bench.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

using support::ending;
using support::failure_text;
using support::plant_client;
using support::reading;
using support::run_bench;

using lines = std::vector<std::string>;

asio::awaitable<std::string> look_and_set(context& ctx) {
    const reading before =
        co_await ctx.observe("before", [&](plant_client& plant) { return plant.look(); });
    const reading after =
        co_await ctx.set("scale", [&](plant_client& plant) { return plant.set(3); });
    co_return std::to_string(before.quantity) + " to " + std::to_string(after.quantity);
}

asio::awaitable<std::string> restart_once(context& ctx) {
    const reading done = co_await ctx.once(
        "restart", [&](plant_client& plant) { return plant.restart(); },
        [&](plant_client& plant, time_point since) { return plant.find(since); });
    co_return "restarted " + std::to_string(done.quantity);
}

TEST(context, steps_are_recorded_as_they_happen) {
    run_bench bench;
    EXPECT_EQ(bench.play(look_and_set).text, "1 to 3");
    EXPECT_EQ(bench.journal_lines(), (lines{"accepted ", "recorded before", "recorded scale"}));
}

TEST(context, a_replay_returns_what_was_recorded_and_asks_nobody) {
    run_bench bench;
    bench.play(look_and_set);
    bench.state.quantity = 99;
    EXPECT_EQ(bench.play(look_and_set).text, "1 to 3");
    EXPECT_EQ(bench.state.looks, 1);
    EXPECT_EQ(bench.state.sets, 1);
}

TEST(context, wherever_it_is_cut_off_it_comes_to_the_same_end) {
    for (int turns = 0; turns < 60; ++turns) {
        run_bench bench;
        bench.play(look_and_set, turns);
        EXPECT_EQ(bench.play(look_and_set).text, "1 to 3") << turns;
        EXPECT_EQ(bench.state.quantity, 3) << turns;
    }
}

TEST(context, a_command_that_only_reads_records_nothing_and_is_run_again_whole) {
    run_bench bench;
    bench.keeps_records = false;
    const auto read = [](context& ctx) -> asio::awaitable<std::string> {
        const reading now =
            co_await ctx.observe("now", [&](plant_client& plant) { return plant.look(); });
        co_return std::to_string(now.quantity);
    };
    EXPECT_EQ(bench.play(read).text, "1");
    bench.state.quantity = 2;
    EXPECT_EQ(bench.play(read).text, "2");
    EXPECT_EQ(bench.journal_lines(), (lines{"accepted "}));
}

TEST(context, a_refusal_is_recorded_like_an_answer) {
    run_bench bench;
    bench.state.refuse = true;
    EXPECT_EQ(failure_text(bench.play(look_and_set).failure), "No such plant");
    const ending again = bench.play(look_and_set);
    EXPECT_EQ(failure_text(again.failure), "No such plant");
    EXPECT_EQ(bench.state.sets, 0) << "the replay takes the same branch";
    try {
        std::rethrow_exception(again.failure);
    } catch (const provider_error& refused) {
        EXPECT_EQ(refused.status(), 422);
        EXPECT_EQ(refused.id(), "refused");
        EXPECT_EQ(refused.request_id(), "req-1");
    }
}

TEST(context, once_says_that_it_begins_before_it_acts) {
    run_bench bench;
    EXPECT_EQ(bench.play(restart_once).text, "restarted 1");
    EXPECT_EQ(bench.journal_lines(), (lines{"accepted ", "begun restart", "recorded restart"}));
}

TEST(context, once_never_acts_twice_wherever_it_is_cut_off) {
    int questions = 0;
    for (int turns = 0; turns < 60; ++turns) {
        run_bench bench;
        bench.play(restart_once, turns);
        ending end = bench.play(restart_once);
        if (end.waits) {
            // Begun, and no trace of it: only a person can say that it did not happen.
            ++questions;
            EXPECT_EQ(bench.state.restarts, 0) << turns;
            bench.answer(end.asked, "again");
            end = bench.play(restart_once);
        }
        EXPECT_EQ(end.text, "restarted 1") << turns;
        EXPECT_EQ(bench.state.restarts, 1) << turns;
    }
    EXPECT_GT(questions, 0);
}

TEST(context, a_time_out_inside_once_means_unknown_and_it_looks) {
    run_bench bench;
    bench.state.silent_after = true;
    EXPECT_EQ(bench.play(restart_once).text, "restarted 1");
    EXPECT_EQ(bench.state.restarts, 1);
}

TEST(context, a_look_repeats_until_the_provider_has_had_time_to_show_it) {
    run_bench bench;
    bench.state.silent_after = true;
    bench.state.visible = false;
    bench.world_time.after(std::chrono::seconds(5), [&] { bench.state.visible = true; });
    EXPECT_EQ(bench.play(restart_once).text, "restarted 1");
    EXPECT_EQ(bench.state.restarts, 1);
}

TEST(context, where_nobody_can_know_a_person_is_asked_and_each_answer_counts_once) {
    run_bench bench;
    bench.state.silent_before = true;
    ending end = bench.play(restart_once);
    ASSERT_TRUE(end.waits);
    EXPECT_EQ(end.asked, "restart?1.1");
    EXPECT_EQ(bench.play(restart_once).asked, "restart?1.1")
        << "asked once, however often replayed";

    bench.answer("restart?1.1", "look");
    end = bench.play(restart_once);
    ASSERT_TRUE(end.waits);
    EXPECT_EQ(end.asked, "restart?1.2");

    bench.state.silent_before = true;
    bench.answer("restart?1.2", "again");
    end = bench.play(restart_once);
    ASSERT_TRUE(end.waits) << "the second try is a question of its own";
    EXPECT_EQ(end.asked, "restart?2.1");

    bench.answer("restart?2.1", "stop");
    end = bench.play(restart_once);
    EXPECT_EQ(failure_text(end.failure),
              "nobody could tell whether 'restart' happened, and it was left so");
    EXPECT_EQ(bench.state.restarts, 0);
}

TEST(context, a_refused_once_is_a_failure_and_no_riddle) {
    run_bench bench;
    bench.state.refuse = true;
    EXPECT_EQ(failure_text(bench.play(restart_once).failure), "No such plant");
    EXPECT_EQ(failure_text(bench.play(restart_once).failure), "No such plant");
    EXPECT_EQ(bench.state.restarts, 0);
}

asio::awaitable<std::string> set_then_fail(context& ctx) {
    ctx.undo("first", 10, [](plant_client& plant, const int& was) { return plant.put(was); });
    co_await ctx.set("first", [&](plant_client& plant) { return plant.set(2); });
    ctx.undo("second", 20, [](plant_client& plant, const int& was) { return plant.put(was); });
    co_await ctx.set("second", [&](plant_client& plant) { return plant.set(3); });
    support::the_plant()->refuse = true;
    co_await ctx.set("third", [&](plant_client& plant) { return plant.set(4); });
    co_return "done";
}

TEST(context, what_was_done_is_put_back_last_first) {
    run_bench bench;
    const ending end = bench.play(set_then_fail);
    EXPECT_EQ(failure_text(end.failure), "No such plant");
    EXPECT_EQ(bench.state.deeds, (lines{"set 2", "set 3", "put 20", "put 10"}));
    EXPECT_EQ(bench.state.quantity, 10);
}

TEST(context, putting_back_goes_on_after_a_crash_and_does_nothing_twice) {
    for (int turns = 20; turns < 120; ++turns) {
        run_bench bench;
        bench.play(set_then_fail, turns);
        bench.state.refuse = false;
        bench.play(set_then_fail);
        EXPECT_EQ(bench.state.quantity, 10) << turns;
    }
}

asio::awaitable<std::string> three_at_once(context& ctx) {
    const std::vector<std::string> keys{"a", "b", "c"};
    auto each = [&](context& branch, const std::string& key) -> asio::awaitable<reading> {
        if (key == "b") support::the_plant()->refuse = true;
        reading done =
            co_await branch.set("set", [&](plant_client& plant) { return plant.set(5); });
        co_return done;
    };
    auto outcomes = co_await ctx.all("each", keys, each);
    std::string text;
    for (auto& each_outcome : outcomes) text += each_outcome.failed() ? "failed " : "done ";
    co_return text;
}

TEST(context, a_branch_that_fails_cuts_no_other_short) {
    run_bench bench;
    EXPECT_EQ(bench.play(three_at_once).text, "done failed done ");
    EXPECT_EQ(bench.state.sets, 2);
    const auto journal = bench.journal_lines();
    EXPECT_NE(std::find(journal.begin(), journal.end(), "recorded each/c/set"), journal.end());
}

TEST(context, branches_are_known_by_their_keys_on_replay) {
    run_bench bench;
    bench.play(three_at_once);
    EXPECT_EQ(bench.play(three_at_once).text, "done failed done ");
    EXPECT_EQ(bench.state.sets, 2);
}

TEST(context, a_wait_ends_when_it_is_so_and_is_not_repeated) {
    run_bench bench;
    const auto wait = [](context& ctx) -> asio::awaitable<std::string> {
        co_await ctx.until("up", [&](plant_client& plant) { return plant.ready(); });
        co_return "up";
    };
    EXPECT_EQ(bench.play(wait).text, "up");
    EXPECT_EQ(bench.state.looks, 3);
    EXPECT_EQ(bench.play(wait).text, "up");
    EXPECT_EQ(bench.state.looks, 3);
}

TEST(context, a_wait_that_reaches_its_limit_gives_up_for_good) {
    run_bench bench;
    const auto wait = [](context& ctx) -> asio::awaitable<std::string> {
        support::the_plant()->looks = -1'000;
        co_await ctx.until(
            "up", [&](plant_client& plant) { return plant.ready(); }, std::chrono::minutes(2));
        co_return "up";
    };
    EXPECT_EQ(failure_text(bench.play(wait).failure), "waited 2 minutes for 'up'");
    EXPECT_EQ(failure_text(bench.play(wait).failure), "waited 2 minutes for 'up'");
}

TEST(context, a_sleep_ends_at_its_hour_whatever_crashed_meanwhile) {
    run_bench bench;
    const time_point began = bench.world_time.now();
    const auto nap = [](context& ctx) -> asio::awaitable<std::string> {
        co_await ctx.sleep("nap", std::chrono::minutes(5));
        co_return "awake";
    };
    bench.play(nap, 8);
    bench.world_time.happen_next(began + std::chrono::minutes(3));
    EXPECT_EQ(bench.play(nap).text, "awake");
    EXPECT_LT(bench.world_time.now(), began + std::chrono::minutes(5) + std::chrono::seconds(1));
}

TEST(context, a_question_ends_the_run_and_its_answer_goes_on) {
    run_bench bench;
    const auto ask = [](context& ctx) -> asio::awaitable<std::string> {
        reply shown = reply::neutral("Red or blue?");
        shown.buttons = {{"", "red", "Red"}, {"", "blue", "Blue"}};
        std::string colour = co_await ctx.ask("colour", std::move(shown));
        co_return "it is " + colour;
    };
    EXPECT_EQ(bench.play(ask).asked, "colour");
    bench.answer("colour", "blue");
    bench.answer("colour", "red");
    EXPECT_EQ(bench.play(ask).text, "it is blue") << "the first answer counts";
}

TEST(context, two_steps_of_one_name_are_an_authors_mistake) {
    run_bench bench;
    const auto twice = [](context& ctx) -> asio::awaitable<std::string> {
        co_await ctx.set("same", [&](plant_client& plant) { return plant.set(1); });
        co_await ctx.set("same", [&](plant_client& plant) { return plant.set(2); });
        co_return "";
    };
    EXPECT_NE(failure_text(bench.play(twice).failure).find("have the name 'same'"),
              std::string::npos);
}

TEST(context, a_changed_program_is_noticed_at_the_first_name_that_differs) {
    run_bench bench;
    bench.play(look_and_set);
    const auto changed = [](context& ctx) -> asio::awaitable<std::string> {
        co_await ctx.observe("before", [&](plant_client& plant) { return plant.look(); });
        co_await ctx.set("resize", [&](plant_client& plant) { return plant.set(3); });
        co_return "";
    };
    EXPECT_EQ(failure_text(bench.play(changed).failure),
              "the journal has 'scale' where the program has 'resize'");
    EXPECT_EQ(bench.state.sets, 1);
}

TEST(context, a_program_that_forgot_a_step_leaves_its_record_unused) {
    run_bench bench;
    bench.play(look_and_set);
    const auto shorter = [](context& ctx) -> asio::awaitable<std::string> {
        co_await ctx.observe("before", [&](plant_client& plant) { return plant.look(); });
        co_return "short";
    };
    EXPECT_EQ(bench.play(shorter).text, "short (unused: scale)");
}

asio::awaitable<std::string> set_twice(context& ctx) {
    ctx.undo("first", 1, [](plant_client& plant, const int& was) { return plant.put(was); });
    co_await ctx.set("first", [&](plant_client& plant) { return plant.set(2); });
    co_await ctx.set("second", [&](plant_client& plant) { return plant.set(3); });
    co_return "";
}

TEST(context, a_cancelled_run_ends_at_its_next_step_and_puts_back) {
    run_bench bench;
    for (int turns = 0; bench.journal_lines().back() != "recorded first"; ++turns)
        bench.play(set_twice, turns);
    bench.append(journal::kind::cancelled, {}, "lead");
    for (int times = 0; times < 2; ++times) {
        const ending end = bench.play(set_twice);
        EXPECT_EQ(failure_text(end.failure), "cancelled");
        EXPECT_EQ(bench.state.quantity, 1);
    }
}

asio::awaitable<std::string> restart_then_set(context& ctx) {
    const auto act = [&](plant_client& plant) { return plant.restart(); };
    const auto find = [&](plant_client& plant, time_point since) { return plant.find(since); };
    co_await ctx.once("restart", act, find);
    co_await ctx.set("after", [&](plant_client& plant) { return plant.set(7); });
    co_return "";
}

TEST(context, a_cancelled_run_finds_out_what_became_of_a_step_that_had_begun) {
    run_bench bench;
    // What a process leaves that is killed between the effect and its record.
    bench.append(journal::kind::begun, "restart", R"("2024-01-01T00:00:00.000Z")");
    bench.state.restarts = 1;
    bench.append(journal::kind::cancelled, {}, "lead");
    EXPECT_EQ(failure_text(bench.play(restart_then_set).failure), "cancelled");
    EXPECT_EQ(bench.journal_lines().back(), "recorded restart");
    EXPECT_EQ(bench.state.restarts, 1);
    EXPECT_EQ(bench.state.quantity, 1) << "nothing after it";
}

TEST(context, a_cancelled_run_asks_nobody) {
    run_bench bench;
    bench.append(journal::kind::cancelled, {}, "lead");
    const auto asking = [](context& ctx) -> asio::awaitable<std::string> {
        std::string choice = co_await ctx.ask("sure", reply::neutral("Sure?"));
        co_return choice;
    };
    const ending end = bench.play(asking);
    EXPECT_FALSE(end.waits);
    EXPECT_EQ(failure_text(end.failure), "cancelled");
}

TEST(context, what_was_cut_off_before_its_record_is_put_back_too) {
    int acted_without_a_record = 0;
    for (int turns = 0; turns < 60; ++turns) {
        run_bench bench;
        bench.play(set_twice, turns);
        if (bench.journal_lines().back() == "recorded second") break;
        acted_without_a_record +=
            bench.state.quantity == 2 && bench.journal_lines().back() != "recorded first";
        bench.append(journal::kind::cancelled, {}, "lead");
        bench.play(set_twice);
        EXPECT_EQ(bench.state.quantity, 1) << turns;
    }
    EXPECT_GT(acted_without_a_record, 0);
}

TEST(context, a_provider_that_is_not_configured_is_named) {
    run_bench bench;
    bench.configuration.providers.clear();
    EXPECT_EQ(failure_text(bench.play(look_and_set).failure),
              "the configuration has no [providers.plant]");
}

} // namespace
} // namespace chatops
