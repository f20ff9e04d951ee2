// What nobody should send, sent to the real bot over the network: refused as Slack expects, logged
// without secrets, and the bot goes on.

#include "chatops/core/digest.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/url.hpp"
#include "tests/process/programs.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <string>

namespace chatops::process_test {
namespace {

constexpr std::string_view form_type = "application/x-www-form-urlencoded";
constexpr std::string_view json_type = "application/json";

/// The value of `key = "…"` in a configuration.
std::string setting(const std::string& configuration, const std::string& key) {
    const std::string before = "\n" + key + " = \"";
    const auto at = configuration.find(before);
    if (at == std::string::npos) return {};
    const auto begin = at + before.size();
    return configuration.substr(begin, configuration.find('"', begin) - begin);
}

/// Everything of one company: its mocks, its bot, and who sends what.
class company {
  public:
    explicit company(const std::string& way)
        : mocks_(folder_.path(), way), text_(content_of(mocks_.bot_configuration())),
          bot_(mocks_.bot_configuration(), folder_.path()) {}

    /// The status that a signed POST gets.
    int post(const std::string& path, std::string_view type, const std::string& body,
             std::int64_t seconds_off = 0, const std::string& key = {}) {
        const std::int64_t now = std::chrono::duration_cast<std::chrono::seconds>(
                                     std::chrono::system_clock::now().time_since_epoch())
                                     .count();
        const std::string stamp = std::to_string(now + seconds_off);
        const std::string secret = key.empty() ? setting(text_, "signing_secret") : key;
        const std::string base = "v0:" + stamp + ":" + body;
        http::request what;
        what.method = "POST";
        what.url = "http://" + setting(text_, "listen") + path;
        what.headers = {{"Content-Type", std::string(type)},
                        {"X-Slack-Request-Timestamp", stamp},
                        {"X-Slack-Signature", "v0=" + hex(hmac_sha256(secret, base))}};
        what.body = body;
        return calls_.call(what).status;
    }

    boost::json::value mock(const std::string& vendor, const std::string& method,
                            const std::string& route, const std::string& body = {}) {
        return calls_.call(method, mocks_.url(vendor) + "/_mock/" + route, body).body;
    }
    void say(const std::string& text) {
        mock("slack", "POST", "say", R"({"user":"lead","channel":"acme","text":")" + text + "\"}");
    }
    /// The bot's messages in #acme, once there are that many and all have ended.
    std::vector<std::string> answers(std::size_t count) {
        for (int looks = 0; looks < 1'200; ++looks) {
            const auto all = mock("slack", "GET", "messages?channel=acme");
            std::vector<std::string> ended;
            for (const auto& each : all.as_array()) {
                std::string text = boost::json::serialize(each);
                if (each.as_object().at("user").as_string() == "ops" &&
                    text.find("Working on it") == std::string::npos)
                    ended.push_back(std::move(text));
            }
            if (ended.size() == count) return ended;
            calls_.pass(duration(25));
        }
        ADD_FAILURE() << "no " << count << " answers; the bot's log:\n" << bot_.process().errors();
        return std::vector<std::string>(count);
    }
    /// Waits until the bot has a connection over which Slack can deliver.
    bool is_connected() {
        for (int looks = 0; looks < 400; ++looks) {
            const auto state = mock("slack", "GET", "state");
            if (!state.at("app").at("sockets").as_array().empty()) return true;
            calls_.pass(duration(25));
        }
        return false;
    }
    /// Waits until the bot's log has that.
    bool log_says(std::string_view words) {
        for (int looks = 0; looks < 400; ++looks) {
            if (bot_.process().errors().find(words) != std::string::npos) return true;
            calls_.pass(duration(25));
        }
        return false;
    }
    /// A command is carried out as if nothing had been, as the bot's `count`th answer, and its log
    /// has kept every secret.
    void expect_that_it_goes_on(std::size_t count) {
        say("@ops heroku scale acme web=3");
        EXPECT_NE(answers(count).back().find("web 2 → 3"), std::string::npos);
        expect_no_secrets_in_the_log();
        EXPECT_EQ(bot_.process().end(), 0);
    }
    void expect_no_secrets_in_the_log() {
        const std::string log = bot_.process().errors();
        for (const char* const key : {"signing_secret", "bot_token", "app_token", "token"}) {
            const std::string hidden = setting(text_, key);
            ASSERT_FALSE(hidden.empty()) << key;
            EXPECT_EQ(log.find(hidden), std::string::npos) << key;
        }
        EXPECT_EQ(log.find("hush"), std::string::npos);
        EXPECT_EQ(log.find("v0="), std::string::npos);
    }

