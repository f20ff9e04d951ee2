// One set of functions reads and writes all values of a type, without knowing which command they
// are of.
#include "chatops/command/field.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

template <class T>
std::vector<std::string> written(const T& value) {
    std::vector<std::string> texts;
    value_description_of<T>.write(&value, texts);
    return texts;
}

using texts_of = std::vector<std::string>;

TEST(value_description, of_one_value) {
    const value_description& number = value_description_of<int>;
    EXPECT_EQ(number.kind, "whole number");
    EXPECT_FALSE(number.repeated || number.optional || number.secret);
    int value = 1;
    ASSERT_TRUE(number.read(&value, "7", true, {}));
    EXPECT_EQ(value, 7);
    EXPECT_FALSE(number.read(&value, "x", true, {}));
    EXPECT_EQ(value, 7) << "a mistake must change nothing";
    EXPECT_EQ(written(value), texts_of{"7"});
}

TEST(value_description, of_a_list_appends_after_the_first) {
    list<int> values{9};
    const value_description& numbers = value_description_of<list<int>>;
    EXPECT_TRUE(numbers.repeated);
    ASSERT_TRUE(numbers.read(&values, "1", true, {}));
    ASSERT_TRUE(numbers.read(&values, "2", false, {}));
    EXPECT_EQ(values, (list<int>{1, 2}));
    EXPECT_EQ(written(values), (texts_of{"1", "2"}));
}

TEST(value_description, of_what_may_be_missing) {
    std::optional<bool> value;
    EXPECT_EQ(written(value), texts_of{});
    EXPECT_TRUE(value_description_of<std::optional<bool>>.optional);
    ASSERT_TRUE(value_description_of<std::optional<bool>>.read(&value, "no", true, {}));
    EXPECT_EQ(value, false);

    std::optional<list<int>> values;
    const value_description& numbers = value_description_of<std::optional<list<int>>>;
    EXPECT_TRUE(numbers.repeated && numbers.optional);
    ASSERT_TRUE(numbers.read(&values, "1", true, {}) && numbers.read(&values, "2", false, {}));
    EXPECT_EQ(values, (list<int>{1, 2}));
}

TEST(value_description, of_a_secret_hides_it_unless_it_is_revealed) {
    const list<secret> tokens{secret("one"), secret("two")};
    const value_description& described = value_description_of<list<secret>>;
    EXPECT_TRUE(described.secret);
    EXPECT_EQ(written(tokens), (texts_of{"[secret]", "[secret]"}));
    std::vector<secret> revealed;
    described.reveal(&tokens, revealed);
    ASSERT_EQ(revealed.size(), 2u);
    EXPECT_EQ(revealed[1].reveal(), "two");
    EXPECT_EQ(value_description_of<int>.reveal, nullptr);
}

} // namespace
} // namespace chatops
