// A log that is followed: its lines come into the thread until somebody stops it.
#include "tests/support/thread_story.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace chatops {
namespace {

using namespace std::chrono_literals;
using support::has;
using support::story;

class following_story : public support::thread_story {
  public:
    using thread_story::thread_story;

    void writes(const std::string& text, const std::string& app = "acme-staging") {
        control("heroku", "/_mock/log", {{"app", app}, {"text", text}});
    }
    /// Begins, and has come to wait for lines.
    void follows(const std::string& options = {}) {
        lead.says("heroku logs acme-staging --tail" + options);
        passes(5s);
    }
    /// How many lines with that text people can read.
    [[nodiscard]] std::size_t lines_shown(const std::string& text) {
        const std::string all = all_read();
        std::size_t count = 0;
        for (auto at = all.find(text); at != std::string::npos; at = all.find(text, at + 1))
            ++count;
        return count;
    }
};

TEST(following_scenario, lines_come_into_the_thread_until_somebody_stops_it) {
    following_story s;
    s.writes("before");
    s.follows();
    EXPECT_TRUE(has(s.anchor(), "Following the log of acme-staging: the lines are in the thread"))
        << s.anchor();
    EXPECT_TRUE(has(s.thread(), "web.1: before")) << s.thread();
    s.writes("one\ntwo");
    s.writes("another's", "globex");
    s.passes(5s);
    EXPECT_TRUE(has(s.in_threads().back(), "web.1: one\\n")) << s.thread();
    EXPECT_EQ(s.in_threads().size(), 2U) << "two lines at once are one message";
    s.lead.clicks("Stop");
    EXPECT_TRUE(has(s.anchor(), "3 lines in the thread")) << s.anchor();
    EXPECT_TRUE(has(s.anchor(), "Stopped by lead.")) << s.anchor();
    EXPECT_FALSE(has(s.anchor(), "\"Stop\""));
    s.writes("after");
    s.passes(1min);
    EXPECT_FALSE(has(s.thread(), "after"));
    EXPECT_FALSE(has(s.thread(), "another's"));
}

TEST(following_scenario, it_ends_by_itself_when_its_time_is_up) {
    following_story s;
    s.lead.says("heroku logs acme-staging --tail --for 1m");
    s.passes(59s);
    EXPECT_TRUE(has(s.anchor(), "Following")) << s.anchor();
    s.passes(5s);
    EXPECT_TRUE(has(s.anchor(), "for 1 min")) << s.anchor();
    EXPECT_TRUE(has(s.anchor(), "Its time was up.")) << s.anchor();
}

TEST(following_scenario, it_ends_when_its_run_is_cancelled) {
    following_story s;
    s.dev.says("heroku logs acme-staging --tail");
    s.passes(5s);
    s.lead.says("runs --all --open");
    s.bot.answers("heroku logs");
    const std::string run = s.world.simulation().journal().events().front().run.text;
    s.lead.says("cancel " + run);
    EXPECT_TRUE(has(s.anchor(), "Cancelled by lead")) << s.anchor();
    s.writes("after");
    s.passes(10s);
    EXPECT_FALSE(has(s.thread(), "after"));
}

TEST(following_scenario, much_at_once_is_a_file_and_no_line_is_lost) {
    following_story s;
    s.follows();
    std::string lines;
    for (int i = 0; i < 400; ++i) lines += "line " + std::to_string(i) + " of many\n";
    s.writes(lines);
    s.passes(10s);
    EXPECT_TRUE(has(s.in_threads().back(), "400 lines until")) << s.thread();
    EXPECT_EQ(s.lines_shown(" of many"), 400U);
    s.lead.clicks("Stop");
    EXPECT_TRUE(has(s.anchor(), "400 lines in the thread")) << s.anchor();
}

TEST(following_scenario, slack_never_has_to_refuse_however_much_comes) {
    following_story s;
    s.lead.says("heroku logs acme-staging --tail --for 2m");
    int written = 0;
    for (int second = 0; second < 100; ++second) {
        std::string lines;
        for (int i = 0; i < 500; ++i) lines += "line " + std::to_string(written++) + "\n";
        s.writes(lines);
        s.passes(1s);
    }
    s.passes(1min);
    EXPECT_EQ(s.lines_shown("web.1: line "), static_cast<std::size_t>(written));
    EXPECT_TRUE(has(s.anchor(), std::to_string(written) + " lines")) << s.anchor();
    s.expect_no_refusal();
    EXPECT_LT(s.in_threads().size(), 20U) << "fewer and larger pieces";
}

TEST(following_scenario, a_bot_that_was_killed_goes_on_and_says_what_may_be_missing) {
    following_story s;
    s.lead.says("heroku logs acme-staging --tail");
    s.writes("one");
    s.passes(5s);
    s.bot_crashes();
    s.writes("two");
    s.passes(10s);
    EXPECT_TRUE(has(s.thread(), "I was restarted: lines may be missing here")) << s.thread();
    EXPECT_TRUE(has(s.thread(), "web.1: two")) << s.thread();
    EXPECT_EQ(s.bot.messages() - static_cast<int>(s.in_threads().size()), 1) << "one message";
    s.lead.clicks("Stop");
    EXPECT_TRUE(has(s.anchor(), "Stopped by lead.")) << s.anchor();
}

TEST(following_scenario, a_press_that_was_taken_counts_whenever_the_bot_is_killed_after_it) {
    int taken = 0;
    for (int steps = 0; steps < 40; ++steps) {
        following_story s;
        s.follows();
        s.lead.begins_to_click("Stop");
        for (int i = 0; i < steps; ++i)
            s.world.simulation().settle_step(s.world.simulation().now() + 1s);
        const auto& events = s.world.simulation().journal().events();
        const bool is_taken = std::any_of(events.begin(), events.end(), [](const auto& each) {
            return each.what == journal::kind::answered;
        });
        s.bot_crashes();
        s.passes(10s);
        taken += is_taken ? 1 : 0;
        EXPECT_EQ(has(s.anchor(), "Stopped by lead."), is_taken) << "killed after step " << steps;
    }
    EXPECT_GT(taken, 5);
}

TEST(following_scenario, an_application_that_is_gone_ends_it) {
    following_story s;
    s.follows();
    s.lead.says("heroku app destroy acme-staging");
    s.lead.clicks("Destroy acme-staging");
    s.passes(1min);
    EXPECT_TRUE(has(s.anchor(), "acme-staging")) << s.anchor();
    EXPECT_FALSE(has(s.anchor(), "Following the log of acme-staging: the lines")) << s.anchor();
}

TEST(following_scenario, a_message_without_an_answer_is_sent_again) {
    following_story s;
    s.follows();
    story::provider slack{s, "slack"};
    slack.fails("POST /api/chat.postMessage", "reset_before");
    s.writes("one");
    s.passes(30s);
    EXPECT_TRUE(has(s.thread(), "web.1: one")) << s.thread();
}

TEST(following_scenario, how_long_is_bounded) {
    following_story s;
    s.lead.says("heroku logs acme-staging --tail --for 1s");
    s.bot.answers("a span of time from 10s to 2h");
}

} // namespace
} // namespace chatops
