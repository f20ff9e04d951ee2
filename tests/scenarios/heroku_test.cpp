// Whole conversations: a person says something in Slack, and something happens at Heroku.

#include "chatops/sim/completion.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace chatops {
namespace {

using support::has;
using support::story;

TEST(heroku_scenario, a_lead_scales_an_application) {
    story s;
    s.lead.says("heroku scale acme web=3");
    s.bot.answers("web 2 → 3");
    s.heroku.has("acme", "web", 3);
    EXPECT_EQ(s.bot.messages(), 1) << "one message, edited as the run goes on";
    EXPECT_EQ(s.heroku.requests("PATCH", "/apps/acme/formation"), 1);
}

TEST(heroku_scenario, the_same_over_a_slash_command) {
    story s;
    s.lead.says("/ops heroku scale acme web=3 worker=2");
    s.heroku.has("acme", "web", 3);
    s.heroku.has("acme", "worker", 2);
    EXPECT_EQ(s.bot.messages(), 1);
}

TEST(heroku_scenario, the_same_over_socket_mode) {
    mocks::worlds::company_settings settings;
    settings.mode = mocks::worlds::slack_mode::socket;
    story s(settings);
    s.lead.says("/ops heroku scale acme web=3");
    s.lead.says("heroku scale acme web=4");
    s.heroku.has("acme", "web", 4);
    EXPECT_EQ(s.bot.messages(), 2);
}

TEST(heroku_scenario, a_guest_is_told_who_could) {
    story s;
    s.guest.says("heroku scale acme web=3");
    s.bot.answers("Not allowed");
    s.bot.answers("lead");
    s.heroku.has("acme", "web", 2);
    EXPECT_EQ(s.heroku.requests("PATCH", "/"), 0);
}

TEST(heroku_scenario, a_developer_may_touch_staging_only) {
    story s;
    s.dev.says("heroku scale acme web=3");
    s.bot.answers("*-staging");
    s.heroku.has("acme", "web", 2);
    s.dev.says("heroku scale acme-staging worker=1");
    s.heroku.has("acme-staging", "worker", 1);
}

TEST(heroku_scenario, a_project_manager_reads) {
    story s;
    s.pm.says("heroku apps");
    s.bot.answers("globex");
    s.pm.says("heroku ps acme");
    s.bot.answers("web.1");
    s.pm.says("heroku restart acme");
    s.bot.answers("Not allowed");
}

TEST(heroku_scenario, a_restart_starts_every_dyno_anew_once) {
    story s;
    s.dev.says("heroku restart acme-staging --wait");
    s.bot.answers("all is up");
    EXPECT_EQ(s.heroku.requests("DELETE", "/apps/acme-staging/dynos"), 1);
}

TEST(heroku_scenario, a_rollback_waits_for_its_askers_confirmation) {
    story s;
    s.lead.says("heroku rollback acme");
    s.bot.answers("Confirm");
    EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 0);
    s.lead.clicks("Confirm");
    s.bot.answers("goes back to v");
    EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 1);
    EXPECT_EQ(s.bot.messages(), 1);
}

TEST(heroku_scenario, nobody_else_can_confirm) {
    story s;
    s.lead.says("heroku rollback acme");
    s.dev.clicks("Confirm");
    s.bot.answers("Only lead");
    EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 0);
    s.lead.clicks("Confirm");
    EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 1);
}

TEST(heroku_scenario, a_declined_rollback_changes_nothing) {
    story s;
    s.lead.says("heroku rollback acme");
    s.lead.clicks("Leave it as it is");
    s.bot.answers("nothing was changed");
    EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 0);
}

TEST(heroku_scenario, a_confirmation_that_comes_too_late_is_none) {
    story s;
    s.lead.says("heroku rollback acme");
    s.world.simulation().wait(std::chrono::minutes(11));
    s.bot.answers("Not confirmed in time");
    EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 0);
    EXPECT_TRUE(s.world.simulation().journal().events().back().what == journal::kind::delivered);
}

TEST(heroku_scenario, an_application_that_is_not_there_is_named) {
    story s;
    s.lead.says("heroku scale nowhere web=3");
    s.bot.answers("Couldn't find that app");
    s.bot.answers("Nothing had been changed before");
}

TEST(heroku_scenario, of_a_name_that_nobody_has_the_nearest_are_told) {
    story s;
    s.lead.says("heroku ps acmee");
    s.bot.answers("Couldn't find that app");
    s.bot.answers("Did you mean `acme`?");
    EXPECT_EQ(s.heroku.requests("GET", "/apps"), 1 + 1) << "it looked at them once";
    s.lead.says("heroku scale acmee web=3");
    s.bot.answers("Did you mean `acme`?");
    s.lead.says("heroku pipeline show acmee");
    s.bot.answers("Did you mean");
}

