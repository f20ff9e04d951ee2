// Turns: as often as Slack allows, each channel for itself, and none after a refusal.
#include "chatops/core/limits.hpp"
#include "chatops/slack/rate_limiter.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

constexpr time_point start{std::chrono::hours(1'000)};

duration wait(rate_limiter& limiter, std::string_view method, std::string_view channel,
              time_point now = start) {
    return *limiter.take(method, channel, now) - now;
}

TEST(rate_limiter, gives_one_post_a_second_in_a_channel) {
    rate_limiter limiter;
    EXPECT_EQ(wait(limiter, "chat.postMessage", "C1"), duration(0));
    EXPECT_EQ(wait(limiter, "chat.postMessage", "C1"), duration(1'000));
    EXPECT_EQ(wait(limiter, "chat.postMessage", "C1"), duration(2'000));
    EXPECT_EQ(wait(limiter, "chat.postMessage", "C2"), duration(0)) << "another channel";
    EXPECT_EQ(wait(limiter, "chat.update", "C1"), duration(0)) << "another method";
    EXPECT_EQ(wait(limiter, "chat.postMessage", "C1", start + duration(10'000)), duration(0));
}

TEST(rate_limiter, tolerates_a_burst_and_then_a_tiers_rate) {
    rate_limiter limiter;
    for (int i = 0; i < 10; ++i) EXPECT_EQ(wait(limiter, "chat.update", ""), duration(0)) << i;
    EXPECT_EQ(wait(limiter, "chat.update", ""), duration(1'200));
    EXPECT_EQ(wait(limiter, "chat.update", ""), duration(2'400));
}

TEST(rate_limiter, never_exceeds_a_tier_over_a_minute_but_for_the_burst) {
    for (const char* const method :
         {"chat.update", "conversations.history", "auth.test", "unknown.method"}) {
        rate_limiter limiter;
        const rate allowed = rates_of(method).whole;
        std::int64_t turns = 0;
        while (*limiter.take(method, "", start) < start + std::chrono::minutes(1)) ++turns;
        EXPECT_EQ(turns, allowed.per_minute + allowed.at_once - 1) << method;
    }
}

TEST(rate_limiter, makes_only_the_refused_channel_wait) {
    rate_limiter limiter;
    limiter.take("chat.postMessage", "C1", start);
    limiter.refuse("chat.postMessage", "C1", start + duration(30'000));
    EXPECT_TRUE(limiter.is_refused("chat.postMessage", "C1", start));
    EXPECT_FALSE(limiter.is_refused("chat.postMessage", "C2", start));
    EXPECT_FALSE(limiter.is_refused("chat.update", "C1", start));
    EXPECT_FALSE(limiter.is_refused("chat.postMessage", "C1", start + duration(30'000)));
    EXPECT_EQ(wait(limiter, "chat.postMessage", "C1"), duration(30'000));
    EXPECT_EQ(wait(limiter, "chat.postMessage", "C1"), duration(31'000));
    EXPECT_EQ(wait(limiter, "chat.postMessage", "C2"), duration(0));
    EXPECT_EQ(wait(limiter, "chat.update", "C1"), duration(0));
}

TEST(rate_limiter, after_a_refusal_allows_no_burst) {
    rate_limiter limiter;
    limiter.refuse("chat.update", "C1", start + duration(5'000));
    EXPECT_EQ(wait(limiter, "chat.update", "C1"), duration(5'000));
    EXPECT_EQ(wait(limiter, "chat.update", "C1"), duration(6'200));
}

TEST(rate_limiter, forgets_channels_that_are_quiet) {
    rate_limiter limiter;
    for (std::size_t i = 0; i < 3 * limits::slack_rate_queues; ++i)
        limiter.take("chat.postMessage", "C" + std::to_string(i),
                     start + duration(static_cast<std::int64_t>(i)));
    EXPECT_LE(limiter.size(), limits::slack_rate_queues);
    // Those that still wait are kept.
    EXPECT_GT(limiter.size(), 900u);
}

TEST(rate_limiter, keeps_a_turn_for_others_when_it_comes_too_late_for_one) {
    rate_limiter limiter;
    const time_point soon = start + std::chrono::seconds(2);
    int turns = 0;
    while (limiter.take("chat.postMessage", "C1", start, soon)) ++turns;
    EXPECT_EQ(turns, 3) << "now, in a second, in two";
    for (int i = 0; i < 1'000; ++i)
        EXPECT_FALSE(limiter.take("chat.postMessage", "C1", start, soon));
    EXPECT_EQ(*limiter.take("chat.postMessage", "C1", start) - start, std::chrono::seconds(3));
}

} // namespace
} // namespace chatops::slack
