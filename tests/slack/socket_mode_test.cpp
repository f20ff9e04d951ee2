// Socket Mode with sockets: nothing is lost in a refresh, and nothing is acknowledged that is not
// on disk.
#include "chatops/core/json.hpp"
#include "chatops/slack/socket_mode.hpp"
#include "tests/support/slack_stage.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops::slack {
namespace {

using namespace support;

std::string envelope_of(const std::string& id, const std::string& type, const std::string& payload,
                        bool accepts_response = false) {
    return R"({"envelope_id":")" + id + R"(","type":")" + type +
           R"(","accepts_response_payload":)" + (accepts_response ? "true" : "false") +
           R"(,"payload":)" + payload + "}";
}

std::string command_payload(const std::string& text) {
    boost::json::object payload;
    for (const auto& [name, value] : command_fields(text)) payload[name] = value;
    return json::text(payload);
}

class socket_mode_test : public ::testing::Test {
  protected:
    socket_mode_test() {
        stage.network.answer = [this](const http::request&) {
            const std::string ticket = std::to_string(++tickets);
            return http::response{200,
                                  {},
                                  R"({"ok":true,"url":"wss://slack.example/link/?ticket=hush)" +
                                      ticket + "\"}"};
        };
    }
    ~socket_mode_test() override { EXPECT_FALSE(stage.log.says("hush")); }

    void begin() { stage.begin(mode.run(), &failed, &ended); }
    hand_socket::ends& socket(std::size_t which) { return *stage.network.sockets.at(which); }
    void hello(std::size_t which, int connections = 1) {
        socket(which).say(R"({"type":"hello","num_connections":)" + std::to_string(connections) +
                          "}");
        stage.pass(duration(1));
    }
    void begin_with_two() {
        begin();
        stage.pass(duration(50));
        ASSERT_EQ(stage.network.sockets.size(), 2u);
        hello(0, 1);
        hello(1, 2);
        stage.pass(std::chrono::minutes(10));
    }
    std::size_t open_sockets() const {
        std::size_t count = 0;
        for (const auto& each : stage.network.sockets) count += each->open ? 1 : 0;
        return count;
    }

    slack_stage stage;
    int tickets = 0;
    std::string failed;
    bool ended = false;
    web_api api{{"https://slack.example", {}, secret("xapp-hush")},
                stage.network,
                stage.time,
                stage.chance,
                stage.log};
    authenticator door{secret(), slack_bot, stage.time};
    socket_mode mode{{api, stage.network, door, stage.inbox, stage.time, stage.chance, stage.log}};
};

TEST_F(socket_mode_test, connects_twice_with_a_ticket_each) {
    begin_with_two();
    EXPECT_EQ(mode.health().links, 2u);
    const std::vector<std::string> urls{"wss://slack.example/link/?ticket=hush1",
                                        "wss://slack.example/link/?ticket=hush2"};
    EXPECT_EQ(stage.network.urls, urls);
}

TEST_F(socket_mode_test, acknowledges_after_it_is_on_disk) {
    begin_with_two();
    stage.inbox.takes = duration(700);
    socket(0).say(envelope_of("e1", "events_api", event_text(mention_event)));
    stage.pass(duration(699));
    EXPECT_TRUE(socket(0).from_client.empty());
    stage.pass(duration(10));
    EXPECT_EQ(socket(0).from_client, std::vector<std::string>{R"({"envelope_id":"e1"})"});
    EXPECT_EQ(stage.inbox.lines, std::vector<std::string>{"heroku ps & more"});
}

TEST_F(socket_mode_test, answers_help_in_the_acknowledgement) {
    begin_with_two();
    socket(1).say(envelope_of("e1", "slash_commands", command_payload("help"), true));
    stage.pass(duration(10));
    ASSERT_EQ(socket(1).from_client.size(), 1u);
    const auto frame = json::parse(socket(1).from_client[0]).value();
    EXPECT_EQ(frame.at("envelope_id"), "e1");
    EXPECT_EQ(frame.at("payload").at("text"), "Ask me anything");
    EXPECT_EQ(frame.at("payload").at("response_type"), "ephemeral");
    EXPECT_TRUE(stage.inbox.keys.empty());
}

TEST_F(socket_mode_test, accepts_help_where_no_answer_can_go_back) {
    begin_with_two();
    socket(1).say(envelope_of("e1", "slash_commands", command_payload("help"), false));
    stage.pass(duration(10));
    EXPECT_EQ(stage.inbox.lines, std::vector<std::string>{"help"});
    EXPECT_EQ(socket(1).from_client, std::vector<std::string>{R"({"envelope_id":"e1"})"});
}

