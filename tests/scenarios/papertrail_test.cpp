// Whole conversations: a person says something in Slack, and something happens at Papertrail.
#include "chatops/sim/completion.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops {
namespace {

using support::has;
using support::story;

std::string completed_at_papertrail(story& told, std::string_view line) {
    std::string texts;
    for (const line::completion& each : sim::complete(told.world.simulation(), line).items)
        texts += (texts.empty() ? "" : " ") + each.text;
    return texts;
}

TEST(papertrail_scenario, names_are_completed_from_what_there_is) {
    story s;
    EXPECT_EQ(completed_at_papertrail(s, "papertrail system show ac"),
              "acme-web-1 acme-db-1 acme-staging-1");
    EXPECT_EQ(completed_at_papertrail(s, "papertrail search boom --group "),
              "\"All Systems\" acme globex initech Databases");
    EXPECT_EQ(completed_at_papertrail(s, "papertrail saved run "),
              "\"Failed requests\" \"Slow queries\"");
    EXPECT_EQ(completed_at_papertrail(s, "papertrail destination destroy "), "39273");
    EXPECT_EQ(completed_at_papertrail(s, "papertrail user remove d"), "dev@agency.example");
}

TEST(papertrail_scenario, a_group_is_made_and_searched) {
    story s;
    s.lead.says("papertrail group create Web --wildcard \"*-web-*\"");
    s.bot.answers("There is a group Web with 3 systems");
    s.lead.says("papertrail search --group Web --limit 5");
    s.bot.answers("5 lines of the group Web");
}

TEST(papertrail_scenario, those_who_only_look_may_search_and_change_nothing) {
    story s;
    s.dev.says("papertrail search --for 1h --limit 3");
    s.bot.answers("3 lines since");
    s.dev.says("papertrail system destroy acme-web-1");
    s.bot.answers("Not allowed");
}

TEST(papertrail_scenario, what_is_lost_is_confirmed_over_a_slash_command) {
    story s;
    s.lead.says("/ops papertrail system destroy acme-staging-1");
    s.bot.answers("Destroy the system acme-staging-1 for good?");
    s.lead.clicks("Destroy this system");
    s.bot.answers("The system acme-staging-1 is destroyed");
    s.lead.says("papertrail system show acme-staging-1");
    s.bot.answers("There is no system");
}

} // namespace
} // namespace chatops
