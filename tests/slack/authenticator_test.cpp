// What is authentic was signed, or came over a connection that we opened; nothing else can be made.
#include "chatops/slack/authenticator.hpp"
#include "chatops/slack/socket_protocol.hpp"
#include "tests/support/slack_deliveries.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace chatops::slack {
namespace {

using namespace support;

// Without a check there is no way to one.
static_assert(!std::is_constructible_v<authentic<said>, said>);
static_assert(!std::is_constructible_v<authentic<clicked>, clicked>);
static_assert(!std::is_default_constructible_v<authentic<said>>);
static_assert(!std::is_constructible_v<envelope, std::string, std::string, boost::json::object,
                                       bool, std::int64_t>);

const still_clock noon;
const authenticator door(secret(std::string(signing_key)), slack_bot, noon);

TEST(authenticator, vouches_for_what_slack_signed) {
    const delivery command = door.read(route::commands, command_request("heroku ps"));
    EXPECT_EQ(std::get<authentic<said>>(command)->text, "heroku ps");
    const delivery event = door.read(route::events, event_request(event_text(mention_event)));
    EXPECT_EQ(std::get<authentic<said>>(event)->where.channel, "C0ACME");
    const delivery press = door.read(route::interactive, press_request(press_text()));
    EXPECT_EQ(std::get<authentic<clicked>>(press)->choice, "yes");
}

TEST(authenticator, does_not_even_read_what_it_did_not) {
    http::request forged = event_request("{");
    forged.headers.set("X-Slack-Signature", "v0=" + std::string(64, '0'));
    EXPECT_EQ(std::get<refused>(door.read(route::events, forged)).status, 401);
    forged = command_request("heroku ps");
    forged.body = form_encode(command_fields("heroku restart acme"));
    EXPECT_EQ(std::get<refused>(door.read(route::commands, forged)).why, "signature wrong");
}

TEST(authenticator, answers_ssl_check_where_slack_sends_it) {
    http::request check;
    check.body = "ssl_check=1&text=heroku+restart+acme&user_id=U1";
    EXPECT_EQ(std::get<ignored>(door.read(route::commands, check)).why, "ssl_check");
    EXPECT_EQ(std::get<ignored>(door.read(route::interactive, check)).why, "ssl_check");
    EXPECT_EQ(std::get<refused>(door.read(route::events, check)).status, 401);
}

/// The envelope that comes out of a frame.
envelope received(const std::string& frame) {
    seeded_random chance(1);
    socket_protocol protocol({.links = 1}, chance);
    protocol.start(noon.now());
    protocol.opened(1, noon.now());
    socket_actions done = protocol.received(1, frame, noon.now());
    return std::get<take_envelope>(done.at(0)).what;
}

TEST(authenticator, vouches_for_what_came_over_our_own_connection) {
    const authenticator without_secret(secret(), slack_bot, noon);
    const delivery event = without_secret.read(received(
        R"({"envelope_id":"e1","type":"events_api","payload":)" + event_text(mention_event) + "}"));
    EXPECT_EQ(std::get<authentic<said>>(event)->text, "heroku ps & more");
    const delivery press = without_secret.read(
        received(R"({"envelope_id":"e1","type":"interactive","payload":)" + press_text() + "}"));
    EXPECT_EQ(std::get<authentic<clicked>>(press)->run.text, "r4nd0m");
    const delivery command = without_secret.read(
        received(R"({"envelope_id":"e1","type":"slash_commands","payload":{"text":"help",)"
                 R"("user_id":"U1","channel_id":"C1","trigger_id":"1.2.3"}})"));
    EXPECT_EQ(std::get<authentic<said>>(command)->way, answer_way::in_response);
}

TEST(authenticator, gives_one_key_to_both_ways_of_delivery) {
    // An app that is moved from HTTP to Socket Mode while Slack still retries.
    const delivery over_http = door.read(route::events, event_request(event_text(mention_event)));
    const delivery over_socket = door.read(received(
        R"({"envelope_id":"e1","type":"events_api","payload":)" + event_text(mention_event) + "}"));
    EXPECT_EQ(std::get<authentic<said>>(over_http)->delivery_key,
              std::get<authentic<said>>(over_socket)->delivery_key);
}

} // namespace
} // namespace chatops::slack
