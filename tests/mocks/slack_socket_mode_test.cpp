// Socket Mode: tickets, envelopes, acknowledgements, redelivery, refreshes.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_socket_mode : public slack_socket_office {
  public:
    [[nodiscard]] std::vector<std::string> reasons() const {
        std::vector<std::string> made;
        for (const auto& each : envelopes("disconnect"))
            made.push_back(std::to_string(each.to) + " " +
                           std::string(text_of(read(each), "reason")));
        return made;
    }
};

using lines = std::vector<std::string>;

TEST_F(slack_socket_mode, greets_each_socket) {
    ASSERT_TRUE(connect(1));
    ASSERT_TRUE(connect(2));
    const auto hellos = envelopes("hello");
    ASSERT_EQ(hellos.size(), 2U);
    EXPECT_EQ(hellos[1].to, 2U);
    const object second = read(hellos[1]);
    EXPECT_EQ(second.at("num_connections").as_int64(), 2);
    EXPECT_EQ(second.at("connection_info").at("app_id").as_string(), "A0OPSAPP01");
    EXPECT_EQ(second.at("debug_info").at("approximate_connection_time").as_int64(), 18'060);
}

TEST_F(slack_socket_mode, a_ticket_opens_one_socket_within_a_minute) {
    const object opened =
        parsed(request("POST", "/api/apps.connections.open", {},
                       {{"Authorization", "Bearer " + world.data().slack.app.app_token}}));
    const std::string url(text_of(opened, "url"));
    EXPECT_EQ(url.rfind("ws://127.0.0.1:9100/link/?ticket=", 0), 0U);
    http::request upgrade;
    upgrade.url = url.substr(std::string("ws://127.0.0.1:9100").size());
    EXPECT_TRUE(world.slack_server().open(1, upgrade, when()));
    EXPECT_FALSE(world.slack_server().open(2, upgrade, when())) << "a ticket is used once";
    const object late =
        parsed(request("POST", "/api/apps.connections.open", {},
                       {{"Authorization", "Bearer " + world.data().slack.app.app_token}}));
    upgrade.url =
        std::string(text_of(late, "url")).substr(std::string("ws://127.0.0.1:9100").size());
    now += 61s;
    EXPECT_FALSE(world.slack_server().open(3, upgrade, when())) << "a ticket does not last";
    upgrade.url = "/link/?ticket=made-up";
    EXPECT_FALSE(world.slack_server().open(4, upgrade, when()));
}

TEST_F(slack_socket_mode, a_command_is_an_envelope_whose_acknowledgement_may_answer) {
    connect(1);
    say("lead", "acme", "/ops heroku ps acme");
    const auto commands = envelopes("slash_commands");
    ASSERT_EQ(commands.size(), 1U);
    const object envelope = read(commands[0]);
    EXPECT_TRUE(is_true(envelope, "accepts_response_payload"));
    EXPECT_EQ(envelope.at("payload").at("command").as_string(), "/ops");
    EXPECT_EQ(envelope.at("payload").at("text").as_string(), "heroku ps acme");
    EXPECT_TRUE(arrivals.empty()) << "nothing goes over HTTP";
    acknowledge(commands[0], with({{"text", "Hello."}}));
    EXPECT_EQ(transcript("acme"), "ops -> lead: Hello.\n");
    pass(10s);
    EXPECT_EQ(envelopes("slash_commands").size(), 1U);
}

TEST_F(slack_socket_mode, an_event_takes_no_answer) {
    connect(1);
    say("lead", "acme", "hello");
    const auto events = envelopes("events_api");
    ASSERT_EQ(events.size(), 1U);
    EXPECT_FALSE(is_true(read(events[0]), "accepts_response_payload"));
    EXPECT_EQ(read(events[0]).at("retry_attempt").as_int64(), 0);
    acknowledge(events[0], with({{"text", "ignored"}}));
    EXPECT_EQ(transcript("acme"), "lead: hello\n");
}

TEST_F(slack_socket_mode, payloads_go_to_one_socket_each_in_turn) {
    connect(1);
    connect(2);
    for (int i = 0; i < 4; ++i) say("lead", "acme", "hello");
    std::vector<sim::socket_id> went;
    for (const auto& each : envelopes("events_api")) went.push_back(each.to);
    EXPECT_EQ(went, (std::vector<sim::socket_id>{1, 2, 1, 2}));
}

TEST_F(slack_socket_mode,
       what_is_not_acknowledged_in_three_seconds_comes_again_on_the_next_socket) {
    connect(1);
    connect(2);
    say("lead", "acme", "hello");
    pass(2'999ms);
    EXPECT_EQ(envelopes("events_api").size(), 1U);
    pass(1ms);
    const auto events = envelopes("events_api");
    ASSERT_EQ(events.size(), 2U);
    EXPECT_NE(events[0].to, events[1].to);
    const object again = read(events[1]);
    EXPECT_EQ(again.at("retry_attempt").as_int64(), 1);
    EXPECT_EQ(again.at("retry_reason").as_string(), "timeout");
    EXPECT_EQ(again.at("payload").at("event_id"), read(events[0]).at("payload").at("event_id"));
    EXPECT_NE(again.at("envelope_id"), read(events[0]).at("envelope_id"));
    acknowledge(events[0]);
    pass(1h);
    EXPECT_EQ(envelopes("events_api").size(), 2U) << "an acknowledgement of either is enough";
}

TEST_F(slack_socket_mode, a_command_that_nobody_acknowledges_is_delivered_twice_and_told_once) {
    connect(1);
    say("lead", "acme", "/ops help");
    pass(1h);
    EXPECT_EQ(envelopes("slash_commands").size(), 2U);
    EXPECT_EQ(transcript("acme"),
              "slackbot -> lead: /ops failed with the error \"operation_timeout\"\n");
}

TEST_F(slack_socket_mode, without_a_socket_commands_fail_and_events_wait) {
    say("lead", "acme", "/ops help");
    EXPECT_EQ(transcript("acme"),
              "slackbot -> lead: /ops failed with the error \"dispatch_failed\"\n");
    say("lead", "acme", "hello");
    pass(30s);
    connect(1);
    EXPECT_TRUE(envelopes("events_api").empty());
    pass(30s);
    const auto events = envelopes("events_api");
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(read(events[0]).at("retry_attempt").as_int64(), 2);
}

TEST_F(slack_socket_mode, a_socket_ends_with_a_warning_a_request_to_refresh_and_a_close) {
    connect(1);
    pass(18'049s);
    EXPECT_TRUE(reasons().empty());
    pass(1s);
    EXPECT_EQ(reasons(), (lines{"1 warning"}));
    say("lead", "acme", "still");
    EXPECT_EQ(envelopes("events_api").size(), 1U);
    pass(10s);
    EXPECT_EQ(reasons(), (lines{"1 warning", "1 refresh_requested"}));
    connect(2);
    say("lead", "acme", "elsewhere");
    EXPECT_EQ(envelopes("events_api").back().to, 2U);
    pass(10s);
    EXPECT_EQ(closed_sockets, (std::vector<sim::socket_id>{1}));
}

TEST_F(slack_socket_mode, a_life_can_be_asked_to_be_short) {
    connect(1, "&debug_reconnects=true");
    EXPECT_EQ(read(frames.back()).at("debug_info").at("approximate_connection_time").as_int64(),
              360);
    pass(360s);
    EXPECT_EQ(reasons(), (lines{"1 warning", "1 refresh_requested"}));
}

TEST_F(slack_socket_mode, a_refresh_can_be_asked_for) {
    connect(1);
    connect(2);
    EXPECT_EQ(
        word(control("POST", "socket", with({{"disconnect", "refresh_requested"}, {"socket", 1}}))),
        "ok");
    EXPECT_EQ(reasons(), (lines{"1 refresh_requested"}));
    EXPECT_EQ(word(control("POST", "socket", with({{"disconnect", "nonsense"}}))),
              "unknown_reason");
}

TEST_F(slack_socket_mode, switched_off_it_closes_all_and_opens_none) {
    connect(1);
    control("POST", "socket", with({{"disconnect", "link_disabled"}}));
    EXPECT_EQ(reasons(), (lines{"1 link_disabled"}));
    EXPECT_EQ(closed_sockets, (std::vector<sim::socket_id>{1}));
    const object refused =
        parsed(request("POST", "/api/apps.connections.open", {},
                       {{"Authorization", "Bearer " + world.data().slack.app.app_token}}));
    EXPECT_EQ(word(refused), "socket_mode_not_enabled");
    control("POST", "socket", with({{"enable", true}}));
    EXPECT_TRUE(connect(2));
}

TEST_F(slack_socket_mode, an_eleventh_socket_is_one_too_many) {
    for (sim::socket_id id = 1; id <= 10; ++id) EXPECT_TRUE(connect(id));
    connect(11);
    EXPECT_EQ(reasons(), (lines{"11 too_many_websockets"}));
    EXPECT_EQ(closed_sockets, (std::vector<sim::socket_id>{11}));
}

TEST_F(slack_socket_mode, frames_that_make_no_sense_can_be_sent_and_are_taken) {
    connect(1);
    control("POST", "socket", with({{"frame", "null"}}));
    EXPECT_EQ(frames.back().text, "null");
    say("lead", "acme", "hello");
    for (const char* const nonsense :
         {"null", "", "[]", "{\"envelope_id\":7}", "{\"envelope_id\":\"x\"}"})
        send(1, nonsense);
    acknowledge(envelopes("events_api").at(0));
    pass(10s);
    EXPECT_EQ(envelopes("events_api").size(), 1U);
}

TEST_F(slack_socket_mode, a_dropped_socket_takes_no_more) {
    connect(1);
    connect(2);
    control("POST", "socket", with({{"drop", true}, {"socket", 1}}));
    EXPECT_EQ(closed_sockets, (std::vector<sim::socket_id>{1}));
    say("lead", "acme", "a");
    say("lead", "acme", "b");
    for (const auto& each : envelopes("events_api")) EXPECT_EQ(each.to, 2U);
    world.slack_server().closed(2, when());
    EXPECT_TRUE(control("POST", "socket").at("sockets").as_array().empty());
}

TEST_F(slack_socket_mode, a_duplicate_has_an_envelope_of_its_own) {
    connect(1);
    control("PUT", "faults", *json::parse(R"([{"match":"/slack/*","kind":"duplicate_delivery"}])"));
    say("lead", "acme", "/ops help");
    const auto commands = envelopes("slash_commands");
    ASSERT_EQ(commands.size(), 2U);
    EXPECT_EQ(read(commands[0]).at("payload"), read(commands[1]).at("payload"));
    EXPECT_NE(read(commands[0]).at("envelope_id"), read(commands[1]).at("envelope_id"));
    EXPECT_EQ(read(commands[1]).at("retry_attempt").as_int64(), 1);
}

} // namespace
} // namespace chatops::mocks
