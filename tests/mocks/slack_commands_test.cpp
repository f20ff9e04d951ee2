// Slash commands: what the app receives, and what people see of its answer.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

using slack_commands = slack_office;

TEST_F(slack_commands, arrive_as_a_signed_form) {
    control("POST", "say",
            with({{"user", "lead"},
                  {"channel", "acme"},
                  {"text", "/ops heroku scale acme web=3 & more"}}));

    ASSERT_EQ(arrivals.size(), 1U);
    const arrived& got = arrivals[0];
    EXPECT_EQ(got.what.url, "http://127.0.0.1:9107/slack/commands");
    EXPECT_EQ(got.what.headers.get("Content-Type"), "application/x-www-form-urlencoded");
    EXPECT_EQ(got.what.headers.get("User-Agent"), "Slackbot 1.0 (+https://api.slack.com/robots)");
    EXPECT_EQ(got.form("command"), "/ops");
    EXPECT_EQ(got.form("text"), "heroku scale acme web=3 & more");
    EXPECT_EQ(got.form("user_id"), "U0LEAD0001");
    EXPECT_EQ(got.form("user_name"), "lead");
    EXPECT_EQ(got.form("channel_id"), "C0ACME0001");
    EXPECT_EQ(got.form("channel_name"), "acme");
    EXPECT_EQ(got.form("team_domain"), "agency");
    EXPECT_EQ(got.form("api_app_id"), "A0OPSAPP01");
    EXPECT_EQ(got.form("is_enterprise_install"), "false");
    EXPECT_EQ(got.form("response_url").rfind("http://127.0.0.1:9100/commands/T0AGENCY01/", 0), 0U);
    EXPECT_FALSE(got.form("trigger_id").empty());

    const std::string stamp(got.what.headers.get("X-Slack-Request-Timestamp"));
    EXPECT_EQ(stamp, "1700000000");
    const auto digest =
        hmac_sha256(world.data().slack.app.signing_secret, "v0:" + stamp + ":", got.what.body);
    EXPECT_EQ(got.what.headers.get("X-Slack-Signature"), "v0=" + hex(digest));
    // Nothing is seen of the command itself.
    EXPECT_EQ(transcript("acme"), "");
}

TEST_F(slack_commands, are_signed_with_the_systems_time_wherever_the_mocks_clock_is) {
    control("POST", "clock", with({{"advance_s", 3'600}}));
    say("lead", "acme", "/ops help");
    EXPECT_EQ(arrivals.at(0).what.headers.get("X-Slack-Request-Timestamp"), "1700000000");
}

TEST_F(slack_commands, an_answer_in_text_is_seen_by_the_asker_only) {
    app = [](const http::request&) { return answer(200, "Hello.", "text/plain"); };
    say("dev", "acme", "/ops help");
    EXPECT_EQ(transcript("acme"), "ops -> dev: Hello.\n");
}

TEST_F(slack_commands, an_answer_for_the_channel_shows_the_command_too) {
    app = [](const http::request&) {
        return answer(200, R"({"response_type":"in_channel","text":"Done."})");
    };
    say("dev", "acme", "/ops heroku restart acme-staging");
    EXPECT_EQ(transcript("acme"), "ops: Done.\n");
    const auto read = json::parse(request("GET", "/_mock/messages?channel=acme").body);
    EXPECT_EQ(read->as_array().at(0).at("command").as_string(), "/ops heroku restart acme-staging");
}

TEST_F(slack_commands, an_empty_answer_shows_nothing) {
    for (const char* const body : {"", "{}", " "}) {
        app = [body](const http::request&) { return answer(200, body); };
        say("dev", "acme", "/ops help");
    }
    EXPECT_EQ(transcript("acme"), "");
}

TEST_F(slack_commands, blocks_that_slack_refuses_are_told_to_the_asker) {
    app = [](const http::request&) {
        return answer(200, R"({"text":"x","blocks":[{"type":"nope"}]})");
    };
    say("dev", "acme", "/ops help");
    EXPECT_EQ(transcript("acme"),
              "slackbot -> dev: /ops failed with the error \"invalid_blocks\"\n");
}

TEST_F(slack_commands, an_answer_after_three_seconds_is_none) {
    app = [](const http::request&) { return std::nullopt; };
    say("dev", "acme", "/ops help");
    pass(2'999ms);
    EXPECT_EQ(transcript("acme"), "");
    pass(1ms);
    EXPECT_EQ(transcript("acme"),
              "slackbot -> dev: /ops failed with the error \"operation_timeout\"\n");
    pass(1h);
    EXPECT_EQ(arrivals.size(), 1U) << "commands are not tried again";
}

TEST_F(slack_commands, a_refusal_is_told_to_the_asker) {
    app = [](const http::request&) { return answer(401); };
    say("dev", "acme", "/ops help");
    EXPECT_EQ(transcript("acme"),
              "slackbot -> dev: /ops failed with the error \"dispatch_failed\"\n");
}

TEST_F(slack_commands, slack_itself_answers_what_is_no_command_or_is_in_a_thread) {
    const std::string ts = say("dev", "acme", "hm");
    arrivals.clear();
    say("dev", "acme", "/nope x");
    say("dev", "acme", "/ops help", ts);
    EXPECT_TRUE(arrivals.empty());
    EXPECT_EQ(transcript("acme"), "dev: hm\n"
                                  "slackbot -> dev: /nope is not a valid command.\n"
                                  "slackbot -> dev: /ops is not supported in threads. Sorry!\n");
}

TEST_F(slack_commands, work_where_the_bot_is_not_and_in_direct_messages) {
    app = [](const http::request&) { return answer(200, "Hello."); };
    say("lead", "general", "/ops help");
    say("lead", "@ops", "/ops help");
    EXPECT_EQ(transcript("general"), "ops -> lead: Hello.\n");
    EXPECT_EQ(arrivals.at(1).form("channel_name"), "directmessage");
}

TEST_F(slack_commands, can_be_asked_to_arrive_twice) {
    app = [](const http::request&) { return answer(200, "Hello."); };
    const auto plan = json::parse(
        R"([{"match":{"path":"/slack/commands"},"kind":"duplicate_delivery","latency_ms":500}])");
    EXPECT_EQ(word(control("PUT", "faults", *plan)), "ok");
    say("lead", "acme", "/ops help");
    EXPECT_EQ(arrivals.size(), 1U);
    pass(500ms);
    ASSERT_EQ(arrivals.size(), 2U);
    EXPECT_EQ(arrivals[0].what.body, arrivals[1].what.body);
    EXPECT_EQ(transcript("acme"), "ops -> lead: Hello.\n")
        << "the second answer is shown to nobody";
    say("lead", "acme", "/ops help");
    pass(1s);
    EXPECT_EQ(arrivals.size(), 3U) << "a fault is used as often as it says";
}

} // namespace
} // namespace chatops::mocks
