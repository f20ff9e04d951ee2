// Whole conversations: a person says something in Slack, and something happens at DigitalOcean.

#include "tests/support/story.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

using support::story;

TEST(digitalocean_scenario, everyone_of_the_company_sees_the_droplets) {
    story s;
    for (story::speaker* const each : {&s.lead, &s.dev, &s.pm}) {
        each->says("do droplets");
        s.bot.answers("acme-web-1");
    }
    s.guest.says("do droplets");
    s.bot.answers("Not allowed");
}

TEST(digitalocean_scenario, the_same_over_a_slash_command_and_socket_mode) {
    mocks::worlds::company_settings settings;
    settings.mode = mocks::worlds::slack_mode::socket;
    story s(settings);
    s.lead.says("/ops do droplet reboot acme-web-1");
    s.bot.answers("acme-web-1 was rebooted");
    EXPECT_EQ(s.bot.messages(), 1) << "one message, edited as the run goes on";
    EXPECT_EQ(s.digitalocean.requests("POST", "/v2/droplets"), 1);
}

TEST(digitalocean_scenario, a_developer_reboots_staging_only_and_by_name) {
    story s;
    s.dev.says("do droplet reboot acme-web-1");
    s.bot.answers("*-staging-*");
    s.dev.says("do droplet reboot 1");
    s.bot.answers("Not allowed");
    EXPECT_EQ(s.digitalocean.requests("POST", "/"), 0);
    s.dev.says("do droplet reboot acme-staging-1");
    s.bot.answers("was rebooted");
}

TEST(digitalocean_scenario, what_is_destroyed_is_shown_first_and_confirmed_by_its_asker) {
    story s;
    s.lead.says("do droplet destroy acme-web-2");
    s.bot.answers("Destroy acme-web-2 for good?");
    EXPECT_EQ(s.digitalocean.requests("DELETE", "/"), 0);
    s.dev.clicks("Destroy acme-web-2");
    s.bot.answers("Only lead");
    EXPECT_EQ(s.digitalocean.requests("DELETE", "/"), 0);
    s.lead.clicks("Destroy acme-web-2");
    s.digitalocean.has("acme-web-2", "gone");
    EXPECT_EQ(s.digitalocean.requests("DELETE", "/"), 1);
}

TEST(digitalocean_scenario, what_nobody_confirms_in_time_stays) {
    story s;
    s.lead.says("do droplet destroy acme-web-2");
    s.world.simulation().wait(std::chrono::minutes(11));
    s.bot.answers("Not confirmed in time");
    s.digitalocean.has("acme-web-2", "active");
}

TEST(digitalocean_scenario, what_slack_delivers_twice_runs_once) {
    story s;
    const auto planned = s.world.simulation().control(
        s.world.vendors().slack_server(), "PUT", "/_mock/faults",
        R"([{"kind":"duplicate_delivery","latency_ms":700,"count":0}])");
    ASSERT_EQ(planned.status, 200) << planned.body;
    s.lead.says("do droplet reboot acme-web-1");
    s.lead.says("/ops do droplet snapshot globex-db-1");
    EXPECT_EQ(s.digitalocean.requests("POST", "/v2/droplets"), 2);
    EXPECT_EQ(s.bot.messages(), 2);
}

TEST(digitalocean_scenario, no_token_is_in_the_journal_or_the_log) {
    story s;
    s.lead.says("do droplet snapshot acme-web-1");
    s.lead.says("do droplets");
    std::string all;
    for (const auto& each : s.world.simulation().journal().events()) all += each.data + "\n";
    for (const std::string& each : s.world.simulation().log().lines) all += each + "\n";
    const auto& known = s.world.simulation().configuration();
    EXPECT_EQ(all.find(known.providers.at("digitalocean").token.reveal()), std::string::npos);
}

} // namespace
} // namespace chatops
