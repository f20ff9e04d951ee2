// An example that cannot be typed is found before a person tries it.
#include "chatops/line/check_examples.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

namespace chatops::line {
namespace {

struct say_when {
    static constexpr command_info info{
        .name = "say when",
        .help = "Say when",
        .effect = effect::read,
        .aliases = {"when"},
        .examples = {"say when 'tomorrow 9:00'", "when 14:30 --json", "say when --help"}};
    argument<"at", "the moment", time_point> at;
};

struct badly_told {
    static constexpr command_info info{
        .name = "tell",
        .help = "Tell",
        .effect = effect::read,
        .examples = {"tell 3", "tell", "tell three", "tell 3 --loud", "tell \"3"}};
    argument<"times", "how often", int> times;
};

TEST(check_examples, finds_none_where_all_can_be_typed) {
    const directory commands({&describe<scale>(), &describe<say_when>()});
    EXPECT_EQ(text_of(check_examples(commands)), "");
}

TEST(check_examples, tells_each_that_cannot) {
    const directory commands({&describe<badly_told>(), &describe<say_when>()});
    EXPECT_EQ(text_of(check_examples(commands)),
              "tell: `tell`: tell needs times: how often.\n"
              "tell: `tell three`: times: “three” is not a whole number.\n"
              "tell: `tell 3 --loud`: tell has no option “--loud”.\n"
              "tell: `tell \"3`: A quote is opened here and not closed. Close it, or leave it "
              "away.\n");
}

TEST(check_examples, an_example_is_about_its_own_command) {
    const command_description other{
        {.name = "other", .help = "Other", .effect = effect::read, .examples = {"hello"}}, {}};
    const directory commands({&other, &describe<say_hello>()});
    const auto found = check_examples(commands);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].command, "other");
    EXPECT_EQ(found[0].wrong.code, "another_command");
    EXPECT_EQ(found[0].wrong.message, "This is about hello.");
}

} // namespace
} // namespace chatops::line
