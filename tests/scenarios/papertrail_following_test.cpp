// Logs at Papertrail that are followed: every line comes into the thread, however many there are.
#include "tests/support/thread_story.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace chatops {
namespace {

using namespace std::chrono_literals;
using support::has;
using support::story;

class papertrail_story : public support::thread_story {
  public:
    using thread_story::thread_story;

    void writes(const std::string& text, const std::string& system = "acme-web-1") {
        control("papertrail", "/_mock/events",
                {{"text", text}, {"system", system}, {"program", "rails"}});
    }
    /// From now on, each line says `request` and its number.
    void comes(int lines_a_second) {
        control("papertrail", "/_mock/rate",
                {{"lines_a_second", lines_a_second}, {"text", "request"}});
    }
    /// How often each line that was written can be read: the least and the most.
    [[nodiscard]] std::pair<int, int> times_read(int written) {
        std::vector<int> times(static_cast<std::size_t>(written) + 1, 0);
        const std::string all = all_read();
        constexpr std::string_view mark = ": request ";
        for (auto at = all.find(mark); at != std::string::npos; at = all.find(mark, at + 1)) {
            const auto number =
                static_cast<std::size_t>(std::stoi(all.substr(at + mark.size(), 9)));
            if (number < times.size()) ++times[number];
        }
        return {*std::min_element(times.begin() + 1, times.end()),
                *std::max_element(times.begin() + 1, times.end())};
    }
};

TEST(papertrail_following, lines_come_into_the_thread_until_somebody_stops_it) {
    papertrail_story s;
    s.comes(0);
    s.lead.says("papertrail tail --system acme-web-1");
    s.passes(5s);
    EXPECT_TRUE(has(s.anchor(), "Following the log of acme-web-1: the lines are in the thread"))
        << s.anchor();
    const std::size_t before = s.in_threads().size();
    s.writes("one\ntwo");
    s.writes("another's", "globex-web-1");
    s.passes(5s);
    EXPECT_EQ(s.in_threads().size(), before + 1) << "two lines at once are one message";
    EXPECT_TRUE(has(s.in_threads().back(), "acme-web-1 rails: one\\n")) << s.thread();
    s.lead.clicks("Stop");
    EXPECT_TRUE(has(s.anchor(), "Followed the log of acme-web-1")) << s.anchor();
    EXPECT_TRUE(has(s.anchor(), "Stopped by lead.")) << s.anchor();
    s.writes("after");
    s.passes(1min);
    EXPECT_FALSE(has(s.thread(), "after"));
    EXPECT_FALSE(has(s.thread(), "another's"));
}

TEST(papertrail_following, ends_by_itself_when_its_time_is_up) {
    papertrail_story s;
    s.lead.says("papertrail tail boom --for 1m");
    s.passes(30s);
    s.writes("boom 1");
    s.passes(40s);
    EXPECT_TRUE(has(s.thread(), "boom 1")) << s.thread();
    EXPECT_TRUE(has(s.anchor(), "for 1 min: 1 line in the thread")) << s.anchor();
    EXPECT_TRUE(has(s.anchor(), "Its time was up.")) << s.anchor();
}

TEST(papertrail_following, five_hundred_lines_a_second_are_all_there_and_slack_never_refuses) {
    papertrail_story s;
    s.comes(0);
    s.lead.says("papertrail tail request --for 2m");
    s.passes(5s);
    s.comes(500);
    s.passes(80s);
    s.comes(0);
    constexpr int written = 500 * 80;
    s.passes(1min);
    EXPECT_EQ(s.times_read(written), std::pair(1, 1)) << "each line once";
    EXPECT_TRUE(has(s.anchor(), std::to_string(written) + " lines")) << s.anchor();
    // Neither Slack nor Papertrail.
    s.expect_no_refusal();
    EXPECT_LT(s.in_threads().size(), 25U) << "fewer and larger pieces";
}

TEST(papertrail_following, no_line_is_lost_while_papertrail_does_not_answer) {
    papertrail_story s;
    s.comes(0);
    s.lead.says("papertrail tail request --for 2m");
    s.passes(5s);
    s.comes(100);
    story::provider papertrail{s, "papertrail"};
    papertrail.fails("GET /api/v1/events/search.json", "reset_before");
    s.passes(20s);
    papertrail.fails("GET /api/v1/events/search.json", "timeout");
    s.passes(20s);
    s.comes(0);
    s.passes(90s);
    EXPECT_EQ(s.times_read(4'000), std::pair(1, 1));
}

TEST(papertrail_following, what_a_program_wrote_obeys_nobody) {
    papertrail_story s;
    s.comes(0);
    s.lead.says("papertrail tail");
    s.passes(5s);
    s.writes("<!channel> <@U0LEAD0001> ``` *bold* \x1b[31mred\x1b[0m \x07 & <https://x|y>");
    s.passes(5s);
    const std::string last = s.in_threads().back();
    EXPECT_FALSE(has(last, "<!channel>")) << last;
    EXPECT_FALSE(has(last, "\x1b")) << last;
    EXPECT_TRUE(has(last, "red")) << last;
    s.lead.clicks("Stop");
}

TEST(papertrail_following, a_bot_that_was_killed_goes_on_and_says_what_may_be_missing) {
    papertrail_story s;
    s.comes(0);
    s.lead.says("papertrail tail --for 5m");
    s.passes(5s);
    s.bot_crashes();
    s.writes("two");
    s.passes(10s);
    EXPECT_TRUE(has(s.thread(), "I was restarted: lines may be missing here")) << s.thread();
    EXPECT_TRUE(has(s.thread(), "acme-web-1 rails: two")) << s.thread();
    s.lead.clicks("Stop");
    EXPECT_TRUE(has(s.anchor(), "Stopped by lead.")) << s.anchor();
}

TEST(papertrail_following, a_group_that_is_gone_ends_it_in_papertrails_words) {
    papertrail_story s;
    s.lead.says("papertrail tail --group Databases --for 5m");
    s.passes(5s);
    s.lead.says("papertrail group destroy Databases");
    s.lead.clicks("Destroy this group");
    s.passes(1min);
    EXPECT_TRUE(has(s.anchor(), "Group not found")) << s.anchor();
}

TEST(papertrail_following, what_is_no_search_is_said_at_once) {
    papertrail_story s;
    s.lead.says("papertrail tail \"(a\"");
    s.passes(5s);
    EXPECT_TRUE(has(s.anchor(), "there is a ( without its )")) << s.anchor();
    EXPECT_TRUE(s.in_threads().empty());
}

TEST(papertrail_following, how_long_is_bounded) {
    papertrail_story s;
    s.lead.says("papertrail tail --for 1s");
    s.bot.answers("a span of time from 10s to 2h");
}

} // namespace
} // namespace chatops
