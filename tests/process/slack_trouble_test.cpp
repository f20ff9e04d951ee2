// The real bot when Slack refuses what it does: the log says why, once, and all goes on when it is
// mended.
#include "tests/process/programs.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <string>

namespace chatops::process_test {
namespace {

class slack_trouble : public testing::Test {
  protected:
    slack_trouble()
        : mocks_(folder_.path(), "--http"), bot_(mocks_.bot_configuration(), folder_.path()) {}

    void plan(const std::string& faults) {
        const auto set = calls_.call("PUT", mocks_.url("slack") + "/_mock/faults", faults);
        EXPECT_EQ(set.status, 200) << boost::json::serialize(set.body);
    }
    void say(const std::string& text) {
        calls_.call("POST", mocks_.url("slack") + "/_mock/say",
                    R"({"user":"lead","channel":"acme","text":")" + text + "\"}");
    }
    [[nodiscard]] int times(std::string_view words) const {
        const std::string log = bot_.process().errors();
        int count = 0;
        for (auto at = log.find(words); at != std::string::npos; at = log.find(words, at + 1))
            ++count;
        return count;
    }
    void wait_for(std::string_view words, int count = 1) {
        for (int looks = 0; looks < 2'000 && times(words) < count; ++looks)
            calls_.pass(duration(25));
        EXPECT_GE(times(words), count) << words << " in:\n" << bot_.process().errors();
    }
    std::string messages() {
        return boost::json::serialize(
            calls_.call("GET", mocks_.url("slack") + "/_mock/messages?channel=acme").body);
    }

    scratch_folder folder_;
    caller calls_;
    mocks_program mocks_;
    bot_program bot_;
};

TEST_F(slack_trouble, with_its_token_is_told_once_and_what_was_asked_is_done_when_it_is_mended) {
    plan(R"([{"match":"POST /api/*","kind":"error","error":"account_inactive","count":0}])");
    // Two meet it at once; for one to meet it twice would take as long as runs stay parked.
    for (int i = 0; i < 2; ++i) say("/ops heroku ps acme");
    wait_for("run parked", 2);
    EXPECT_EQ(times("slack installation broken"), 1) << bot_.process().errors();
    EXPECT_NE(messages().find("I cannot answer here yet"), std::string::npos) << messages();
    plan("[]");
    wait_for("run ended", 2);
    EXPECT_EQ(times("slack installation works again"), 1);
    EXPECT_NE(messages().find("all 3 dynos are up"), std::string::npos) << messages();
    EXPECT_EQ(bot_.process().end(), 0);
}

TEST_F(slack_trouble, that_keeps_it_from_beginning_is_told_and_ends_it) {
    EXPECT_EQ(bot_.process().end(), 0);
    plan(R"([{"match":"POST /api/auth.test","kind":"error","error":"token_revoked"}])");
    program again("chatops-bot", {"--config", mocks_.bot_configuration()}, folder_.path());
    EXPECT_EQ(again.wait(), 1);
    EXPECT_NE(again.errors().find("The token was revoked; install the app again. It is the bot's, "
                                  "xoxb-…: slack.bot_token."),
              std::string::npos)
        << again.errors();
}

} // namespace
} // namespace chatops::process_test
