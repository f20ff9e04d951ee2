// Forms and globs, with what goes wrong in them.
#include "mocks/common/text.hpp"

#include <gtest/gtest.h>

namespace chatops::mocks {
namespace {

TEST(common_text, forms_go_there_and_back) {
    const form fields{{"text", "a & b=c é %"}, {"empty", ""}, {"text", "twice"}};
    EXPECT_EQ(write_form(fields), "text=a+%26+b%3Dc+%C3%A9+%25&empty=&text=twice");
    EXPECT_EQ(read_form(write_form(fields)), fields);
    EXPECT_EQ(field(fields, "text"), "a & b=c é %");
    EXPECT_EQ(field(fields, "none"), "");
}

TEST(common_text, what_is_no_form_is_read_as_far_as_it_goes) {
    EXPECT_EQ(read_form("&&a&=b&c=%zz%4"), (form{{"a", ""}, {"", "b"}, {"c", "%zz%4"}}));
    EXPECT_TRUE(read_form("").empty());
}

TEST(common_text, a_star_matches_any_run) {
    EXPECT_TRUE(glob_matches("*", ""));
    EXPECT_TRUE(glob_matches("/apps/*/formation", "/apps/acme/formation"));
    EXPECT_TRUE(glob_matches("*a*b", "xaxbxb"));
    EXPECT_FALSE(glob_matches("/apps/*/formation", "/apps/acme/formation/web"));
    EXPECT_FALSE(glob_matches("", "a"));
    // A pattern that takes exponential time when it is tried naively.
    EXPECT_FALSE(glob_matches("a*a*a*a*a*a*a*a*a*a*a*b", std::string(2'000, 'a')));
}

TEST(common_text, characters_are_counted_and_never_cut) {
    EXPECT_EQ(characters("aé€😀"), 4U);
    EXPECT_EQ(first_characters("aé€😀", 2), "aé");
    EXPECT_EQ(first_characters("aé", 9), "aé");
    EXPECT_EQ(clipped("aé€", 2), "a");
    EXPECT_EQ(clipped("aé€", 3), "aé");
}

} // namespace
} // namespace chatops::mocks
