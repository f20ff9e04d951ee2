// Whole numbers as people type them.
#include "chatops/command/text_of_number.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

TEST(text_of_number, reads_every_number_of_the_type) {
    EXPECT_EQ(*text_of<std::int8_t>::read("-128"), -128);
    EXPECT_EQ(*text_of<std::uint8_t>::read("255"), 255);
    EXPECT_EQ(*text_of<std::int64_t>::read("-9223372036854775808"), INT64_MIN);
    EXPECT_EQ(*text_of<std::uint64_t>::read("18446744073709551615"), UINT64_MAX);
    EXPECT_EQ(*text_of<int>::read("007"), 7);
}

TEST(text_of_number, says_what_would_have_been_right) {
    const auto wrong = text_of<std::int8_t>::read("128");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().expected, "a whole number from -128 to 127");
    EXPECT_EQ(text_of<std::int64_t>::read("9223372036854775808").error().expected,
              "a whole number from -9223372036854775808 to 9223372036854775807");
    EXPECT_EQ(text_of<int>::read("abc").error().expected, "a whole number")
        << "what a type has room for helps nobody who typed none";
    EXPECT_EQ(read_integer("abc", 1, 50).error().expected, "a whole number from 1 to 50");
    EXPECT_EQ(text_of<std::uint64_t>::read("-1").error().expected,
              "a whole number that is not below 0");
    EXPECT_EQ(text_of<std::uint8_t>::read("256").error().expected, "a whole number from 0 to 255");
}

TEST(text_of_number, takes_nothing_else) {
    for (const char* text :
         {"", " 1", "1 ", "+1", "1.0", "1e3", "0x10", "1,000", "one", "--1", "-"}) {
        EXPECT_FALSE(text_of<int>::read(text)) << text;
        EXPECT_FALSE(text_of<std::uint16_t>::read(text)) << text;
    }
    EXPECT_FALSE(text_of<unsigned>::read("-1"));
}

TEST(text_of_number, writes_what_it_reads) {
    for (const int number : {0, 1, -1, INT32_MAX, INT32_MIN})
        EXPECT_EQ(*text_of<int>::read(text_of<int>::write(number)), number);
}

} // namespace
} // namespace chatops
