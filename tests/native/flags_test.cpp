#include "chatops/native/flags.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace chatops;

struct flags {
    static constexpr command_info info{.name = "some-program",
                                       .help = "Do what is asked",
                                       .effect = effect::read,
                                       .examples = {"some-program --port 80"}};

    option<"port", "where it listens", int> port{9100};
    flag<"loud", "say more"> loud;
};

class program_flags : public ::testing::Test {
  protected:
    /// As `main` gets them; what was printed is in `out_` and `err_`.
    std::optional<flags> read(std::vector<const char*> words) {
        words.push_back(nullptr);
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        auto given =
            native::read_flags<flags>(static_cast<int>(words.size() - 1), words.data(), exit_code_);
        out_ = ::testing::internal::GetCapturedStdout();
        err_ = ::testing::internal::GetCapturedStderr();
        return given;
    }

    int exit_code_ = -1;
    std::string out_;
    std::string err_;
};

TEST_F(program_flags, are_read_as_the_options_of_a_command) {
    const auto given = read({"some-program", "--port=80", "--loud"});
    ASSERT_TRUE(given);
    EXPECT_EQ(*given->port, 80);
    EXPECT_TRUE(*given->loud);
    EXPECT_EQ(out_ + err_, "");
}

TEST_F(program_flags, may_be_none_at_all) {
    EXPECT_EQ(*read({"some-program"})->port, 9100);
    EXPECT_EQ(*read({})->port, 9100);
}

TEST_F(program_flags, are_explained_by_the_name_that_the_program_has) {
    EXPECT_FALSE(read({"/usr/bin/lantern", "--help"}));
    EXPECT_EQ(exit_code_, 0);
    EXPECT_EQ(out_, "lantern [--port PORT] [--loud]\n"
                    "Do what is asked\n"
                    "\n"
                    "Options\n"
                    "  --port PORT  where it listens (whole number, default 9100)\n"
                    "  --loud       say more\n"
                    "  -h, --help   say what this command does, and do nothing\n"
                    "\n"
                    "Examples\n"
                    "  lantern --port 80\n");
    EXPECT_EQ(err_, "");
}

TEST_F(program_flags, that_are_no_good_are_told_with_what_was_expected) {
    EXPECT_FALSE(read({"./lantern", "--port", "x"}));
    EXPECT_EQ(exit_code_, 2);
    EXPECT_EQ(err_, "lantern: --port: “x” is not a whole number.\n"
                    "expected a whole number\n"
                    "usage: lantern [--port PORT] [--loud]\n");
    EXPECT_EQ(out_, "");
    EXPECT_FALSE(read({"lantern", "more"}));
    EXPECT_EQ(exit_code_, 2);
    EXPECT_NE(err_.find("lantern: lantern takes no further argument"), std::string::npos) << err_;
}

TEST_F(program_flags, that_are_mistyped_hear_what_is_near_and_nothing_of_json) {
    EXPECT_FALSE(read({"lantern", "--prot", "80"}));
    EXPECT_EQ(err_, "lantern: lantern has no option “--prot”.\n"
                    "did you mean --port?\n"
                    "usage: lantern [--port PORT] [--loud]\n");
    err_.clear();
    EXPECT_FALSE(read({"lantern", "--jsn"}));
    EXPECT_EQ(err_, "lantern: lantern has no option “--jsn”.\n"
                    "expected --port, --loud, --help (-h)\n"
                    "usage: lantern [--port PORT] [--loud]\n");
}

TEST_F(program_flags, have_no_json) {
    EXPECT_FALSE(read({"lantern", "--json"}));
    EXPECT_EQ(exit_code_, 2);
    EXPECT_EQ(err_, "lantern: lantern has no option --json\n"
                    "usage: lantern [--port PORT] [--loud]\n");
}

} // namespace
