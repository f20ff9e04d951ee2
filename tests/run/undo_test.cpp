// What puts things back, and when it is not needed.
#include "tests/support/run_bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops {
namespace {

using support::failure_text;
using support::plant_client;
using support::reading;
using support::run_bench;
using lines = std::vector<std::string>;

asio::awaitable<std::string> set_with_undo(context& ctx) {
    ctx.undo("set", 10, [](plant_client& plant, const int& was) { return plant.put(was); });
    co_await ctx.set("set", [&](plant_client& plant) { return plant.set(2); });
    co_return "done";
}

TEST(context, what_was_refused_is_not_put_back) {
    run_bench bench;
    bench.state.refuse = true;
    for (int times = 0; times < 2; ++times) {
        EXPECT_EQ(failure_text(bench.play(set_with_undo).failure), "No such plant");
        EXPECT_EQ(bench.state.deeds, lines());
    }
}

TEST(context, what_may_have_happened_is_put_back) {
    run_bench bench;
    bench.state.silent_after = true;
    for (int times = 0; times < 2; ++times) {
        EXPECT_EQ(failure_text(bench.play(set_with_undo).failure), "no answer");
        EXPECT_EQ(bench.state.deeds, (lines{"set 2", "put 10"})) << "once, also in a replay";
    }
}

TEST(context, what_a_crash_has_cut_off_is_put_back_when_the_run_is_cancelled_then) {
    run_bench bench;
    for (int turns = 0; bench.state.deeds.empty(); ++turns) bench.play(set_with_undo, turns);
    ASSERT_EQ(bench.journal_lines().back(), "accepted ") << "it is not recorded yet";
    bench.append(journal::kind::cancelled, {}, "lead");
    EXPECT_EQ(failure_text(bench.play(set_with_undo).failure), "cancelled");
    EXPECT_EQ(bench.state.deeds, (lines{"set 2", "put 10"}));
}

TEST(context, in_a_branch_only_what_that_branch_changed_is_put_back) {
    run_bench bench;
    const auto both = [](context& ctx) -> asio::awaitable<std::string> {
        const std::vector<std::string> keys{"a", "b"};
        auto each = [&](context& branch, const std::string& key) -> asio::awaitable<reading> {
            branch.undo("set", key == "a" ? 10 : 20,
                        [](plant_client& plant, const int& was) { return plant.put(was); });
            if (key == "b") support::the_plant()->refuse = true;
            reading done =
                co_await branch.set("set", [&](plant_client& plant) { return plant.set(5); });
            co_return done;
        };
        auto outcomes = co_await ctx.all("each", keys, each);
        for (auto& outcome : outcomes) outcome.take();
        co_return "done";
    };
    EXPECT_EQ(failure_text(bench.play(both).failure), "No such plant");
    EXPECT_EQ(bench.state.deeds, (lines{"set 5", "put 10"}));
}

} // namespace
} // namespace chatops