TEST(heroku_scenario, what_add_ons_and_pipelines_there_are_is_completed) {
    story s;
    const auto after = [&](std::string_view line) {
        std::string texts;
        for (const line::completion& each : sim::complete(s.world.simulation(), line).items)
            texts += each.text + ' ';
        return texts;
    };
    EXPECT_EQ(after("heroku addon plans heroku-r"), "heroku-redis ");
    EXPECT_EQ(after("heroku addon create acme heroku-"), "heroku-postgresql: heroku-redis: ");
    EXPECT_EQ(after("heroku addon plan acme postgresql-acme-10001 ess"),
              "essential-0 essential-1 ");
    EXPECT_EQ(after("heroku addon plan acme nothing ess"), "");
    EXPECT_EQ(after("heroku pipeline add acme --to acme --stage prod"), "production ");
}

TEST(heroku_scenario, only_what_the_asker_may_name_is_suggested) {
    story s;
    s.dev.says("heroku scale acm-staging web=3");
    s.bot.answers("Did you mean `acme-staging`?");
    s.dev.says("heroku scale glob-staging web=3");
    s.bot.answers("Couldn't find that app");
    EXPECT_EQ(s.bot.latest().find("`globex`"), std::string::npos) << s.bot.latest();
}

TEST(heroku_scenario, a_second_look_that_fails_hides_no_first_answer) {
    story s;
    s.heroku.fails("GET /apps", "timeout");
    s.lead.says("heroku ps acmee");
    s.bot.answers("Couldn't find that app");
    EXPECT_EQ(s.bot.latest().find("Did you mean"), std::string::npos);
}

TEST(heroku_scenario, what_is_there_is_looked_at_once_only) {
    story s;
    s.lead.says("heroku ps acme");
    EXPECT_EQ(s.heroku.requests("GET", "/apps"), 2) << "formation and dynos";
}

TEST(heroku_scenario, a_mistake_is_json_for_who_asked_for_json) {
    story s;
    for (const std::string line :
         {"heroku ps acme --jsn --json", "heroku ps --json", "heroku pss acme --json",
          "/ops heroku ps --json", "heroku scale --json acme 'web=3",
          "heroku logs acme --for 15m --json", "heroku ps acmee --json"}) {
        s.lead.says(line);
        const std::string shown = s.bot.latest();
        EXPECT_NE(shown.find(R"(\"tone\":\"bad\")"), std::string::npos) << line << "\n" << shown;
    }
    s.guest.says("heroku scale acme web=3 --json");
    s.bot.answers(R"(\"title\":\"Not allowed\")");
}

TEST(heroku_scenario, where_the_bot_is_not_it_answers_in_direct_messages_and_says_so) {
    story s;
    s.lead.says("/ops heroku ps acme", "general");
    bool whispered = false;
    bool direct = false;
    for (const auto& each : s.world.messages()) {
        whispered = whispered || each.ephemeral_to == "lead";
        direct = direct || each.channel.substr(0, 1) == "D" || each.channel.substr(0, 1) == "@";
    }
    EXPECT_TRUE(whispered);
    EXPECT_TRUE(direct);
}

TEST(heroku_scenario, where_the_channel_was_archived_meanwhile_the_answer_is_in_direct_messages) {
    story s;
    s.lead.begins_to_say("/ops heroku scale acme web=3", "acme");
    s.world.simulation().control(*s.world.vendor("slack"), "POST", "/_mock/archive",
                                 R"({"channel":"acme"})");
    s.settle();
    s.heroku.has("acme", "web", 3);
    bool direct = false;
    for (const auto& each : s.world.messages())
        direct =
            direct || ((each.channel.substr(0, 1) == "D" || each.channel.substr(0, 1) == "@") &&
                       each.text.find("web 2 → 3") != std::string::npos);
    EXPECT_TRUE(direct);
}

