// OAuth: from "Add to Slack" to a token.
#include "chatops/core/base64.hpp"
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_installation : public slack_office {
  protected:
    const slack::seed_app& app() const { return world.data().slack.app; }

    http::response authorize(const form& more) {
        form query{{"client_id", app().client_id}, {"state", "s t"}};
        for (const auto& each : more) query.push_back(each);
        return request("GET", "/oauth/v2/authorize?" + write_form(query), "");
    }
    std::string new_code(const std::string& scopes = "chat:write,commands") {
        const std::string target(authorize({{"scope", scopes}}).headers.get("Location"));
        return std::string(field(read_form(target.substr(target.find('?') + 1)), "code"));
    }
    object exchange(const form& fields) {
        return parsed(request("POST", "/api/oauth.v2.access", write_form(fields),
                              {{"Content-Type", "application/x-www-form-urlencoded"}}));
    }
    object exchange_code(const std::string& code) {
        return exchange({{"client_id", app().client_id},
                         {"client_secret", app().client_secret},
                         {"code", code}});
    }
};

TEST_F(slack_installation, a_code_becomes_a_token_with_the_scopes_agreed_to) {
    const http::response sent = authorize({{"scope", "chat:write,commands"}});
    EXPECT_EQ(sent.status, 302);
    const std::string target(sent.headers.get("Location"));
    EXPECT_EQ(target.rfind("https://bot.agency.example/slack/installed?code=", 0), 0U) << target;
    EXPECT_EQ(field(read_form(target.substr(target.find('?') + 1)), "state"), "s t");
    const object made = exchange_code(new_code());
    EXPECT_EQ(word(made), "ok");
    EXPECT_EQ(text_of(made, "access_token"), app().bot_token);
    EXPECT_EQ(text_of(made, "token_type"), "bot");
    EXPECT_EQ(text_of(made, "scope"), "chat:write,commands");
    EXPECT_EQ(made.at("team").at("id").as_string(), "T0AGENCY01");
    const object refused = call("users.list");
    EXPECT_EQ(word(refused), "missing_scope");
    EXPECT_EQ(text_of(refused, "needed"), "users:read");
    EXPECT_EQ(text_of(refused, "provided"), "chat:write,commands");
}

TEST_F(slack_installation, a_code_is_good_once_and_for_ten_minutes) {
    const std::string code = new_code();
    EXPECT_EQ(word(exchange_code(code)), "ok");
    EXPECT_EQ(word(exchange_code(code)), "code_already_used");
    const std::string late = new_code();
    now += 10min;
    EXPECT_EQ(word(exchange_code(late)), "invalid_code");
    EXPECT_EQ(word(exchange_code("never")), "invalid_code");
    EXPECT_EQ(word(exchange_code("")), "invalid_code");
}

TEST_F(slack_installation, whoever_is_not_the_app_gets_nothing) {
    const std::string code = new_code();
    EXPECT_EQ(word(exchange({{"client_id", "1.2"}, {"code", code}})), "invalid_client_id");
    EXPECT_EQ(word(exchange(
                  {{"client_id", app().client_id}, {"client_secret", "guess"}, {"code", code}})),
              "bad_client_secret");
    EXPECT_EQ(word(exchange({{"client_id", app().client_id},
                             {"client_secret", app().client_secret},
                             {"code", code},
                             {"redirect_uri", "https://evil.example"}})),
              "bad_redirect_uri");
    EXPECT_EQ(word(exchange({{"client_id", app().client_id},
                             {"client_secret", app().client_secret},
                             {"grant_type", "refresh_token"}})),
              "invalid_refresh_token");
    const std::string basic = base64(app().client_id + ":" + app().client_secret);
    EXPECT_EQ(word(parsed(request("POST", "/api/oauth.v2.access", "code=" + form_encoded(code),
                                  {{"Content-Type", "application/x-www-form-urlencoded"},
                                   {"Authorization", "Basic " + basic}}))),
              "ok");
}

class slack_rotation : public slack_installation {
  protected:
    slack_rotation() { control("POST", "token_rotation", with({{"enable", true}})); }

    object refresh(std::string_view token) {
        return exchange({{"client_id", app().client_id},
                         {"client_secret", app().client_secret},
                         {"grant_type", "refresh_token"},
                         {"refresh_token", std::string(token)}});
    }
    std::string says(std::string_view token) {
        return word(parsed(request("POST", "/api/auth.test", {},
                                   {{"Authorization", "Bearer " + std::string(token)}})));
    }
};

TEST_F(slack_rotation, a_token_is_good_for_twelve_hours_and_the_next_is_had_for_its_refresh_token) {
    const object first = exchange_code(new_code());
    const std::string token(text_of(first, "access_token"));
    EXPECT_EQ(token.substr(0, 12), "xoxe.xoxb-1-");
    EXPECT_EQ(text_of(first, "refresh_token").substr(0, 7), "xoxe-1-");
    EXPECT_EQ(first.at("expires_in").as_int64(), 43'200);
    EXPECT_EQ(says(token), "ok");
    now += 11h;
    const object second = refresh(text_of(first, "refresh_token"));
    EXPECT_EQ(word(second), "ok");
    EXPECT_EQ(text_of(second, "scope"), "chat:write,commands");
    EXPECT_EQ(text_of(second, "token_type"), "bot");
    EXPECT_NE(text_of(second, "refresh_token"), text_of(first, "refresh_token"));
    EXPECT_EQ(says(token), "ok") << "until its own time is over";
    now += 1h;
    EXPECT_EQ(says(token), "token_expired");
    EXPECT_EQ(says(text_of(second, "access_token")), "ok");
    EXPECT_EQ(says("xoxe.xoxb-1-guess"), "invalid_auth");
}

TEST_F(slack_rotation, a_refresh_token_counts_once) {
    const object first = exchange_code(new_code());
    const object second = refresh(text_of(first, "refresh_token"));
    EXPECT_EQ(word(refresh(text_of(first, "refresh_token"))), "invalid_refresh_token");
    EXPECT_EQ(word(refresh("")), "invalid_refresh_token");
    EXPECT_EQ(word(refresh("xoxe-1-guess")), "invalid_refresh_token");
    now += 24h;
    EXPECT_EQ(word(refresh(text_of(second, "refresh_token"))), "ok") << "it does not expire";
    EXPECT_EQ(word(exchange({{"client_id", app().client_id},
                             {"client_secret", app().client_secret},
                             {"grant_type", "password"}})),
              "invalid_grant_type");
}

TEST_F(slack_installation, nobody_is_sent_to_another_address) {
    EXPECT_EQ(authorize({{"scope", "commands"}, {"redirect_uri", "https://evil.example/"}}).status,
              400);
    EXPECT_EQ(authorize({{"scope", "commands"},
                         {"redirect_uri", "https://bot.agency.example/slack/installed.evil"}})
                  .status,
              400);
    EXPECT_EQ(authorize({}).status, 400) << "no scope";
    EXPECT_EQ(request("GET", "/oauth/v2/authorize?client_id=1.2&scope=commands", "").status, 400);
    const http::response denied = authorize({{"mock_deny", "1"}});
    EXPECT_EQ(denied.headers.get("Location"),
              "https://bot.agency.example/slack/installed?error=access_denied&state=s+t");
}

} // namespace
} // namespace chatops::mocks
