// Enumerations are typed as words.
#include "chatops/command/text_of_enum.hpp"

#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

namespace chatops {
namespace {

enum class parcel { small, very_large, delete_ };
BOOST_DESCRIBE_ENUM(parcel, small, very_large, delete_)

enum class bare { one };
static_assert(readable<parcel> && !readable<bare>);

TEST(text_of_enum, has_dashes_for_underscores_and_none_at_the_end) {
    const auto words = text_of<parcel>::words;
    EXPECT_EQ((std::vector<std::string_view>(words.begin(), words.end())),
              (std::vector<std::string_view>{"small", "very-large", "delete"}));
}

TEST(text_of_enum, is_read_in_any_case_and_written_in_one) {
    EXPECT_EQ(*text_of<parcel>::read("Very-Large"), parcel::very_large);
    EXPECT_EQ(*text_of<parcel>::read("delete"), parcel::delete_);
    EXPECT_EQ(text_of<parcel>::write(parcel::very_large), "very-large");
}

TEST(text_of_enum, names_all_words_when_it_is_none) {
    const auto wrong = text_of<parcel>::read("smal");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().message, "“smal” is not one of small, very-large and delete.");
    EXPECT_FALSE(text_of<parcel>::read(""));
    EXPECT_FALSE(text_of<parcel>::read("delete_"));
}

} // namespace
} // namespace chatops
