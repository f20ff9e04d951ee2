// What a person types becomes a value, and a value becomes what a person would type.
#include "chatops/command/text_of.hpp"

#include <gtest/gtest.h>

namespace chatops {

/// Says itself how it is read.
struct app_name {
    static constexpr std::string_view kind = "application name";
    static result<app_name> parse(std::string_view text) {
        if (text.empty() || text.front() < 'a' || text.front() > 'z')
            return not_a(text, "an application name");
        return app_name{std::string(text)};
    }
    [[nodiscard]] std::string to_text() const { return text; }

    std::string text;
};

/// Of somebody else, who knows nothing of us.
struct grid {
    int rows = 0;
};
template <>
struct text_of<grid> {
    static constexpr std::string_view kind = "grid";
    static result<grid> read(std::string_view text) { return grid{static_cast<int>(text.size())}; }
    static std::string write(const grid& value) {
        return std::string(static_cast<std::size_t>(value.rows), '|');
    }
};

namespace {

struct unknown {};
static_assert(!readable<unknown>);
static_assert(readable<grid> && readable<app_name> && readable<std::string> && readable<secret>);

TEST(text_of, text_is_taken_as_it_is) {
    EXPECT_EQ(*text_of<std::string>::read("a \"b\" ü"), "a \"b\" ü");
    EXPECT_EQ(*text_of<std::string>::read(""), "");
}

TEST(text_of, yes_and_no_in_many_words) {
    for (const char* yes : {"yes", "Yes", "on", "true", "TRUE"})
        EXPECT_TRUE(*text_of<bool>::read(yes));
    for (const char* no : {"no", "NO", "off", "false"}) EXPECT_FALSE(*text_of<bool>::read(no));
    const auto wrong = text_of<bool>::read("maybe");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, "invalid_value");
    EXPECT_EQ(wrong.error().message, "“maybe” is not yes or no.");
    EXPECT_EQ(text_of<bool>::write(true), "yes");
}

TEST(text_of, a_type_may_say_itself_how_it_is_read) {
    EXPECT_EQ(text_of<app_name>::read("acme")->text, "acme");
    EXPECT_EQ(text_of<app_name>::write({"acme"}), "acme");
    EXPECT_EQ(text_of<app_name>::read("Acme").error().message,
              "“Acme” is not an application name.");
}

TEST(text_of, a_secret_is_written_hidden_and_revealed_on_demand) {
    const auto token = text_of<secret>::read("hunter2");
    EXPECT_EQ(text_of<secret>::write(*token), "[secret]");
    EXPECT_EQ(text_of<secret>::reveal(*token).reveal(), "hunter2");
}

TEST(shown, cuts_long_text_between_characters) {
    EXPECT_EQ(shown("acme"), "“acme”");
    std::string forty;
    for (int i = 0; i < 40; ++i) forty += "ü";
    EXPECT_EQ(shown(forty), "“" + forty + "”");
    EXPECT_EQ(shown(forty + "ü"), "“" + forty + "…”");
}

} // namespace
} // namespace chatops