TEST_F(socket_mode_test, leaves_unacknowledged_what_the_store_refused_and_takes_it_again) {
    begin_with_two();
    stage.inbox.down = true;
    socket(0).say(envelope_of("e1", "slash_commands", command_payload("heroku ps"), true));
    stage.pass(duration(100));
    EXPECT_TRUE(socket(0).from_client.empty());
    EXPECT_TRUE(stage.log.says("the disk is full"));
    stage.inbox.down = false;
    // Slack tries another connection.
    socket(1).say(envelope_of("e2", "slash_commands", command_payload("heroku ps"), true));
    stage.pass(duration(100));
    EXPECT_EQ(socket(1).from_client, std::vector<std::string>{R"({"envelope_id":"e2"})"});
    EXPECT_EQ(stage.inbox.lines, std::vector<std::string>{"heroku ps"});
}

TEST_F(socket_mode_test, runs_a_redelivery_once) {
    begin_with_two();
    socket(0).say(envelope_of("e1", "interactive", press_text()));
    socket(0).say(envelope_of("e2", "slash_commands", command_payload("heroku ps"), true));
    socket(0).say(envelope_of("e3", "events_api", event_text(mention_event, "Ev1")));
    stage.pass(duration(100));
    socket(1).say(envelope_of("e1", "interactive", press_text()));
    socket(1).say(envelope_of("e2", "slash_commands", command_payload("heroku ps"), true));
    socket(1).say(envelope_of("e3", "events_api", event_text(mention_event, "Ev1")));
    socket(1).say(envelope_of("e4", "events_api", event_text(message_of_mention, "Ev2")));
    stage.pass(duration(100));
    EXPECT_EQ(stage.inbox.presses.size(), 1u);
    EXPECT_EQ(stage.inbox.lines.size(), 2u);
    EXPECT_EQ(socket(1).from_client.size(), 4u) << "each is acknowledged";
}

TEST_F(socket_mode_test, answers_a_menu_that_asks_in_the_acknowledgement) {
    begin_with_two();
    stage.inbox.offered = {{"acme", "acme", {}}};
    socket(0).say(envelope_of("e1", "interactive", suggestion_text("ac"), true));
    stage.pass(duration(100));
    EXPECT_EQ(socket(0).from_client,
              std::vector<std::string>{
                  R"({"envelope_id":"e1","payload":{"options":[{"text":{"type":"plain_text",)"
                  R"("text":"acme","emoji":false},"value":"acme"}]}})"});
    EXPECT_EQ(stage.inbox.asked, std::vector<std::string>{"heroku scale app=ac size=large"});
}

TEST_F(socket_mode_test, is_never_without_a_socket_in_a_refresh) {
    begin_with_two();
    socket(0).say(R"({"type":"disconnect","reason":"refresh_requested"})");
    socket(1).say(R"({"type":"disconnect","reason":"refresh_requested"})");
    for (int tick = 0; tick < 40; ++tick) {
        stage.pass(duration(1));
        EXPECT_GE(mode.health().links, 2u);
        EXPECT_GE(open_sockets(), 2u);
    }
    ASSERT_EQ(stage.network.sockets.size(), 4u);
    // What Slack still sends over the old one is taken.
    socket(0).say(envelope_of("e1", "events_api", event_text(direct_message)));
    hello(2, 3);
    hello(3, 4);
    stage.pass(duration(100));
    EXPECT_EQ(stage.inbox.lines, std::vector<std::string>{"help"});
    EXPECT_EQ(socket(0).from_client.size(), 1u);
    EXPECT_FALSE(socket(0).open);
    EXPECT_FALSE(socket(1).open);
    EXPECT_EQ(open_sockets(), 2u);
    EXPECT_EQ(mode.health().ghosts, 0);
}

TEST_F(socket_mode_test, goes_on_after_frames_that_end_other_bots) {
    begin_with_two();
    for (const char* const frame :
         {"null", "{}", R"({"type":"events_api"})", R"({"envelope_id":"e0","type":"events_api"})",
          R"({"envelope_id":"e1","type":"events_api","payload":{}})",
          R"({"envelope_id":"e2","type":"events_api","payload":{"type":"event_callback"}})",
          R"({"envelope_id":"e3","type":"unheard_of","payload":{}})",
          R"({"envelope_id":"e4","type":"slash_commands","payload":{"text":7}})",
          R"({"envelope_id":"e5","type":"interactive","payload":{"type":"view_submission"}})"})
        socket(0).say(frame);
    stage.pass(duration(100));
    EXPECT_EQ(socket(0).from_client.size(), 6u) << "what has an id is not sent again for ever";
    socket(0).say(envelope_of("e9", "events_api", event_text(direct_message)));
    stage.pass(duration(100));
    EXPECT_EQ(stage.inbox.lines, std::vector<std::string>{"help"});
    EXPECT_FALSE(ended);
}

