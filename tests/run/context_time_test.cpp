// A run's own time: by it a command decides, so a replay must see the same.
#include "chatops/core/time.hpp"
#include "chatops/run/context.hpp"
#include "tests/support/run_bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops {
namespace {

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

} // namespace
} // namespace chatops