/// A run whose channel is archived once its message is there; then the bot is killed after so many
/// steps, unless all is over by then, which is returned.
bool is_over_when_archived(story& s, std::size_t steps_until_crash) {
    auto& simulation = s.world.simulation();
    const time_point patience = simulation.now() + std::chrono::minutes(10);
    s.lead.begins_to_say("heroku scale acme web=3", "acme");
    const auto works = [&] {
        const auto messages = s.world.messages();
        return std::any_of(messages.begin(), messages.end(),
                           [](const auto& each) { return has(each.text, "Working on it"); });
    };
    while (!works() && simulation.step(patience)) continue;
    simulation.control(*s.world.vendor("slack"), "POST", "/_mock/archive", R"({"channel":"acme"})");
    bool goes_on = true;
    for (std::size_t i = 0; i < steps_until_crash && goes_on; ++i)
        goes_on = simulation.step(patience);
    if (goes_on) s.bot_crashes();
    s.settle();
    int told = 0;
    for (const auto& each : s.world.messages())
        if (each.channel == "@lead" && has(each.text, "web 2 → 3")) ++told;
    EXPECT_EQ(told, 1) << "killed after " << steps_until_crash << " steps";
    const journal::event& last = simulation.journal().events().back();
    EXPECT_TRUE(last.what == journal::kind::delivered);
    EXPECT_LT(last.when, patience);
    return !goes_on;
}

TEST(heroku_scenario, where_it_was_archived_once_the_bot_worked_the_answer_comes_at_once) {
    bool is_over = false;
    for (std::size_t steps = 0; !is_over && !HasFailure(); ++steps) {
        story s;
        is_over = is_over_when_archived(s, steps);
        EXPECT_LT(steps, 1'000U);
    }
}

TEST(heroku_scenario, what_slack_delivers_twice_runs_once) {
    for (const auto mode : {mocks::worlds::slack_mode::http, mocks::worlds::slack_mode::socket}) {
        mocks::worlds::company_settings settings;
        settings.mode = mode;
        story s(settings);
        const auto planned = s.world.simulation().control(
            s.world.vendors().slack_server(), "PUT", "/_mock/faults",
            R"([{"kind":"duplicate_delivery","latency_ms":700,"count":0}])");
        ASSERT_EQ(planned.status, 200) << planned.body;
        s.lead.says("heroku restart acme");
        s.lead.says("/ops heroku restart globex");
        s.lead.says("heroku rollback acme");
        s.lead.clicks("Confirm");
        EXPECT_EQ(s.heroku.requests("DELETE", "/apps/acme/dynos"), 1);
        EXPECT_EQ(s.heroku.requests("DELETE", "/apps/globex/dynos"), 1);
        EXPECT_EQ(s.heroku.requests("POST", "/apps/acme/releases"), 1);
        EXPECT_EQ(s.bot.messages(), 3);
    }
}

TEST(heroku_scenario, no_secret_is_in_the_journal_or_the_log) {
    story s;
    s.lead.says("/ops heroku scale acme web=3");
    s.lead.says("heroku rollback acme");
    std::string all;
    for (const auto& each : s.world.simulation().journal().events()) all += each.data + "\n";
    for (const std::string& each : s.world.simulation().log().lines) all += each + "\n";
    const auto& known = s.world.simulation().configuration();
    EXPECT_EQ(all.find(known.slack.bot_token.reveal()), std::string::npos);
    EXPECT_EQ(all.find(known.slack.signing_secret.reveal()), std::string::npos);
    EXPECT_EQ(all.find(known.providers.at("heroku").token.reveal()), std::string::npos);
    EXPECT_EQ(all.find("/commands/"), std::string::npos) << "no response_url";
}

TEST(heroku_scenario, a_config_var_is_set_and_its_value_is_seen_nowhere) {
    story s;
    s.lead.says("/ops heroku config set acme API_KEY=hunter2-hunter2 --wait");
    s.bot.answers("API_KEY is set, as v6, and all is up");
    s.lead.says("heroku config set acme OTHER_KEY=hunter2-hunter2");
    s.lead.says("heroku config show acme");
    s.bot.answers("15 characters");
    s.lead.says("heroku config unset acme API_KEY OTHER_KEY");
    std::string all;
    for (const auto& each : s.world.simulation().journal().events()) all += each.data + "\n";
    for (const std::string& each : s.world.simulation().log().lines) all += each + "\n";
    EXPECT_EQ(all.find("hunter2"), std::string::npos);
    EXPECT_EQ(s.heroku.requests("PATCH", "/apps/acme/config-vars"), 3);
}

TEST(heroku_scenario, one_seed_is_one_history) {
    const auto play = [](std::uint64_t seed) {
        mocks::worlds::company_settings settings;
        settings.simulation.seed = seed;
        story s(settings);
        s.lead.says("heroku scale acme web=3");
        s.dev.says("/ops heroku restart acme-staging --wait");
        s.lead.says("heroku rollback globex");
        s.lead.clicks("Confirm");
        return s.world.transcript_hash();
    };
    EXPECT_EQ(play(1), play(1));
    EXPECT_NE(play(1), play(2));
}

} // namespace
} // namespace chatops
