// Forms in a whole conversation: sent once, twice, and to a bot that dies.
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

using support::story;

int events(const story& s, journal::kind what) {
    int count = 0;
    for (const auto& each : s.world.simulation().journal().events())
        count += each.what == what ? 1 : 0;
    return count;
}

using form_scenario = support::story_over_both_ways;

TEST_P(form_scenario, what_is_filled_in_runs_as_if_typed) {
    s.lead.says("/ops heroku scale acme");
    EXPECT_NE(s.lead.modal().find("\"value\":\"acme\""), std::string::npos);
    EXPECT_EQ(events(s, journal::kind::accepted), 0) << "nothing happens before it is sent";
    s.lead.fills({{"formation", "web=3 worker=2"}});
    EXPECT_EQ(s.lead.modal(), "null");
    s.heroku.has("acme", "web", 3);
    s.heroku.has("acme", "worker", 2);
    s.bot.answers("lead: heroku scale acme web=3 worker=2");
}

TEST_P(form_scenario, a_mistake_is_shown_at_its_field_and_can_be_mended) {
    s.lead.says("/ops heroku scale");
    s.lead.fills({{"app", "acme"}, {"formation", "web=many"}});
    EXPECT_NE(s.lead.modal().find("\"errors\":{\"formation\":"), std::string::npos)
        << s.lead.modal();
    EXPECT_EQ(events(s, journal::kind::accepted), 0);
    s.lead.fills({{"app", "acme"}, {"formation", "web=3"}});
    s.heroku.has("acme", "web", 3);
}

TEST_P(form_scenario, a_form_that_comes_twice_runs_once) {
    s.lead.says("/ops heroku scale acme");
    const auto faults = boost::json::parse(
        R"([{"match":"/slack/interactive","kind":"duplicate_delivery","count":5}])");
    const http::request put{
        "PUT", "https://slack.com/_mock/faults", {}, boost::json::serialize(faults)};
    const auto answer = s.world.vendors().slack().control(
        put, {s.world.simulation().now(), s.world.simulation().now()});
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->status, 200) << answer->body;
    s.lead.fills({{"formation", "web=3"}});
    s.world.simulation().wait(std::chrono::minutes(7));
    EXPECT_EQ(events(s, journal::kind::accepted), 1);
    EXPECT_EQ(s.bot.messages(), 1);
}

TEST_P(form_scenario, a_form_sent_again_after_a_crash_runs_once) {
    // Killed after every step from the sending on: whoever sees the form still open sends it again.
    for (std::size_t at = 1; at < 60; ++at) {
        story each{settings()};
        each.lead.says("/ops heroku scale acme");
        each.lead.begins_to_fill({{"formation", "web=3"}});
        sim::simulation& world = each.world.simulation();
        const time_point ends = world.now() + std::chrono::hours(1);
        std::size_t steps = 0;
        while (world.settle_step(ends))
            if (++steps == at) each.bot_crashes();
        world.wait(std::chrono::minutes(7));
        if (each.lead.modal() != "null") each.lead.fills({{"formation", "web=3"}});
        EXPECT_EQ(events(each, journal::kind::accepted), 1) << at;
        EXPECT_EQ(events(each, journal::kind::delivered), 1) << at;
        EXPECT_EQ(each.bot.messages(), 1) << at;
        each.heroku.has("acme", "web", 3);
        if (steps < at) break;
    }
}

TEST_P(form_scenario, no_form_for_who_may_not_and_none_for_a_mention) {
    s.guest.says("/ops heroku scale");
    EXPECT_EQ(s.guest.modal(), "null");
    s.bot.answers("needs app");
    s.lead.says("heroku scale");
    EXPECT_EQ(s.lead.modal(), "null");
    s.bot.answers("Usage");
}

TEST_P(form_scenario, where_the_bot_is_not_the_answer_is_in_direct_messages) {
    s.lead.says("/ops heroku ps", "general");
    s.lead.fills({{"app", "acme"}});
    EXPECT_FALSE(s.world.messages("@lead").empty());
}

INSTANTIATE_TEST_SUITE_P(ways, form_scenario, support::both_ways(), support::name_of_way);

} // namespace
} // namespace chatops
