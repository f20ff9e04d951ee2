// News of errors: what is new or came back comes into the thread until somebody stops it.
#include "tests/support/thread_story.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

using namespace std::chrono_literals;
using support::has;
using support::story;

class sentry_watch_story : public support::thread_story {
  public:
    using thread_story::thread_story;

    /// An error happens at Sentry.
    void happens(const std::string& value, const std::string& project = "acme") {
        control("sentry", "/_mock/events",
                {{"project", project}, {"type", "Error"}, {"value", value}});
    }
    void happens_again(const std::string& short_id) {
        control("sentry", "/_mock/events", {{"issue", short_id}});
    }
};

TEST(sentry_watch_scenario, news_come_into_the_thread_until_somebody_stops_it) {
    sentry_watch_story s;
    s.happens("before");
    s.lead.says("sentry watch acme");
    s.passes(15s);
    EXPECT_TRUE(has(s.anchor(), "Following new errors of acme: the lines are in the thread"))
        << s.anchor();
    s.happens("boom");
    s.happens("elsewhere", "globex");
    s.happens_again("ACME-1");
    s.passes(20s);
    EXPECT_TRUE(has(s.thread(), "new        ACME-4  error  Error: boom  (1 time)")) << s.thread();
    s.lead.says("sentry issue resolve ACME-1");
    s.passes(15s);
    s.happens_again("ACME-1");
    s.passes(20s);
    EXPECT_TRUE(has(s.thread(), "came back  ACME-1  error  NoMethodError")) << s.thread();
    EXPECT_FALSE(has(s.thread(), "before"));
    EXPECT_FALSE(has(s.thread(), "elsewhere"));
    EXPECT_EQ(s.in_threads().size(), 2U) << s.thread();
    s.lead.clicks("Stop");
    EXPECT_TRUE(has(s.anchor(), "2 issues in the thread")) << s.anchor();
    EXPECT_TRUE(has(s.anchor(), "Stopped by lead.")) << s.anchor();
    s.happens("after");
    s.passes(1min);
    EXPECT_FALSE(has(s.thread(), "after"));
}

TEST(sentry_watch_scenario, what_came_back_is_told_again_only_when_it_comes_back_again) {
    sentry_watch_story s;
    s.lead.says("sentry watch");
    s.passes(15s);
    for (int times = 1; times <= 2; ++times) {
        s.lead.says("sentry issue resolve ACME-1");
        s.passes(15s);
        for (int i = 0; i < 3; ++i) {
            s.happens_again("ACME-1");
            s.passes(15s);
        }
        EXPECT_EQ(s.in_threads().size(), static_cast<std::size_t>(times)) << s.thread();
    }
}

TEST(sentry_watch_scenario, it_ends_by_itself_when_its_time_is_up) {
    sentry_watch_story s;
    s.lead.says("sentry watch --for 1m");
    s.passes(70s);
    EXPECT_TRUE(has(s.anchor(), "Watched for new errors for 1 min: 0 issues in the thread"))
        << s.anchor();
    EXPECT_TRUE(has(s.anchor(), "Its time was up.")) << s.anchor();
}

TEST(sentry_watch_scenario, nothing_is_missed_while_sentry_does_not_answer) {
    sentry_watch_story s;
    s.lead.says("sentry watch acme");
    s.passes(15s);
    story::provider sentry{s, "sentry"};
    for (int i = 0; i < 12; ++i) sentry.fails("GET /api/0/organizations/agency/issues/", "timeout");
    s.happens("in the dark");
    s.passes(15min);
    EXPECT_TRUE(has(s.thread(), "Error: in the dark")) << s.thread();
    s.lead.clicks("Stop");
    EXPECT_TRUE(has(s.anchor(), "1 issue in the thread")) << s.anchor();
}

TEST(sentry_watch_scenario, slack_never_has_to_refuse_however_much_comes) {
    sentry_watch_story s;
    s.lead.says("sentry watch acme --for 5m");
    s.passes(15s);
    for (int i = 0; i < 250; ++i) s.happens("error " + std::to_string(i) + " of many");
    s.passes(1min);
    for (int i = 250; i < 260; ++i) s.happens("error " + std::to_string(i) + " of many");
    s.passes(5min);
    EXPECT_TRUE(has(s.anchor(), "260 issues in the thread")) << s.anchor();
    s.expect_no_refusal();
}

TEST(sentry_watch_scenario, a_bot_that_was_killed_goes_on_and_says_what_may_be_missing) {
    sentry_watch_story s;
    s.lead.says("sentry watch acme");
    s.passes(15s);
    s.bot_crashes();
    s.passes(15s);
    s.happens("afterwards");
    s.passes(20s);
    EXPECT_TRUE(has(s.thread(), "I was restarted")) << s.thread();
    EXPECT_TRUE(has(s.thread(), "Error: afterwards")) << s.thread();
}

TEST(sentry_watch_scenario,
     a_project_that_is_not_there_and_a_search_that_is_none_are_said_at_once) {
    sentry_watch_story s;
    s.lead.says("sentry watch acne");
    s.passes(5s);
    EXPECT_TRUE(has(s.anchor(), "There is no project acne")) << s.anchor();
    sentry_watch_story t;
    t.lead.says("sentry watch acme --query is:broken");
    t.passes(5s);
    EXPECT_TRUE(has(t.anchor(), "Invalid value for \\\"is\\\" search")) << t.anchor();
}

// ---- what a form offers while it is filled in

TEST(sentry_suggestions_scenario, issues_people_and_teams_are_offered) {
    story s;
    s.lead.says("/ops sentry issue assign");
    s.lead.types("issue", "");
    EXPECT_EQ(s.lead.sees_offered("issue"), "ACME-1, INITECH-2, GLOBEX-1, ACME-2, INITECH-1");
    s.lead.types("to", "");
    EXPECT_EQ(s.lead.sees_offered("to"),
              "lead@agency.example, dev@agency.example, pm@agency.example, team:backend, "
              "team:office, nobody");
    s.lead.fills({{"issue", "ACME-1"}, {"to", "team:backend"}});
    s.bot.answers("ACME-1 is assigned to team backend");
}

TEST(sentry_suggestions_scenario, releases_and_environments_are_offered) {
    story s;
    s.lead.says("/ops sentry deploy create");
    s.lead.types("release", "acme");
    EXPECT_EQ(s.lead.sees_offered("release").substr(0, 22), "acme@1.4.0, acme@1.3.0");
    s.lead.types("environment", "");
    EXPECT_EQ(s.lead.sees_offered("environment"), "production, staging");
}

} // namespace
} // namespace chatops
