// The bot's page: what waits for whom, what goes on, and buttons that work as in the channel.
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

using support::has;
using support::story;

TEST(home_scenario, shows_what_one_may_run) {
    story s;
    s.lead.opens_home();
    EXPECT_TRUE(has(s.lead.home(), "help heroku"));
    s.guest.opens_home();
    EXPECT_FALSE(has(s.guest.home(), "help heroku"));
    EXPECT_TRUE(has(s.guest.home(), "need rights that you do not have"));
    EXPECT_EQ(s.dev.home(), "null") << "nobody's page is made before it is opened";
}

TEST(home_scenario, a_question_waits_there_for_its_asker_alone) {
    story s;
    s.lead.opens_home();
    s.dev.opens_home();
    s.lead.says("heroku rollback acme");
    EXPECT_TRUE(has(s.lead.home(), "Roll acme back to v4?"));
    EXPECT_TRUE(has(s.lead.home(), "lead: heroku rollback acme"));
    EXPECT_FALSE(has(s.dev.home(), "Confirm"));
}

TEST(home_scenario, its_buttons_answer_and_are_gone_then) {
    story s;
    s.lead.opens_home();
    s.lead.says("heroku rollback acme");
    s.lead.clicks("Confirm");
    EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 1);
    EXPECT_FALSE(has(s.lead.home(), "Roll acme back to v4?"));
}

TEST(home_scenario, after_a_restart_it_knows_what_waits) {
    story s;
    s.lead.says("heroku rollback acme");
    s.bot_crashes();
    s.world.simulation().settle();
    s.lead.opens_home();
    EXPECT_TRUE(has(s.lead.home(), "Roll acme back to v4?"));
}

TEST(home_scenario, what_others_do_is_named_without_its_values) {
    story s;
    s.pm.opens_home();
    s.lead.begins_to_say("heroku scale acme web=3 --wait");
    bool seen = false;
    const time_point ends = s.world.simulation().now() + std::chrono::hours(1);
    while (s.world.simulation().settle_step(ends)) {
        seen = seen || has(s.pm.home(), "lead: heroku scale");
        EXPECT_FALSE(has(s.pm.home(), "web=3"));
    }
    EXPECT_TRUE(seen);
    EXPECT_FALSE(has(s.pm.home(), "lead: heroku scale")) << "it has ended";
}

} // namespace
} // namespace chatops
