// `health`: each way between the bot and others is told for itself.
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops {
namespace {

using support::story;
using health_scenario = support::story_over_both_ways;

TEST_P(health_scenario, tells_each_way_for_itself) {
    s.lead.says("health");
    s.bot.answers("All that I asked lately answers");
    s.bot.answers("not asked since I began");
    s.lead.says("heroku ps acme");
    s.lead.says("health");
    s.bot.answers("answered 0 s ago; ");
    s.heroku.fails("GET /apps/*", "timeout");
    s.lead.says("heroku ps acme");
    s.lead.says("health");
    s.bot.answers("All that I asked lately answers");
    s.bot.answers("(no answer in time (GET /apps/acme/formation))");
    s.world.simulation().control(*s.world.vendor("digitalocean"), "PUT", "/_mock/faults",
                                 R"([{"match":"* *","kind":"status","status":503,"count":0}])");
    s.lead.says("do droplets");
    s.lead.says("health");
    s.bot.answers("Not all is well: To DigitalOcean");
    s.bot.answers("(it answered 503)");
}

TEST_P(health_scenario, is_json_for_programs) {
    s.lead.says("health --json");
    s.bot.answers(R"(\"name\":\"From Slack\")");
    s.bot.answers(R"(\"tone\":\"good\")");
}

TEST_P(health_scenario, says_how_slack_comes) {
    s.lead.says("health");
    s.bot.answers(GetParam() == mocks::worlds::slack_mode::http ? "over HTTP"
                                                                : "2 of 2 connections");
}

TEST_P(health_scenario, says_what_is_broken_though_slack_answers) {
    const std::string too_long =
        R"([{"match":"POST /api/chat.update","kind":"error","error":"msg_too_long"})";
    const auto slack_answers = [&](const std::string& plan) {
        const auto set = s.world.simulation().control(s.world.vendors().slack_server(), "PUT",
                                                      "/_mock/faults", plan);
        EXPECT_EQ(set.status, 200) << set.body;
    };
    // What Slack shows no more of belongs into a file, and those the bot may not write.
    slack_answers(too_long + R"(,{"match":"POST /api/files.getUploadURLExternal","kind":"error",)"
                             R"("error":"missing_scope"}])");
    s.lead.says("heroku ps acme");
    s.lead.says("health");
    s.bot.answers("Not all is well: To Slack");
    s.bot.answers("Slack refused files.getUploadURLExternal: missing_scope. The app lacks a "
                  "permission; add the scope and install the app again. Needed: files:write.");
    slack_answers(too_long + "]");
    s.lead.says("heroku ps acme");
    s.lead.says("health");
    s.bot.answers("All that I asked lately answers");
}

INSTANTIATE_TEST_SUITE_P(ways, health_scenario, support::both_ways(), support::name_of_way);

} // namespace
} // namespace chatops
