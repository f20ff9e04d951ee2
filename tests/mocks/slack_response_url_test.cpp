// Response URLs: five answers in thirty minutes, wherever the bot is.
#include "tests/mocks/slack_office.hpp"

namespace chatops::mocks {
namespace {

class slack_response_url : public slack_office {
  public:
    /// A person runs a command; returns the path of its response URL.
    std::string run_command(const std::string& user = "lead", const std::string& channel = "acme") {
        say(user, channel, "/ops heroku ps acme");
        return arrivals.back()
            .form("response_url")
            .substr(std::string("http://127.0.0.1:9100").size());
    }

    http::response respond(const std::string& path, const std::string& body) {
        auto made = request("POST", path, body, {{"Content-Type", "application/json"}});
        settle();
        return made;
    }
};

TEST_F(slack_response_url, answers_the_asker_or_the_channel_without_a_token) {
    const std::string path = run_command("lead", "general");
    const auto first = respond(path, R"({"text":"for you"})");
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.body, "ok");
    respond(path, R"({"text":"for all","response_type":"in_channel"})");
    EXPECT_EQ(transcript("general"), "ops -> lead: for you\nops: for all\n");
}

TEST_F(slack_response_url, works_five_times) {
    const std::string path = run_command();
    for (int i = 0; i < 5; ++i) EXPECT_EQ(respond(path, R"({"text":"x"})").status, 200) << i;
    const auto sixth = respond(path, R"({"text":"x"})");
    EXPECT_EQ(sixth.status, 404);
    EXPECT_EQ(sixth.body, R"({"ok":false,"error":"used_url"})");
}

TEST_F(slack_response_url, works_for_thirty_minutes) {
    const std::string path = run_command();
    control("POST", "clock", with({{"advance_s", 29 * 60 + 59}}));
    EXPECT_EQ(respond(path, R"({"text":"x"})").status, 200);
    control("POST", "clock", with({{"advance_s", 1}}));
    const auto late = respond(path, R"({"text":"x"})");
    EXPECT_EQ(late.status, 404);
    EXPECT_EQ(late.body, R"({"ok":false,"error":"expired_url"})");
    EXPECT_EQ(respond("/commands/T0AGENCY01/1/never", R"({"text":"x"})").status, 404);
}

TEST_F(slack_response_url, refuses_what_is_no_message) {
    const std::string path = run_command();
    EXPECT_EQ(respond(path, "nope").body, R"({"ok":false,"error":"invalid_payload"})");
    EXPECT_EQ(respond(path, "{}").body, R"({"ok":false,"error":"no_text"})");
    EXPECT_EQ(respond(path, R"({"blocks":[{"type":"nope"}]})").body,
              R"({"ok":false,"error":"invalid_blocks"})");
    EXPECT_EQ(request("GET", path).status, 405);
    EXPECT_EQ(transcript("acme"), "");
}

TEST_F(slack_response_url, of_a_click_replaces_or_deletes_the_message_that_was_clicked) {
    call("chat.postEphemeral",
         with({{"channel", "C0ACME0001"},
               {"user", "U0DEV00001"},
               {"text", "Sure?"},
               {"blocks", *json::parse(R"([{"type":"actions","elements":[{"type":"button",
                                       "action_id":"a","text":{"type":"plain_text","text":"Yes"}}]}])")}}));
    control("POST", "click", with({{"user", "dev"}, {"text", "Yes"}}));
    const std::string path(text_of(arrivals.back().json(), "response_url")
                               .substr(std::string("http://127.0.0.1:9100").size()));
    respond(path, R"({"replace_original":true,"text":"Done."})");
    EXPECT_EQ(transcript("acme"), "ops -> dev: Done.\n")
        << "the only way to change an ephemeral message";
    respond(path, R"({"delete_original":true})");
    EXPECT_EQ(transcript("acme"), "");
}

TEST_F(slack_response_url, of_a_command_replaces_its_last_answer) {
    const std::string path = run_command();
    respond(path, R"({"text":"working"})");
    respond(path, R"({"replace_original":true,"text":"done"})");
    EXPECT_EQ(transcript("acme"), "ops -> lead: done\n");
}

} // namespace
} // namespace chatops::mocks
