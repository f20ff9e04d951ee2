// What is saved is what plays again; what is no transcript is told from one.
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/transcript.hpp"

#include <gtest/gtest.h>

namespace chatops::mocks::worlds {
namespace {

result<std::string> saved(const std::vector<std::string>& lines,
                          const transcript_setting& held_in = {}) {
    const catalogue none({});
    return written_transcript(lines, held_in, agency(), {}, none);
}

TEST(Transcript, HasEachLineWithItsAnswer) {
    const auto text = saved({"# Who is there?", "lead #acme: hello", "wait 1m"});
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_EQ(text->substr(0, 36), "# Who is there?\nlead #acme: hello\nop") << *text;
    EXPECT_NE(text->find("ops #acme:\n    ❌ "), std::string::npos) << *text;
    EXPECT_EQ(text->substr(text->size() - 8), "wait 1m\n") << *text;
}

TEST(Transcript, SaysWhereItWasHeldAndIsReadBack) {
    const std::vector<std::string> lines{"lead #acme: hello", "dev: hello"};
    const transcript_setting held_in{7, slack_mode::socket, "agency"};
    const auto text = saved(lines, held_in);
    ASSERT_TRUE(text) << text.error().message;
    EXPECT_EQ(text->find("# world agency\n# seed 7\n# over sockets\nlead #acme: hello\n"), 0U)
        << *text;
    const auto setting = setting_of(*text);
    ASSERT_TRUE(setting);
    EXPECT_EQ(setting->seed, 7U);
    EXPECT_EQ(setting->mode, slack_mode::socket);
    EXPECT_EQ(setting->world, "agency");
    EXPECT_EQ(lines_played(*text, agency()), lines);
    EXPECT_EQ(*saved(lines_played(*text, agency()), *setting), *text);
}

TEST(Transcript, SaysNothingOfWhatIsUsual) {
    const auto text = saved({"lead #acme: hello"});
    ASSERT_TRUE(text);
    EXPECT_EQ(text->find("lead #acme: hello\n"), 0U) << *text;
    const auto setting = setting_of(*text);
    EXPECT_EQ(setting->seed, 1U);
    EXPECT_EQ(setting->mode, slack_mode::http);
    EXPECT_EQ(setting->world, "");
}

TEST(Transcript, RefusesALineThatIsNoGood) {
    const auto text = saved({"lead #acme: hello", "lead clicks Nothing"});
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().message.find("lead clicks Nothing: "), 0U) << text.error().message;
    EXPECT_EQ(setting_of("# seed seven\nlead: hello\n").error().code, "bad_setting");
}

TEST(Transcript, NothingSaidIsNothingSaved) {
    EXPECT_EQ(saved({}).error().code, "not_said");
    EXPECT_EQ(saved({"# why", "wait 10m"}).error().code, "not_said");
}

TEST(Transcript, IsToldFromAnythingElse) {
    const world in = agency();
    EXPECT_TRUE(is_transcript("# why\nlead #acme: hello\nops #acme:\n    ❌ no\n", in));
    EXPECT_TRUE(is_transcript("lead clicks Confirm\r\nwait 10m\n\n", in));
    EXPECT_FALSE(is_transcript("", in));
    EXPECT_FALSE(is_transcript("# only a comment\n", in));
    EXPECT_FALSE(is_transcript("wait 10m\n", in)) << "nobody says anything in it";
    EXPECT_FALSE(is_transcript("[bot]\nname = \"ops\"\n", in));
    EXPECT_FALSE(is_transcript("lead #acme: hello\nint main() {}\n", in));
}

} // namespace
} // namespace chatops::mocks::worlds
