// What an operator does with the real bot: verify its journal, and have its configuration read
// anew.

#include "tests/process/programs.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace chatops::process_test {
namespace {

class operator_test : public testing::Test {
  protected:
    operator_test()
        : mocks_(folder_.path(), "--http"), text_(content_of(mocks_.bot_configuration())) {}

    void write(const std::string& text) const { std::ofstream(mocks_.bot_configuration()) << text; }
    void say(const std::string& person, const std::string& text) {
        calls_.call("POST", mocks_.url("slack") + "/_mock/say",
                    R"({"user":")" + person + R"(","channel":"acme","text":"@ops )" + text + "\"}");
    }
    bool log_says(const bot_program& bot, std::string_view words) {
        for (int looks = 0; looks < 400; ++looks) {
            if (bot.process().errors().find(words) != std::string::npos) return true;
            calls_.pass(duration(25));
        }
        ADD_FAILURE() << "no " << words << " in:\n" << bot.process().errors();
        return false;
    }
    /// The program's exit code; what it said is in `said_`.
    int verify() {
        program checking("chatops-bot", {"verify", "--config", mocks_.bot_configuration()},
                         folder_.path());
        const int code = checking.wait();
        said_ = checking.output() + checking.errors();
        return code;
    }

    scratch_folder folder_;
    caller calls_;
    mocks_program mocks_;
    std::string text_;
    std::string said_;
};

TEST_F(operator_test, has_the_configuration_read_anew) {
    bot_program bot(mocks_.bot_configuration(), folder_.path());
    write(text_ + "\n[[rules]]\nroles = [\"guests\"]\ncommands = [\"heroku ps\"]\n");
    bot.process().hang_up();
    log_says(bot, "configuration reloaded");
    log_says(bot, "nobody has the role");
    write(text_ + "\n[[rules]]\nrole = [\"dev\"]\ncommands = [\"*\"]\n");
    bot.process().hang_up();
    log_says(bot, "did you mean roles?");
    EXPECT_TRUE(bot.process().runs());
    write(text_ + "\n[[rules]]\nroles = [\"dev\"]\ncommands = [\"*\"]\n");
    say("lead", "reload");
    log_says(bot, "run ended");
    say("dev", "heroku scale acme web=3");
    for (int looks = 0; looks < 400; ++looks) {
        const auto state = calls_.call("GET", mocks_.url("heroku") + "/_mock/requests");
        if (boost::json::serialize(state.body).find("PATCH") != std::string::npos) break;
        calls_.pass(duration(25));
    }
    const auto requests = calls_.call("GET", mocks_.url("heroku") + "/_mock/requests");
    EXPECT_NE(boost::json::serialize(requests.body).find("PATCH"), std::string::npos)
        << "dev may it now";
    EXPECT_EQ(bot.process().end(), 0);
}

TEST_F(operator_test, verifies_the_journal_while_the_bot_runs_and_after_it_was_changed) {
    {
        bot_program bot(mocks_.bot_configuration(), folder_.path());
        say("lead", "heroku ps acme");
        log_says(bot, "run ended");
        EXPECT_EQ(verify(), 0);
        EXPECT_NE(said_.find("events are sound; the last one's hash is"), std::string::npos)
            << said_;
        EXPECT_EQ(bot.process().end(), 0);
    }
    // The first letter of a name in an event, wherever it stands in the file.
    const std::string path = folder_.path() + "/chatops.sqlite";
    EXPECT_EQ(verify(), 0) << said_;
    std::string bytes = content_of(path);
    const auto at = bytes.rfind("heroku ps acme");
    ASSERT_NE(at, std::string::npos);
    bytes[at + 10] = 'A';
    std::ofstream(path, std::ios::binary) << bytes;
    EXPECT_EQ(verify(), 1);
    EXPECT_NE(said_.find("broken at event 1"), std::string::npos) << said_;
}

TEST_F(operator_test, hears_of_a_wrong_configuration_and_a_journal_that_is_not_there) {
    EXPECT_EQ(verify(), 1);
    EXPECT_NE(said_.find("chatops.sqlite: No such file"), std::string::npos) << said_;
    write("[slack]\nmode = 3\n");
    EXPECT_EQ(verify(), 1);
    EXPECT_NE(said_.find("chatops.toml:2:8: slack.mode: expected a text"), std::string::npos)
        << said_;
}

} // namespace
} // namespace chatops::process_test
