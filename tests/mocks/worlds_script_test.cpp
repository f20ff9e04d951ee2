// Lines of a script: what is said to the bot, and what cannot be said at all.
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/script.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops::mocks::worlds {
namespace {

class Script : public testing::Test {
  protected:
    /// What somebody said last, as the others read it.
    std::string said_last() {
        std::string text;
        for (const slack::shown_message& each : company_.messages())
            if (each.user != "ops") text = each.text;
        return text;
    }

    catalogue none_{std::vector<entry>()};
    company company_{agency(), {}, none_};
    script script_{company_};
};

TEST_F(Script, SaysToTheBotWhatNamesNobody) {
    ASSERT_TRUE(script_.play("lead #acme: help"));
    const std::string mention = said_last().substr(0, said_last().find(' '));
    EXPECT_EQ(said_last(), mention + " help");
    ASSERT_TRUE(script_.play("lead: hey, could you @ops help"));
    EXPECT_EQ(said_last(), "hey, could you " + mention + " help");
    ASSERT_TRUE(script_.play("lead: write to bot@ops.example, or @opsa"));
    EXPECT_EQ(said_last().substr(0, mention.size()), mention) << "neither of them names the bot";
}

TEST_F(Script, TellsAloudWhatCouldNotBeSaid) {
    EXPECT_EQ(script_.play("lead: help \xff\xfe").error().message,
              "This line is not text: its bytes are not UTF-8, which Slack could not send. Nothing "
              "was said.");
    EXPECT_FALSE(script_.play("nobody: help"));
    EXPECT_EQ(said_last(), "");
}

} // namespace
} // namespace chatops::mocks::worlds
