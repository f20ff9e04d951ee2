// A bot of some commands of one's own, as far as it does not serve; tests/process has the rest.
#include "chatops/native/bot_program.hpp"
#include "chatops/run/catalogue.hpp"
#include "chatops/run/context.hpp"
#include "chatops/run/entries.hpp"
#include "tests/native/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace chatops;

struct greet {
    static constexpr command_info info{
        .name = "greet", .help = "Say hello", .effect = effect::read};
    asio::awaitable<reply> run(context&) const { co_return reply::good("Hello"); }
};

const std::string good_configuration = R"(
[slack]
mode = "socket_mode"
bot_token = "xoxb-1"
app_token = "xapp-1"
signing_secret = "0123456789abcdef0123456789abcdef"
[people.ada]
slack = "U0123456789"
roles = ["lead"]
)";

class bot_program : public ::testing::Test {
  protected:
    void configure(const std::string& text) const { std::ofstream(path_) << text; }

    /// The exit code; what was printed is in `out_` and `err_`.
    int run(std::vector<const char*> words) {
        words.insert(words.begin(), "/opt/lantern-bot");
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        const int code =
            native::bot_program(static_cast<int>(words.size()), words.data(), entries_of<greet>());
        out_ = ::testing::internal::GetCapturedStdout();
        err_ = ::testing::internal::GetCapturedStderr();
        return code;
    }

    native::testing::temporary_folder folder_;
    std::string path_ = folder_.file("chatops.toml");
    std::string out_;
    std::string err_;
};

TEST_F(bot_program, says_that_a_configuration_is_good) {
    configure(good_configuration);
    EXPECT_EQ(run({"--config", path_.c_str(), "--check"}), 0);
    EXPECT_EQ(out_, path_ + ": good\n");
    EXPECT_EQ(err_, "");
}

TEST_F(bot_program, knows_its_own_commands_and_no_others) {
    configure(good_configuration + "[[rules]]\nroles = [\"lead\"]\ncommands = [\"greet\"]\n" +
              "[[rules]]\nroles = [\"lead\"]\ncommands = [\"heroku scale\"]\n");
    EXPECT_EQ(run({"--config", path_.c_str(), "--check"}), 0);
    EXPECT_NE(err_.find(path_ + ":"), std::string::npos) << err_;
    EXPECT_NE(err_.find("heroku scale"), std::string::npos) << err_;
    EXPECT_NE(err_.find("(warning)"), std::string::npos) << err_;
    EXPECT_EQ(err_.find("greet"), std::string::npos) << err_;
}

TEST_F(bot_program, says_what_is_wrong_with_a_configuration) {
    configure(good_configuration + "[store]\npth = \"x\"\n");
    EXPECT_EQ(run({"--config", path_.c_str()}), 2);
    EXPECT_NE(err_.find("pth"), std::string::npos) << err_;
    const std::string missing = folder_.file("missing.toml");
    EXPECT_EQ(run({"--config", missing.c_str()}), 2);
    EXPECT_EQ(err_.find(missing + ": "), 0U) << err_;
    EXPECT_EQ(out_, "");
}

TEST_F(bot_program, needs_a_configuration_that_is_there_to_find_its_journal) {
    const std::string missing = folder_.file("missing.toml");
    EXPECT_EQ(run({"verify", "--config", missing.c_str()}), 1);
    configure(good_configuration + "[store]\npath = \"none.sqlite\"\n");
    EXPECT_EQ(run({"verify", "--config", path_.c_str()}), 1);
    EXPECT_NE(err_.find("none.sqlite"), std::string::npos) << err_;
}

TEST_F(bot_program, prints_a_manifest_without_a_configuration) {
    EXPECT_EQ(run({"--manifest", "--name", "lantern"}), 0);
    EXPECT_NE(out_.find("/lantern"), std::string::npos) << out_;
    EXPECT_EQ(run({"--manifest", "--name", "No Name"}), 2);
    EXPECT_EQ(out_, "");
    EXPECT_NE(err_, "");
}

TEST_F(bot_program, says_why_it_cannot_begin) {
    configure(good_configuration + "[store]\npath = \"no/such/folder/bot.sqlite\"\n");
    EXPECT_EQ(run({"--config", path_.c_str()}), 1);
    EXPECT_NE(err_.find("lantern-bot: "), std::string::npos) << err_;
}

} // namespace
