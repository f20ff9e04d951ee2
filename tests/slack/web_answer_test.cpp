// Slack's answers: a result, a refusal that passes, an error with a sentence, or nothing usable.
#include "chatops/core/limits.hpp"
#include "chatops/slack/web_answer.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::slack {
namespace {

std::string kind_of(const web_answer& answer) {
    if (std::holds_alternative<boost::json::object>(answer)) return "result";
    if (const auto* const refusal = std::get_if<limited>(&answer))
        return refusal->retry_after ? "limited " + std::to_string(refusal->retry_after->count())
                                    : "limited";
    if (const auto* const error = std::get_if<provider_error>(&answer))
        return "error " + error->id();
    return "unusable";
}

TEST(read_answer, tells_apart_what_is_to_be_done) {
    const struct {
        int status;
        http::fields headers;
        std::string body, kind;
    } cases[] = {
        {200, {}, R"({"ok":true,"ts":"1.2"})", "result"},
        {200, {}, R"({"ok":true,"warning":"message_truncated"})", "result"},
        {200, {}, R"({"ok":false,"error":"channel_not_found"})", "error channel_not_found"},
        {200, {}, R"({"ok":false})", "unusable"},
        {200, {}, R"({"ok":"true"})", "unusable"},
        {429, {{"Retry-After", "30"}}, R"({"ok":false,"error":"ratelimited"})", "limited 30000"},
        {429, {{"Retry-After", "30"}}, "Too many", "limited 30000"},
        {429, {}, R"({"ok":false,"error":"ratelimited"})", "limited"},
        {429, {{"Retry-After", "soon"}}, "", "limited"},
        {429, {{"Retry-After", "-1"}}, "", "limited"},
        {429, {{"Retry-After", "99999999"}}, "", "limited 86400000"},
        {200, {}, R"({"ok":false,"error":"rate_limited"})", "limited"},
        {200, {{"Retry-After", "2"}}, R"({"ok":false,"error":"ratelimited"})", "limited 2000"},
        {200, {}, R"({"ok":false,"error":"internal_error"})", "unusable"},
        {200, {}, R"({"ok":false,"error":"fatal_error"})", "unusable"},
        {503, {}, R"({"ok":false,"error":"service_unavailable"})", "unusable"},
        {200, {}, R"({"ok":false,"error":"team_added_to_org"})", "unusable"},
        {500, {}, R"({"ok":true})", "unusable"},
        {502, {}, "<html>Bad Gateway</html>", "unusable"},
        {200, {}, "<html>Sign in to the wifi</html>", "unusable"},
        {200, {}, R"({"ok":true,"messages":[{"te)", "unusable"},
        {200, {}, "null", "unusable"},
        {200, {}, "", "unusable"},
        {200, {}, std::string(10'000, '['), "unusable"},
        {200,
         {},
         R"({"ok":true,"x":")" + std::string(limits::slack_answer_bytes, 'x') + "\"}",
         "unusable"},
        {302, {{"Location", "https://elsewhere.example"}}, "", "error http_302"},
        {404, {}, "not found", "error http_404"},
        {403, {}, R"({"ok":false,"error":"invalid_auth"})", "error invalid_auth"},
    };
    for (const auto& each : cases)
        EXPECT_EQ(kind_of(read_answer("chat.update", {each.status, each.headers, each.body})),
                  each.kind)
            << each.status << ' ' << each.body.substr(0, 80);
}

TEST(read_answer, gives_an_error_what_its_reader_needs) {
    const auto answer = read_answer(
        "conversations.history",
        {200,
         {{"X-Slack-Req-Id", "req1"}},
         R"({"ok":false,"error":"missing_scope","needed":"channels:history","provided":"chat:write"})"});
    const auto& error = std::get<provider_error>(answer);
    EXPECT_EQ(error.provider(), "slack");
    EXPECT_EQ(error.status(), 200);
    EXPECT_EQ(error.id(), "missing_scope");
    EXPECT_EQ(error.request_id(), "req1");
    EXPECT_STREQ(error.what(),
                 "Slack refused conversations.history: missing_scope. The app lacks a permission; "
                 "add the scope and install the app again. Needed: channels:history.");
    const auto arguments = read_answer(
        "chat.postMessage", {200,
                             {},
                             R"({"ok":false,"error":"invalid_arguments","response_metadata":)"
                             R"({"messages":["[ERROR] must be less than 51 items"]}})"});
    EXPECT_STREQ(std::get<provider_error>(arguments).what(),
                 "Slack refused chat.postMessage: invalid_arguments. Slack says: [ERROR] must be "
                 "less than 51 items");
}

TEST(read_response_url_answer, takes_text_and_json) {
    const auto kind = [](int status, std::string body) {
        return kind_of(read_response_url_answer({status, {}, std::move(body)}));
    };
    EXPECT_EQ(kind(200, "ok"), "result");
    EXPECT_EQ(kind(200, ""), "result");
    EXPECT_EQ(kind(200, R"({"ok":true})"), "result");
    EXPECT_EQ(kind(200, R"({"ok":false,"error":"invalid_blocks"})"), "error invalid_blocks");
    EXPECT_EQ(kind(404, R"({"ok":false,"error":"used_url"})"), "error used_url");
    EXPECT_EQ(kind(404, "no"), "error http_404");
    EXPECT_EQ(kind(500, "oops"), "unusable");
}

TEST(cause_of, tells_what_can_be_done_about_a_refusal) {
    for (const char* const error : {"account_inactive", "token_revoked", "invalid_auth",
                                    "missing_scope", "accesslimited", "not_enabled"})
        EXPECT_EQ(cause_of(error), refusal_cause::installation) << error;
    for (const char* const error :
         {"not_in_channel", "is_archived", "no_permission", "restricted_action",
          "restricted_action_thread_locked", "slack_connect_file_link_sharing_blocked"})
        EXPECT_EQ(cause_of(error), refusal_cause::place) << error;
    for (const char* const error : {"msg_too_long", "invalid_blocks"})
        EXPECT_EQ(cause_of(error), refusal_cause::message) << error;
    for (const char* const error : {"", "something_new", "ratelimited", "message_not_found"})
        EXPECT_EQ(cause_of(error), refusal_cause::other) << error;
}

TEST(explain, says_which_token_and_what_to_do) {
    EXPECT_EQ(explain("chat.update", "token_revoked"),
              "Slack refused chat.update: token_revoked. The token was revoked; install the app "
              "again. It is the bot's, xoxb-…: slack.bot_token.");
    EXPECT_EQ(
        explain("apps.connections.open", "not_authed"),
        "Slack refused apps.connections.open: not_authed. No token was sent; put one into the "
        "configuration. It is the app's, xapp-…: slack.app_token.");
    EXPECT_EQ(explain("chat.postMessage", "restricted_action_read_only_channel"),
              "Slack refused chat.postMessage: restricted_action_read_only_channel. A setting of "
              "the workspace keeps the bot from posting there.");
    EXPECT_EQ(explain("chat.postMessage", "something_new"),
              "Slack refused chat.postMessage: something_new.");
}

TEST(is_beyond_repair, is_what_only_a_person_can_mend) {
    for (const char* const error : {"not_authed", "invalid_auth", "account_inactive",
                                    "user_removed_from_team", "team_disabled", "token_revoked"})
        EXPECT_TRUE(is_beyond_repair(error)) << error;
    for (const char* const error : {"internal_error", "ratelimited", "", "something_new"})
        EXPECT_FALSE(is_beyond_repair(error)) << error;
}

} // namespace
} // namespace chatops::slack
