// Issues that are watched: what opens, is acknowledged or ends comes into the thread until somebody
// stops it. And what a form and a terminal offer of New Relic's things.
#include "chatops/sim/completion.hpp"
#include "tests/support/thread_story.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace chatops {
namespace {

using namespace std::chrono_literals;
using support::has;
using support::story;

class newrelic_watch_story : public support::thread_story {
  public:
    using thread_story::thread_story;

    /// Opens an issue of an application, and says its short id.
    std::string opens(const std::string& title, const std::string& app = "acme",
                      const std::string& priority = "CRITICAL") {
        const auto made = control("newrelic", "/_mock/issues",
                                  {{"app", app}, {"title", title}, {"priority", priority}});
        return std::string(made.at("issueId").as_string());
    }
    void ends(const std::string& issue) {
        control("newrelic", "/_mock/issues", {{"close", issue}});
    }
    [[nodiscard]] std::vector<std::string> completed(std::string_view line) {
        std::vector<std::string> texts;
        for (const line::completion& each : sim::complete(world.simulation(), line).items)
            texts.push_back(each.text);
        return texts;
    }
};

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(newrelic_watch_scenario, what_becomes_of_issues_comes_into_the_thread_until_it_is_stopped) {
    newrelic_watch_story s;
    s.opens("Before");
    s.lead.says("newrelic watch --app acme");
    s.passes(25s);
    EXPECT_TRUE(has(s.anchor(), "Following issues of acme: the lines are in the thread"))
        << s.anchor();
    const std::string id = s.opens("Disk is full");
    s.opens("Elsewhere", "globex");
    s.passes(45s);
    const std::string short_id = id.substr(0, 8);
    EXPECT_TRUE(has(s.thread(), "opened        " + short_id + "  critical  Disk is full (acme)"))
        << s.thread();
    s.lead.says("newrelic issue acknowledge " + short_id);
    s.passes(45s);
    EXPECT_TRUE(has(s.thread(), "acknowledged  " + short_id)) << s.thread();
    s.lead.says("newrelic issue unacknowledge " + short_id);
    s.passes(45s);
    EXPECT_TRUE(has(s.thread(), "given back    " + short_id)) << s.thread();
    s.ends(id);
    s.passes(45s);
    EXPECT_TRUE(has(s.thread(), "closed        " + short_id)) << s.thread();
    EXPECT_FALSE(has(s.thread(), "Before")) << "it is no news";
    EXPECT_FALSE(has(s.thread(), "Elsewhere"));
    s.lead.clicks("Stop");
    EXPECT_TRUE(has(s.anchor(), "4 lines in the thread")) << s.anchor();
    EXPECT_TRUE(has(s.anchor(), "Stopped by lead.")) << s.anchor();
    s.opens("After");
    s.passes(1min);
    EXPECT_FALSE(has(s.thread(), "After"));
}

TEST(newrelic_watch_scenario, only_those_that_matter_so_much_are_told) {
    newrelic_watch_story s;
    s.lead.says("newrelic watch --priority critical");
    s.passes(25s);
    s.opens("Queue is long", "acme", "LOW");
    s.opens("Disk is full");
    s.passes(45s);
    EXPECT_TRUE(has(s.thread(), "Disk is full")) << s.thread();
    EXPECT_FALSE(has(s.thread(), "Queue is long")) << s.thread();
}

TEST(newrelic_watch_scenario, it_ends_by_itself_when_its_time_is_up) {
    newrelic_watch_story s;
    s.lead.says("newrelic watch --for 1m");
    s.passes(70s);
    EXPECT_TRUE(has(s.anchor(), "Watched issues for 1 min: 0 lines in the thread")) << s.anchor();
    EXPECT_TRUE(has(s.anchor(), "Its time was up.")) << s.anchor();
}

TEST(newrelic_watch_scenario, nothing_is_missed_or_told_twice_while_new_relic_does_not_answer) {
    newrelic_watch_story s;
    s.lead.says("newrelic watch");
    s.passes(25s);
    story::provider newrelic{s, "newrelic"};
    for (int i = 0; i < 12; ++i) newrelic.fails("POST /graphql", "timeout");
    s.opens("In the dark");
    s.passes(20min);
    EXPECT_EQ(count_of(s.thread(), "In the dark"), 1U) << s.thread();
    s.lead.clicks("Stop");
    EXPECT_TRUE(has(s.anchor(), "Stopped by lead.")) << s.anchor();
}

TEST(newrelic_watch_scenario, a_bot_that_was_killed_goes_on_and_says_what_may_be_missing) {
    newrelic_watch_story s;
    s.lead.says("newrelic watch");
    s.passes(25s);
    s.bot_crashes();
    s.passes(25s);
    s.opens("Afterwards");
    s.passes(45s);
    EXPECT_TRUE(has(s.thread(), "I was restarted")) << s.thread();
    EXPECT_TRUE(has(s.thread(), "Afterwards")) << s.thread();
}

TEST(newrelic_watch_scenario, slack_never_has_to_refuse_however_much_comes) {
    newrelic_watch_story s;
    s.lead.says("newrelic watch --for 5m");
    s.passes(25s);
    for (int i = 0; i < 120; ++i) s.opens("Trouble " + std::to_string(i) + " of many");
    s.passes(6min);
    EXPECT_TRUE(has(s.anchor(), "120 lines in the thread")) << s.anchor();
    s.expect_no_refusal();
}

TEST(newrelic_watch_scenario, an_application_that_is_not_there_is_said_at_once) {
    newrelic_watch_story s;
    s.lead.says("newrelic watch --app acne");
    s.passes(5s);
    EXPECT_TRUE(has(s.anchor(), "There is no application")) << s.anchor();
}

// ---- what is offered while a line is typed, or a form is filled in

TEST(newrelic_suggestions_scenario, applications_and_policies_are_offered_and_chosen) {
    newrelic_watch_story s;
    s.lead.says("/ops newrelic chart");
    s.lead.types("app", "");
    EXPECT_EQ(s.lead.sees_offered("app"),
              "acme, acme-staging, globex, globex-staging, initech, initech-staging");
    s.lead.fills({{"app", "acme"}, {"for", "3h"}});
    s.bot.answers("acme in the last 3 h: ");
    s.lead.says("/ops newrelic conditions");
    s.lead.types("policy", "glo");
    // What was typed may be a name, too.
    EXPECT_EQ(s.lead.sees_offered("policy"), "globex production, glo");
    s.lead.fills({{"policy", "globex production"}});
    s.bot.answers("3 conditions of the alert policy globex production");
}

TEST(newrelic_suggestions_scenario, open_issues_and_muting_rules_are_offered) {
    newrelic_watch_story s;
    const std::string id = s.opens("Disk is full").substr(0, 8);
    s.passes(1min);
    s.lead.says("/ops newrelic issue acknowledge");
    s.lead.types("issue", id.substr(0, 5));
    EXPECT_EQ(s.lead.sees_offered("issue").substr(0, 8), id);
    s.lead.fills({{"issue", id}});
    s.bot.answers("Acknowledged " + id + " (Disk is full)");
    s.lead.says("/ops newrelic muting remove");
    s.lead.types("rule", "");
    EXPECT_EQ(s.lead.sees_offered("rule"), "Staging may break");
}

TEST(newrelic_suggestions_scenario, a_terminal_completes_names_and_words) {
    newrelic_watch_story s;
    EXPECT_EQ(s.completed("newrelic chart glob"),
              (std::vector<std::string>{"globex", "globex-staging"}));
    EXPECT_EQ(s.completed("newrelic issues --priority cri"),
              (std::vector<std::string>{"critical"}));
    const std::vector<std::string> policies = s.completed("newrelic conditions \"acme");
    EXPECT_EQ(policies.size(), 1U);
    const std::string id = s.opens("Disk is full").substr(0, 8);
    s.passes(1min);
    const std::vector<std::string> issues = s.completed("newrelic issue show ");
    EXPECT_NE(std::find(issues.begin(), issues.end(), id), issues.end());
}

} // namespace
} // namespace chatops
