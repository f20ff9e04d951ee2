#include "chatops/native/system_clock.hpp"
#include "tests/native/loop.hpp"

#include <gtest/gtest.h>

namespace {

using namespace chatops;
using native::testing::loop;

class system_clock : public ::testing::Test {
  protected:
    std::function<void()> note(std::string word) {
        return [this, word = std::move(word)] { called.push_back(word); };
    }

    loop turning;
    native::system_clock time{turning.io};
    std::vector<std::string> called;
};

TEST_F(system_clock, tells_the_systems_time) {
    const auto before = std::chrono::floor<duration>(std::chrono::system_clock::now());
    const time_point now = time.now();
    EXPECT_LE(before, now);
    EXPECT_LE(now, std::chrono::system_clock::now());
}

TEST_F(system_clock, calls_in_the_order_of_time_and_not_before_it) {
    const time_point start = time.now();
    time.call_at(start + duration(30), note("third"));
    time.call_at(start + duration(10), note("first"));
    time.call_at(start + duration(10), note("second"));
    turning.until([&] { return called.size() == 3; });
    EXPECT_EQ(called, (std::vector<std::string>{"first", "second", "third"}));
    EXPECT_GE(time.now(), start + duration(30));
}

TEST_F(system_clock, never_calls_from_inside_call_at) {
    time.call_at(time.now() - duration(1'000), note("past"));
    EXPECT_TRUE(called.empty());
    turning.until([&] { return called.size() == 1; });
}

TEST_F(system_clock, forgets) {
    const auto forgotten = time.call_at(time.now(), note("forgotten"));
    time.call_at(time.now() + duration(5), note("kept"));
    time.forget(forgotten);
    time.forget(forgotten);
    time.forget(999);
    turning.until([&] { return !called.empty(); });
    EXPECT_EQ(called, std::vector<std::string>{"kept"});
}

TEST_F(system_clock, forgets_what_is_due_at_the_same_time) {
    const time_point when = time.now();
    clock::timer second = 0;
    time.call_at(when, [&] {
        called.push_back("first");
        time.forget(second);
    });
    second = time.call_at(when, note("second"));
    time.call_at(when, note("third"));
    turning.until([&] { return called.size() == 2; });
    EXPECT_EQ(called, (std::vector<std::string>{"first", "third"}));
}

TEST_F(system_clock, lets_others_work_when_a_call_renews_itself) {
    std::function<void()> again = [&] { time.call_at(time.now(), again); };
    again();
    bool is_posted = false;
    asio::post(turning.io, [&] { is_posted = true; });
    turning.until([&] { return is_posted; });
}

TEST_F(system_clock, goes_on_after_a_call_that_throws) {
    time.call_at(time.now(), [] { throw std::runtime_error("a programmer's error"); });
    time.call_at(time.now(), note("next"));
    EXPECT_THROW(turning.io.run(), std::runtime_error);
    turning.until([&] { return called.size() == 1; });
}

TEST_F(system_clock, leaves_nothing_to_wait_for_once_all_is_called) {
    time.call_at(time.now(), note("only"));
    const auto far = time.call_at(time.now() + std::chrono::hours(1), note("far"));
    time.forget(far);
    turning.io.run();
    EXPECT_EQ(called, std::vector<std::string>{"only"});
}

TEST(system_clock_end, forgets_what_is_pending) {
    loop turning;
    bool is_called = false;
    {
        native::system_clock time(turning.io);
        time.call_at(time.now(), [&] { is_called = true; });
    }
    turning.io.run();
    EXPECT_FALSE(is_called);
}

} // namespace
