// A person's mistake is a value; not to look at it is a programmer's.
#include "chatops/core/result.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

result<int> small(int number) {
    if (number < 10) return number;
    mistake wrong;
    wrong.code = "too_large";
    wrong.message = "This is too large.";
    return wrong;
}

TEST(result, carries_the_value_or_the_mistake) {
    ASSERT_TRUE(small(3));
    EXPECT_EQ(*small(3), 3);
    const auto wrong = small(30);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, "too_large");
    EXPECT_EQ(wrong.error(), small(31).error());
}

TEST(result, of_nothing_is_good_unless_told_otherwise) {
    const result<> good;
    EXPECT_TRUE(good);
    const result<> bad = mistake{"code", "Message.", 1, 2, "", ""};
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().begin, 1u);
}

TEST(result, taken_without_looking_names_the_mistake) {
    try {
        small(30).value();
        FAIL() << "value() gave one";
    } catch (const std::logic_error& failed) {
        EXPECT_STREQ(failed.what(), "too_large: This is too large.");
    }
}

} // namespace
} // namespace chatops
