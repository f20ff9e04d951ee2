#include "chatops/core/sleep.hpp"
#include "chatops/sim/timeline.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <string>

namespace chatops::sim {
namespace {

constexpr time_point noon{std::chrono::hours(12)};

TEST(timeline, events_happen_by_time_and_then_in_the_order_of_planning) {
    timeline time(noon);
    std::string order;
    time.after(duration(20), [&] { order += 'c'; });
    time.after(duration(10), [&] { order += 'a'; });
    time.after(duration(10), [&] { order += 'b'; });
    while (time.happen_next(noon + duration(100))) {
    }
    EXPECT_EQ(order, "abc");
    EXPECT_EQ(time.now(), noon + duration(100));
}

TEST(timeline, nothing_happens_after_the_limit) {
    timeline time(noon);
    bool happened = false;
    time.after(duration(50), [&] { happened = true; });
    EXPECT_FALSE(time.happen_next(noon + duration(49)));
    EXPECT_FALSE(happened);
    EXPECT_EQ(time.now(), noon + duration(49));
    EXPECT_EQ(time.next(), noon + duration(50));
}

TEST(timeline, what_is_forgotten_does_not_happen) {
    timeline time(noon);
    bool happened = false;
    time.forget(time.after(duration(1), [&] { happened = true; }));
    EXPECT_FALSE(time.happen_next(noon + duration(10)));
    EXPECT_FALSE(happened);
}

TEST(timeline, an_event_planned_in_the_past_happens_now) {
    timeline time(noon);
    time.at(noon - duration(5), [] {});
    EXPECT_TRUE(time.happen_next(noon));
    EXPECT_EQ(time.now(), noon);
}

TEST(process_clock, a_sleeping_coroutine_wakes_at_its_time) {
    timeline time(noon);
    asio::io_context io(1);
    process_clock clock(time, io.get_executor());
    bool woke = false;
    const auto sleep = [&]() -> asio::awaitable<void> {
        co_await sleep_for(clock, duration(1'000));
        woke = true;
    };
    asio::co_spawn(io, sleep(), asio::detached);
    io.poll();
    EXPECT_TRUE(time.happen_next(noon + duration(2'000)));
    EXPECT_FALSE(woke) << "only the executor runs coroutines";
    io.restart();
    io.poll();
    EXPECT_TRUE(woke);
    EXPECT_EQ(time.now(), noon + duration(1'000));
}

TEST(process_clock, its_end_takes_its_timers_and_their_coroutines_along) {
    timeline time(noon);
    asio::io_context io(1);
    auto guard = std::make_shared<int>(0);
    {
        process_clock clock(time, io.get_executor());
        const auto sleep = [](chatops::clock& of, std::shared_ptr<int>) -> asio::awaitable<void> {
            co_await sleep_for(of, duration(1'000));
        };
        asio::co_spawn(io, sleep(clock, guard), asio::detached);
        io.poll();
        EXPECT_EQ(guard.use_count(), 2);
    }
    // Asio unwinds a coroutine through its executor.
    io.restart();
    io.poll();
    EXPECT_EQ(guard.use_count(), 1);
    EXPECT_FALSE(time.happen_next(noon + duration(2'000)));
}

} // namespace
} // namespace chatops::sim
