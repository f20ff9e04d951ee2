// Slack's requests over HTTP: refused, answered at once, or on disk before they are acknowledged.
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/slack/http_endpoint.hpp"
#include "tests/support/slack_stage.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

using namespace support;

class http_endpoint_test : public ::testing::Test {
  protected:
    http::response answer(const http::request& what) {
        http_answering begun = endpoint.answer(what);
        if (auto* const made = std::get_if<http::response>(&begun)) return std::move(*made);
        return stage.finish(std::get<asio::awaitable<http::response>>(std::move(begun)));
    }
    /// What is answered without a coroutine.
    static std::optional<http::response> at_once(http_endpoint& by, const http::request& what) {
        http_answering begun = by.answer(what);
        auto* const made = std::get_if<http::response>(&begun);
        return made == nullptr ? std::nullopt : std::optional(std::move(*made));
    }

    /// Neither the log nor the answer may hold what only Slack and we may know.
    void expect_no_secrets(const http::response& given) const {
        for (const std::string_view hidden :
             {std::string_view("hush"), signing_key, std::string_view("v0=")}) {
            EXPECT_FALSE(stage.log.says(hidden)) << hidden;
            EXPECT_EQ(given.body.find(hidden), std::string::npos) << hidden;
        }
    }

    slack_stage stage;
    authenticator door{secret(std::string(signing_key)), slack_bot, stage.time};
    http_endpoint endpoint{door, stage.inbox, stage.log};
};

TEST_F(http_endpoint_test, answers_help_in_the_response) {
    const auto given = at_once(endpoint, command_request("help"));
    ASSERT_TRUE(given);
    EXPECT_EQ(given->status, 200);
    EXPECT_EQ(given->headers.get("Content-Type"), "application/json");
    EXPECT_EQ(given->body,
              R"({"response_type":"ephemeral","text":"Ask me anything","blocks":[{"type":"header",)"
              R"("text":{"type":"plain_text","text":"Ask me anything","emoji":false}}]})");
    EXPECT_TRUE(stage.inbox.keys.empty());
}

TEST_F(http_endpoint_test, acknowledges_a_command_after_it_is_on_disk) {
    const http::request what = command_request("heroku ps");
    EXPECT_FALSE(at_once(endpoint, what));
    stage.inbox.takes = duration(500);
    const time_point before = stage.time.now();
    const http::response given = answer(what);
    EXPECT_EQ(stage.time.now() - before, duration(500));
    EXPECT_EQ(given.status, 200);
    EXPECT_EQ(given.body, "");
    EXPECT_EQ(stage.inbox.lines, std::vector<std::string>{"heroku ps"});
}

TEST_F(http_endpoint_test, answers_a_menu_that_asks_with_its_options) {
    stage.inbox.offered = {{"acme", "acme", {}}, {"acme-staging", "acme-staging", {}}};
    const http::response given = answer(press_request(suggestion_text("ac")));
    EXPECT_EQ(given.status, 200);
    EXPECT_EQ(given.headers.get("Content-Type"), "application/json");
    EXPECT_EQ(given.body,
              R"({"options":[{"text":{"type":"plain_text","text":"acme","emoji":false},)"
              R"("value":"acme"},{"text":{"type":"plain_text","text":"acme-staging",)"
              R"("emoji":false},"value":"acme-staging"}]})");
    EXPECT_EQ(stage.inbox.asked, std::vector<std::string>{"heroku scale app=ac size=large"});
    EXPECT_TRUE(stage.inbox.keys.empty()) << "nothing is journaled";
    stage.inbox.offered.clear();
    EXPECT_EQ(answer(press_request(suggestion_text("zz"))).body, R"({"options":[]})");
    http::request forged = press_request(suggestion_text("ac"));
    forged.headers.set("X-Slack-Signature", "v0=" + std::string(64, '0'));
    EXPECT_EQ(answer(forged).status, 401);
    EXPECT_EQ(stage.inbox.asked.size(), 2u);
}

TEST_F(http_endpoint_test, runs_every_duplicate_once) {
    http::request retry = event_request(event_text(mention_event, "Ev0001"));
    retry.headers.add("X-Slack-Retry-Num", "1");
    retry.headers.add("X-Slack-Retry-Reason", "http_timeout");
    EXPECT_EQ(answer(event_request(event_text(mention_event, "Ev0001"))).status, 200);
    EXPECT_EQ(answer(event_request(event_text(message_of_mention, "Ev0002"))).status, 200);
    EXPECT_EQ(answer(retry).status, 200);
    EXPECT_EQ(answer(press_request(press_text())).status, 200);
    EXPECT_EQ(answer(press_request(press_text())).status, 200);
    EXPECT_EQ(stage.inbox.lines, std::vector<std::string>{"heroku ps & more"});
    EXPECT_EQ(stage.inbox.presses, std::vector<std::string>{"r4nd0m confirm yes"});
}

TEST_F(http_endpoint_test, acknowledges_nothing_that_is_not_on_disk) {
    stage.inbox.down = true;
    for (const http::request& what :
         {command_request("heroku ps"), event_request(event_text(direct_message)),
          press_request(press_text())})
        EXPECT_EQ(answer(what).status, 503);
    EXPECT_TRUE(stage.log.says("the disk is full"));
    stage.inbox.down = false;
    EXPECT_EQ(answer(event_request(event_text(direct_message))).status, 200);
    EXPECT_EQ(stage.inbox.lines, std::vector<std::string>{"help"}) << "by message: journaled";
}

