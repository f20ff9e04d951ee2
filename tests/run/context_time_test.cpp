// A run's own time, and what a person confirms: both the same in a replay.
#include "chatops/core/time.hpp"
#include "chatops/run/context.hpp"
#include "chatops/run/explain.hpp"
#include "tests/support/run_bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops {
namespace {

using support::ending;
using support::failure_text;
using support::plant_client;
using support::reading;
using support::run_bench;

std::string minute_of(time_point when) { return format_time(when).substr(11, 5); }

/// The run's own time before, between and in its steps.
asio::awaitable<std::string> tell_times(context& ctx) {
    std::string times = minute_of(ctx.now());
    co_await ctx.sleep("short", std::chrono::minutes(1));
    times += ' ' + minute_of(ctx.now());
    const std::vector<std::string> keys{"1", "3"};
    const auto each = [](context& branch, const std::string& key) -> asio::awaitable<std::string> {
        const std::chrono::minutes how_long(std::stoi(key));
        co_await branch.sleep("nap", how_long);
        co_return minute_of(branch.now());
    };
    const auto told = co_await ctx.all("branches", keys, each);
    for (const auto& one : told) times += ' ' + *one.value;
    times += ' ' + minute_of(ctx.now());
    co_return times;
}

TEST(context, its_own_time_is_the_same_in_a_replay) {
    run_bench bench;
    ASSERT_EQ(minute_of(bench.world_time.now()), "00:00");
    EXPECT_EQ(bench.play(tell_times).text, "00:00 00:01 00:02 00:04 00:04");
    bench.world_time.happen_next(bench.world_time.now() + std::chrono::hours(1));
    EXPECT_EQ(bench.play(tell_times).text, "00:00 00:01 00:02 00:04 00:04");
}

asio::awaitable<std::string> confirm_and_set(context& ctx) {
    const reading seen =
        co_await ctx.observe("before", [&](plant_client& plant) { return plant.look(); });
    co_await ctx.confirm(reply::neutral("Lose " + std::to_string(seen.quantity) + "?"), "Lose it");
    co_await ctx.set("scale", [&](plant_client& plant) { return plant.set(0); });
    co_return "lost";
}

TEST(context, acts_after_a_person_has_confirmed_what_was_shown) {
    run_bench bench;
    bench.must_confirm = true;
    const ending asks = bench.play(confirm_and_set);
    EXPECT_EQ(asks.asked, "@confirm");
    EXPECT_EQ(bench.state.sets, 0);
    EXPECT_EQ(bench.play(confirm_and_set).asked, "@confirm") << "a replay asks nothing else";
    bench.answer("@confirm", "yes");
    EXPECT_EQ(bench.play(confirm_and_set).text, "lost");
    EXPECT_EQ(bench.state.sets, 1);
}

TEST(context, does_nothing_without_a_yes) {
    for (const std::string choice : {"no", "expired"}) {
        run_bench bench;
        bench.must_confirm = true;
        bench.play(confirm_and_set);
        bench.answer("@confirm", choice);
        EXPECT_EQ(outcome_of(bench.play(confirm_and_set).failure), "declined") << choice;
        EXPECT_EQ(bench.state.sets, 0) << choice;
    }
}

TEST(context, refuses_to_act_before_what_was_promised_to_be_confirmed) {
    run_bench bench;
    bench.must_confirm = true;
    const auto rash = [](context& ctx) -> asio::awaitable<std::string> {
        co_await ctx.set("scale", [&](plant_client& plant) { return plant.set(0); });
        co_return "";
    };
    EXPECT_EQ(failure_text(bench.play(rash).failure),
              "the step 'scale' acts before ctx.confirm, which the command promises by "
              "confirms_itself");
    EXPECT_EQ(bench.state.sets, 0);
}

} // namespace
} // namespace chatops
