#include "chatops/native/signals.hpp"
#include "tests/native/loop.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace {

using namespace chatops;
using native::testing::loop;

TEST(signals, ask_once_for_the_end) {
    for (const int number : {SIGINT, SIGTERM}) {
        loop turning;
        int asked = 0;
        const native::end_signals listening(turning.io, [&] { ++asked; });
        std::raise(number);
        EXPECT_EQ(asked, 0) << "called from inside the signal";
        turning.until([&] { return asked == 1; });
    }
}

TEST(signals, are_not_listened_to_any_more_after_the_first) {
    EXPECT_EXIT(
        {
            loop turning;
            bool is_asked = false;
            const native::end_signals listening(turning.io, [&] { is_asked = true; });
            std::raise(SIGTERM);
            turning.until([&] { return is_asked; });
            std::raise(SIGTERM);
        },
        ::testing::KilledBySignal(SIGTERM), "");
}

TEST(signals, keep_nobody_waiting_who_stops_listening) {
    loop turning;
    {
        const native::end_signals listening(turning.io, [] {});
    }
    turning.io.run();
}

TEST(signals, leave_a_closed_pipe_to_the_write) {
    loop turning;
    const native::end_signals listening(turning.io, [] {});
    std::raise(SIGPIPE);
}

TEST(signals, ask_for_a_new_look_at_the_files_as_often_as_they_come) {
    loop turning;
    int asked = 0;
    {
        const native::reload_signal listening(turning.io, [&] { ++asked; });
        for (int times = 1; times <= 3; ++times) {
            std::raise(SIGHUP);
            turning.until([&] { return asked == times; });
        }
    }
    turning.io.run();
    EXPECT_EQ(asked, 3);
}

} // namespace