TEST_F(http_endpoint_test, answers_slacks_own_questions) {
    const auto challenge = at_once(
        endpoint,
        event_request(R"({"type":"url_verification","token":"hush","challenge":"3eZbrw1a"})"));
    ASSERT_TRUE(challenge);
    EXPECT_EQ(challenge->status, 200);
    EXPECT_EQ(challenge->headers.get("Content-Type"), "text/plain");
    EXPECT_EQ(challenge->body, "3eZbrw1a");

    http::request check = command_request("");
    check.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    check.body = "token=hush&ssl_check=1";
    EXPECT_EQ(at_once(endpoint, check)->status, 200);
    // Whatever else is sent with it is dropped.
    check.body = form_encode(command_fields("heroku restart acme")) + "&ssl_check=1";
    EXPECT_EQ(answer(check).status, 200);
    EXPECT_TRUE(stage.inbox.keys.empty());
    check.body = form_encode(command_fields("heroku restart acme")) + "&ssl_check=0";
    EXPECT_EQ(answer(check).status, 401);
}

TEST_F(http_endpoint_test, takes_a_content_type_with_parameters) {
    EXPECT_EQ(answer(signed_request("/slack/events", "application/json; charset=utf-8",
                                    event_text(direct_message)))
                  .status,
              200);
    EXPECT_EQ(
        answer(signed_request("/slack/commands", "Application/X-WWW-Form-Urlencoded ;charset=UTF-8",
                              form_encode(command_fields("heroku ps"))))
            .status,
        200);
    EXPECT_EQ(stage.inbox.lines.size(), 2u);
}

TEST_F(http_endpoint_test, refuses_what_slack_would_not_send) {
    const std::string command = form_encode(command_fields("heroku ps"));
    const std::string type = "application/x-www-form-urlencoded";
    const auto changed = [](http::request what, const auto& change) {
        change(what);
        return what;
    };
    const http::request good = command_request("heroku ps");
    const std::int64_t now = slack_now_s;
    const struct {
        http::request what;
        int status;
        std::string_view logged;
    } cases[] = {
        {changed(good, [](auto& what) { what.url = "/slack/other"; }), 404, "unknown path"},
        {changed(good, [](auto& what) { what.url = "/"; }), 404, "unknown path"},
        {changed(good, [](auto& what) { what.method = "GET"; }), 405, "not a POST"},
        {changed(good, [](auto& what) { what.headers.set("Content-Type", "text/plain"); }), 415,
         "another content type"},
        {signed_request("/slack/events", type, event_text(direct_message)), 415,
         "another content type"},
        {changed(good,
                 [](auto& what) {
                     what.headers = {{"Content-Type", "application/json"}};
                 }),
         415, "another content type"},
        {signed_request("/slack/commands", type, std::string(limits::slack_body_bytes + 1, 'a')),
         413, "too large"},
        {changed(good, [](auto& what) { what.body += '&'; }), 401, "signature wrong"},
        {changed(good, [](auto& what) { what.headers.set("X-Slack-Signature", ""); }), 401,
         "signature missing"},
        {changed(good, [](auto& what) { what.headers.set("X-Slack-Signature", "v0=hush"); }), 401,
         "signature malformed"},
        {signed_request("/slack/commands", type, command, now - 301), 401, "signature stale"},
        {signed_request("/slack/commands", type, command, now + 301), 401, "signature stale"},
        {signed_request("/slack/commands", type, command, now, "hush"), 401, "signature wrong"},
        {signed_request("/slack/commands", type, "text=%zz"), 400,
         "a field is not percent-encoded UTF-8"},
        {signed_request("/slack/commands", type, form_encode(command_fields("\xff\xfe"))), 400,
         "a field is not percent-encoded UTF-8"},
        {signed_request("/slack/commands", type, "\xff\xfe"), 400, "missing field"},
        {signed_request("/slack/interactive", type, "payload={"), 400, "malformed JSON"},
        {event_request("{"), 400, "malformed JSON"},
        {event_request("null"), 400, "no JSON object"},
        {event_request(std::string(10'000, '[') + std::string(10'000, ']')), 400, "malformed JSON"},
        // A body for one path is nothing on another.
        {signed_request("/slack/interactive", type, command), 400, "missing field"},
    };
    for (const auto& each : cases) {
        stage.log.lines.clear();
        const auto given = at_once(endpoint, each.what);
        ASSERT_TRUE(given) << each.logged;
        EXPECT_EQ(given->status, each.status) << each.logged;
        EXPECT_EQ(given->body, each.status == 400
                                   ? "Nothing was done: " + std::string(each.logged) + ".\n"
                                   : std::string());
        EXPECT_TRUE(stage.log.says(each.logged)) << each.logged;
        expect_no_secrets(*given);
        EXPECT_EQ(answer(each.what).status, each.status) << each.logged;
    }
    EXPECT_TRUE(stage.inbox.keys.empty());
}

TEST_F(http_endpoint_test, acknowledges_what_is_nothing_for_us) {
    for (const std::string& body :
         {event_text(R"({"type":"reaction_added"})"), std::string(R"({"type":"something_new"})"),
          std::string(R"({"type":"app_rate_limited"})")})
        EXPECT_EQ(at_once(endpoint, event_request(body))->status, 200) << body;
    EXPECT_EQ(at_once(endpoint, press_request(R"({"type":"view_closed"})"))->status, 200);
    EXPECT_TRUE(stage.inbox.keys.empty());
}

TEST_F(http_endpoint_test, without_a_signing_secret_takes_nothing) {
    const authenticator none(secret(), slack_bot, stage.time);
    http_endpoint closed(none, stage.inbox, stage.log);
    EXPECT_EQ(at_once(closed, command_request("help"))->status, 401);
    EXPECT_EQ(at_once(closed, signed_request("/slack/commands", "application/x-www-form-urlencoded",
                                             "text=help", slack_now_s, ""))
                  ->status,
              401);
}

} // namespace
} // namespace chatops::slack