  private:
    scratch_folder folder_;
    caller calls_;
    mocks_program mocks_;
    std::string text_;
    bot_program bot_;
};

TEST(bad_input, over_http_is_refused_and_the_bot_goes_on) {
    company it("--http");
    const std::string command = form_encode({{"command", "/ops"},
                                             {"text", "heroku scale acme web=3"},
                                             {"token", "hush"},
                                             {"response_url", "https://hooks.example/hush"}});
    const std::string deep = std::string(10'000, '[') + std::string(10'000, ']');
    const struct {
        const char* what;
        int status;
        const char* path;
        std::string_view type;
        std::string body;
        std::int64_t seconds_off = 0;
        const char* key = "";
    } cases[] = {
        {"a wrong signature", 401, "/slack/commands", form_type, command, 0, "wrong"},
        {"a stale timestamp", 401, "/slack/commands", form_type, command, -310},
        {"a timestamp from the future", 401, "/slack/commands", form_type, command, 310},
        {"an oversized body", 413, "/slack/commands", form_type,
         "text=" + std::string(limits::slack_body_bytes, 'a')},
        {"a malformed form", 400, "/slack/commands", form_type, "text=%zz"},
        {"a form without its fields", 400, "/slack/commands", form_type, "text=help"},
        {"malformed JSON", 400, "/slack/events", json_type, R"({"type":"event_callback",)"},
        {"JSON that is null", 400, "/slack/events", json_type, "null"},
        {"JSON nested 10,000 deep", 400, "/slack/events", json_type, deep},
        {"the same as a payload", 400, "/slack/interactive", form_type, "payload=" + deep},
        {"an unknown path", 404, "/slack/somewhere", json_type, "{}"},
        {"an unknown type of event", 200, "/slack/events", json_type, R"({"type":"new_thing"})"},
        {"an unknown type of payload", 200, "/slack/interactive", form_type,
         form_encode({{"payload", R"({"type":"new_thing","token":"hush"})"}})},
    };
    for (const auto& each : cases)
        EXPECT_EQ(it.post(each.path, each.type, each.body, each.seconds_off, each.key), each.status)
            << each.what;
    EXPECT_TRUE(it.log_says("slack request refused"));
    it.expect_that_it_goes_on(1);
}

TEST(bad_input, in_a_socket_is_ignored_and_the_bot_goes_on) {
    company it("--socket-mode");
    ASSERT_TRUE(it.is_connected());
    for (const char* const frame :
         {"null", "[]", "{", R"({\"type\":\"events_api\"})",
          R"({\"envelope_id\":\"e1\",\"type\":\"events_api\",\"payload\":null})",
          R"({\"envelope_id\":\"e2\",\"type\":\"events_api\",\"payload\":{\"event\":null}})",
          R"({\"envelope_id\":\"e3\",\"type\":\"new_thing\",\"payload\":{\"token\":\"hush\"}})"})
        it.mock("slack", "POST", "socket", std::string(R"({"frame":")") + frame + "\"}");
    const std::string deep = std::string(10'000, '[') + std::string(10'000, ']');
    it.mock("slack", "POST", "socket", R"({"frame":")" + deep + "\"}");
    it.expect_that_it_goes_on(1);
}

TEST(bad_input, of_a_provider_is_explained) {
    company it("--http");
    it.mock("heroku", "PUT", "faults",
            R"([{"match":"GET /apps/acme/*","kind":"html","count":0},)"
            R"({"match":"GET /apps/globex/*","kind":"truncated","count":0},)"
            R"({"match":"PATCH /apps/initech/*","kind":"html","has_effect":true,"count":0}])");
    it.say("@ops heroku scale acme web=4");
    it.say("@ops heroku scale globex web=4");
    it.say("@ops heroku scale initech web=1");
    std::size_t to_ask_again = 0;
    std::size_t to_look_first = 0;
    for (const std::string& answer : it.answers(3)) {
        EXPECT_NE(answer.find("Heroku gave no usable answer"), std::string::npos) << answer;
        to_ask_again += answer.find("Ask again in a minute") != std::string::npos ? 1 : 0;
        to_look_first +=
            answer.find("look at how things are before you ask again") != std::string::npos ? 1 : 0;
    }
    EXPECT_EQ(to_ask_again, 2U) << "nothing was changed by a look";
    EXPECT_EQ(to_look_first, 1U) << "what was sent to initech may have arrived";
    it.mock("heroku", "PUT", "faults", "[]");
    it.expect_that_it_goes_on(4);
}

TEST(bad_input, in_a_configuration_is_named_and_the_bot_does_not_start) {
    const scratch_folder folder;
    const mocks_program mocks(folder.path(), "--http");
    std::string text = content_of(mocks.bot_configuration());
    const std::string mode = "mode = \"http\"";
    text.replace(text.find(mode), mode.size(), "mode = \"carrier_pigeon\"");
    const std::string path = folder.path() + "/broken.toml";
    std::ofstream(path) << text;
    program bot("chatops-bot", {"--config", path}, folder.path());
    EXPECT_EQ(bot.wait(), 2);
    EXPECT_EQ(bot.errors(), path + ":7:8: slack.mode: expected \"http\" or \"socket_mode\", found "
                                   "\"carrier_pigeon\"\n");
}

} // namespace
} // namespace chatops::process_test
