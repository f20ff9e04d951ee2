// The Web API's conventions: tokens, argument formats, scopes, rate limits, paging, unknown
// methods.
#include "tests/mocks/slack_office.hpp"

#include <set>

namespace chatops::mocks {
namespace {

class slack_web_api : public slack_office {
  public:
    /// A call as `Content-Type` says, with a header or without.
    object send(const std::string& method, const std::string& type, const std::string& body,
                const std::string& authorization = {}) {
        http::fields headers;
        if (!type.empty()) headers.add("Content-Type", type);
        if (!authorization.empty()) headers.add("Authorization", authorization);
        return parsed(request("POST", "/api/" + method, body, headers));
    }

    [[nodiscard]] std::string bot() const { return world.data().slack.app.bot_token; }
    [[nodiscard]] std::string app_level() const { return world.data().slack.app.app_token; }
    static constexpr const char* form_type = "application/x-www-form-urlencoded";
};

TEST_F(slack_web_api, says_who_the_token_is) {
    const object me = call("auth.test");
    EXPECT_EQ(word(me), "ok");
    EXPECT_EQ(text_of(me, "user_id"), "U0OPSBOT01");
    EXPECT_EQ(text_of(me, "bot_id"), "B0OPSBOT01");
    EXPECT_EQ(text_of(me, "team_id"), "T0AGENCY01");
    EXPECT_EQ(text_of(me, "url"), "https://agency.slack.com/");
}

TEST_F(slack_web_api, takes_a_form_json_and_a_query) {
    EXPECT_EQ(word(send("auth.test", "", "", "Bearer " + bot())), "ok");
    EXPECT_EQ(word(send("auth.test", form_type, "token=" + bot())), "ok");
    EXPECT_EQ(word(parsed(request("GET", "/api/auth.test?token=" + bot()))), "ok");
    EXPECT_EQ(word(send("chat.postMessage", form_type, "channel=C0ACME0001&text=a+%26amp%3B+b",
                        "Bearer " + bot())),
              "ok");
    EXPECT_EQ(
        word(send("chat.postMessage", form_type,
                  "channel=C0ACME0001&text=x&blocks=" + form_encoded(R"([{"type":"divider"}])"),
                  "Bearer " + bot())),
        "ok");
    EXPECT_EQ(transcript("acme"), "ops: a &amp; b\nops: x\n");
}

TEST_F(slack_web_api, refuses_as_slack_does_whoever_it_does_not_know) {
    EXPECT_EQ(word(send("auth.test", "", "")), "not_authed");
    EXPECT_EQ(word(send("auth.test", "", "", "Bearer xoxb-wrong")), "invalid_auth");
    EXPECT_EQ(word(send("chat.postMessage", "application/json", R"({"token":")" + bot() + R"("})")),
              "not_authed")
        << "a token inside JSON is ignored";
    EXPECT_EQ(word(send("chat.postMessage", form_type, "channel=C0ACME0001&text=x",
                        "Bearer " + app_level())),
              "not_allowed_token_type");
    EXPECT_EQ(word(send("apps.connections.open", "", "", "Bearer " + bot())),
              "not_allowed_token_type");
    EXPECT_EQ(word(send("apps.connections.open", form_type, "token=" + app_level())), "not_authed")
        << "an app-level token counts in the header only";
}

TEST_F(slack_web_api, is_always_200_with_the_scopes_in_a_header) {
    const auto made = request("POST", "/api/auth.test");
    EXPECT_EQ(made.status, 200);
    EXPECT_EQ(made.headers.get("Content-Type"), "application/json; charset=utf-8");
    EXPECT_NE(made.headers.get("x-oauth-scopes").find("chat:write"), std::string_view::npos);
    EXPECT_EQ(request("GET", "/nothing").status, 404);
}

TEST_F(slack_web_api, names_what_is_wrong_with_the_request) {
    EXPECT_EQ(word(call("chat.nonsense")), "unknown_method");
    EXPECT_EQ(word(send("auth.test", "application/json", "{", "Bearer " + bot())), "invalid_json");
    EXPECT_EQ(word(send("auth.test", "application/json", "[]", "Bearer " + bot())),
              "json_not_object");
    EXPECT_EQ(word(send("auth.test", "text/plain", "x", "Bearer " + bot())), "invalid_post_type");
    EXPECT_EQ(word(send("auth.test", "", "x", "Bearer " + bot())), "missing_post_type");
    const std::string form_of = std::string(form_type) + "; charset=";
    EXPECT_EQ(word(send("auth.test", form_of + "UTF-8", "a=b", "Bearer " + bot())), "ok");
    EXPECT_EQ(word(send("auth.test", form_of + "koi8-r", "a=b", "Bearer " + bot())),
              "invalid_charset");
    EXPECT_EQ(word(send("auth.test", form_type, "a%20b=c", "Bearer " + bot())), "invalid_arg_name");
    const std::string deep = std::string(10'000, '[') + std::string(10'000, ']');
    EXPECT_EQ(word(send("auth.test", "application/json", deep, "Bearer " + bot())), "invalid_json");
    const object missing = call("chat.postMessage");
    EXPECT_EQ(word(missing), "invalid_arguments");
    EXPECT_EQ(missing.at("response_metadata").at("messages").at(0).as_string(),
              "[ERROR] missing required field: channel");
}

TEST_F(slack_web_api, echoes_a_test) {
    const object made = parsed(request("GET", "/api/api.test?foo=bar"));
    EXPECT_EQ(made.at("args").at("foo").as_string(), "bar");
    EXPECT_EQ(word(parsed(request("GET", "/api/api.test?error=my_error"))), "my_error");
}

class slack_without_scopes : public slack_web_api {
  public:
    slack_without_scopes() : data_(worlds::agency()) {
        data_.slack.app.scopes = {"users:read"};
        data_.slack.app.bot_token = "xoxb-few";
        poor_ = std::make_unique<slack::workspace>(data_.slack, 1);
    }
    object ask(const std::string& method, const std::string& query) {
        http::request what;
        what.url = "/api/" + method + "?token=xoxb-few&" + query;
        return parsed(poor_->handle(what, when()));
    }

  private:
    worlds::world data_;
    std::unique_ptr<slack::workspace> poor_;
};

TEST_F(slack_without_scopes, names_the_scope_that_is_needed) {
    const object made = ask("chat.postMessage", "channel=C0ACME0001&text=x");
    EXPECT_EQ(word(made), "missing_scope");
    EXPECT_EQ(text_of(made, "needed"), "chat:write");
    EXPECT_EQ(text_of(made, "provided"), "users:read");
    EXPECT_EQ(text_of(ask("conversations.history", "channel=C0ACME0001"), "needed"),
              "channels:history");
    EXPECT_EQ(word(ask("users.info", "user=U0LEAD0001")), "ok");
}

TEST_F(slack_web_api, a_tier_allows_so_many_a_minute) {
    for (int i = 0; i < 20; ++i) EXPECT_EQ(word(call("users.list")), "ok") << i;
    now += 30s;
    const auto refused =
        request("POST", "/api/users.list", {}, {{"Authorization", "Bearer " + bot()}});
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.headers.get("Retry-After"), "30");
    EXPECT_EQ(refused.body, R"({"ok":false,"error":"ratelimited"})");
    EXPECT_EQ(word(call("users.info", with({{"user", "U0DEV00001"}}))), "ok")
        << "each method has its own";
    now += 30s;
    EXPECT_EQ(word(call("users.list")), "ok");
}

TEST_F(slack_web_api, a_channel_takes_a_message_a_second_after_a_burst) {
    const object to_acme = with({{"channel", "C0ACME0001"}, {"text", "x"}});
    for (int i = 0; i < 5; ++i) EXPECT_EQ(word(call("chat.postMessage", to_acme)), "ok") << i;
    const auto refused =
        request("POST", "/api/chat.postMessage", "channel=C0ACME0001&text=x",
                {{"Authorization", "Bearer " + bot()}, {"Content-Type", form_type}});
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.headers.get("Retry-After"), "1");
    EXPECT_EQ(word(call("chat.postMessage", with({{"channel", "C0GLOBEX01"}, {"text", "x"}}))),
              "ok");
    now += 1s;
    EXPECT_EQ(word(call("chat.postMessage", to_acme)), "ok");
}

TEST_F(slack_web_api, limits_follow_the_mocks_own_clock) {
    for (int i = 0; i < 20; ++i) call("users.list");
    EXPECT_EQ(request("POST", "/api/users.list", {}, {{"Authorization", "Bearer " + bot()}}).status,
              429);
    control("POST", "clock", with({{"advance_s", 60}}));
    EXPECT_EQ(word(call("users.list")), "ok");
}

TEST_F(slack_web_api, lists_come_in_pages) {
    std::set<std::string> names;
    std::string cursor;
    int pages = 0;
    do {
        const object page =
            call("conversations.list", with({{"limit", 2}, {"cursor", text_value(cursor)}}));
        ASSERT_EQ(word(page), "ok");
        for (const value& each : *array_of(page, "channels"))
            names.emplace(text_of(each.get_object(), "name"));
        cursor = page.at("response_metadata").at("next_cursor").as_string().c_str();
        ++pages;
    } while (!cursor.empty());
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(names, (std::set<std::string>{"acme", "general", "globex", "initech", "ops"}));

    EXPECT_EQ(word(call("conversations.list", with({{"limit", 1'000}}))), "invalid_limit");
    EXPECT_EQ(word(call("conversations.list", with({{"limit", "x"}}))), "invalid_limit");
    EXPECT_EQ(word(call("conversations.list", with({{"cursor", "bm9wZQ=="}}))), "invalid_cursor");
    EXPECT_EQ(word(call("conversations.list", with({{"types", "nope"}}))), "invalid_types");
    EXPECT_EQ(word(call("conversations.list", with({{"types", "mpim"}}))), "missing_scope");
}

TEST_F(slack_web_api, tells_of_people) {
    EXPECT_EQ(call("users.info", with({{"user", "U0PM000001"}})).at("user").at("name").as_string(),
              "pm");
    EXPECT_EQ(word(call("users.info", with({{"user", "pm"}}))), "user_not_found");
    EXPECT_EQ(call("users.lookupByEmail", with({{"email", "Dev@agency.example"}}))
                  .at("user")
                  .at("id")
                  .as_string(),
              "U0DEV00001");
    EXPECT_EQ(word(call("users.lookupByEmail", with({{"email", "x@y.example"}}))),
              "users_not_found");
    const object all = call("users.list");
    EXPECT_EQ(array_of(all, "members")->size(), 6U);
}

TEST_F(slack_web_api, tells_of_channels_and_who_is_in_them) {
    EXPECT_TRUE(call("conversations.info", with({{"channel", "C0ACME0001"}}))
                    .at("channel")
                    .at("is_member")
                    .as_bool());
    EXPECT_FALSE(call("conversations.info", with({{"channel", "C0GENERAL1"}}))
                     .at("channel")
                     .at("is_member")
                     .as_bool());
    EXPECT_EQ(word(call("conversations.info", with({{"channel", "C0NOTHING1"}}))),
              "channel_not_found");
    EXPECT_EQ(array_of(call("conversations.members", with({{"channel", "C0ACME0001"}})), "members")
                  ->size(),
              5U);
    const object first = call("conversations.open", with({{"users", "U0LEAD0001"}}));
    const object again = call("conversations.open", with({{"users", "U0LEAD0001"}}));
    EXPECT_EQ(first.at("channel"), again.at("channel"));
    EXPECT_EQ(word(call("conversations.open")), "users_list_not_supplied");
    EXPECT_EQ(word(call("conversations.open", with({{"users", "U0NOBODY01"}}))), "user_not_found");
}

TEST_F(slack_web_api, the_bot_can_join_a_public_channel) {
    EXPECT_EQ(word(call("chat.postMessage", with({{"channel", "C0GENERAL1"}, {"text", "x"}}))),
              "not_in_channel");
    EXPECT_EQ(word(call("conversations.join", with({{"channel", "C0GENERAL1"}}))), "ok");
    EXPECT_EQ(text_of(call("conversations.join", with({{"channel", "C0GENERAL1"}})), "warning"),
              "already_in_channel");
    EXPECT_EQ(word(call("chat.postMessage", with({{"channel", "C0GENERAL1"}, {"text", "hello"}}))),
              "ok");
    EXPECT_EQ(transcript("general"), "ops: <@U0OPSBOT01> has joined the channel\nops: hello\n");
}

} // namespace
} // namespace chatops::mocks