TEST_F(socket_mode_test, ends_with_a_sentence_when_slack_will_have_none) {
    stage.network.answer = [](const http::request&) {
        return http::response{200, {}, R"({"ok":false,"error":"invalid_auth"})"};
    };
    begin();
    stage.pass(duration(100));
    EXPECT_TRUE(ended);
    EXPECT_EQ(failed, "Slack refused apps.connections.open: invalid_auth. Slack does not know the "
                      "token; copy it anew from the app's settings. It is the app's, xapp-…: "
                      "slack.app_token.");
}

TEST_F(socket_mode_test, ends_when_socket_mode_is_switched_off) {
    begin_with_two();
    socket(1).say(R"({"type":"disconnect","reason":"link_disabled"})");
    stage.pass(duration(100));
    EXPECT_TRUE(ended);
    EXPECT_NE(failed.find("Socket Mode is switched off"), std::string::npos);
    EXPECT_EQ(open_sockets(), 0u);
    EXPECT_EQ(tickets, 2) << "and does not connect again";
}

TEST_F(socket_mode_test, comes_back_when_slack_does) {
    begin_with_two();
    stage.network.refuse_sockets = true;
    socket(0).hang_up();
    socket(1).hang_up();
    stage.pass(duration(100));
    EXPECT_FALSE(mode.health().good());
    EXPECT_TRUE(stage.log.says("no slack socket is open"));
    stage.pass(std::chrono::minutes(20));
    EXPECT_LT(tickets, 150) << "with patience";
    stage.network.refuse_sockets = false;
    const time_point back = stage.time.now();
    for (std::size_t greeted = 2; stage.time.now() - back < duration(35'000);) {
        stage.pass(duration(1'000));
        while (greeted < stage.network.sockets.size()) hello(greeted++);
    }
    EXPECT_EQ(stage.network.sockets.size(), 4u);
    EXPECT_EQ(mode.health().links, 2u);
    EXPECT_FALSE(ended);
}

TEST_F(socket_mode_test, survives_a_socket_that_breaks_while_it_answers) {
    begin_with_two();
    socket(0).broken_for_sending = true;
    socket(0).say(envelope_of("e1", "events_api", event_text(mention_event)));
    stage.pass(duration(100));
    EXPECT_FALSE(socket(0).open);
    ASSERT_EQ(stage.network.sockets.size(), 3u);
    hello(2, 2);
    socket(2).say(envelope_of("e1", "events_api", event_text(mention_event)));
    stage.pass(duration(100));
    EXPECT_EQ(socket(2).from_client.size(), 1u);
    EXPECT_EQ(stage.inbox.lines.size(), 1u);
}

TEST_F(socket_mode_test, reads_no_more_than_it_can_take) {
    begin_with_two();
    stage.inbox.takes = std::chrono::minutes(1);
    for (int i = 0; i < 300; ++i)
        socket(0).say(
            envelope_of("e" + std::to_string(i), "events_api", event_text(direct_message)));
    stage.pass(duration(1'000));
    EXPECT_EQ(socket(0).to_client.size(), 300u - 256u);
    stage.pass(std::chrono::minutes(3));
    EXPECT_EQ(socket(0).from_client.size(), 300u);
}

TEST_F(socket_mode_test, finishes_what_it_has_begun) {
    begin_with_two();
    stage.inbox.takes = duration(500);
    socket(0).say(envelope_of("e1", "events_api", event_text(direct_message)));
    stage.pass(duration(1));
    mode.finish();
    stage.pass(duration(100));
    EXPECT_FALSE(ended);
    EXPECT_EQ(open_sockets(), 1u);
    stage.pass(duration(1'000));
    EXPECT_TRUE(ended);
    EXPECT_EQ(failed, "");
    EXPECT_EQ(socket(0).from_client, std::vector<std::string>{R"({"envelope_id":"e1"})"});
    EXPECT_EQ(open_sockets(), 0u);
}

TEST_F(socket_mode_test, finishes_while_it_still_connects) {
    stage.network.latency = duration(2'000);
    begin();
    stage.pass(duration(3'000));
    mode.finish();
    stage.pass(duration(5'000));
    EXPECT_TRUE(ended);
    EXPECT_EQ(open_sockets(), 0u);
}

} // namespace
} // namespace chatops::slack
