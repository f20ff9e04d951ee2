// UTF-8 is read strictly, mended visibly, and measured in columns.
#include "chatops/core/utf8.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

TEST(character_at, reads_each_length) {
    const std::string text = "aé€😀";
    EXPECT_EQ(character_at(text, 0).code, U'a');
    EXPECT_EQ(character_at(text, 1).code, U'é');
    EXPECT_EQ(character_at(text, 3).code, U'€');
    EXPECT_EQ(character_at(text, 6).code, U'😀');
    EXPECT_EQ(character_at(text, 6).size, 4u);
}

TEST(is_utf8, refuses_what_rfc_3629_forbids) {
    EXPECT_TRUE(is_utf8("plain, ünï, €, 😀"));
    EXPECT_TRUE(is_utf8(""));
    const std::string_view wrong[] = {
        "\x80",             // A continuation without a beginning.
        "\xc3",             // Cut off.
        "\xe2\x82",         // Cut off later.
        "\xc0\xaf",         // Overlong '/'.
        "\xe0\x80\xaf",     // Overlong in three.
        "\xf0\x80\x80\xaf", // Overlong in four.
        "\xed\xa0\x80",     // A surrogate.
        "\xf4\x90\x80\x80", // Beyond U+10FFFF.
        "\xff",
        "\xc3(",
    };
    for (const std::string_view each : wrong) EXPECT_FALSE(is_utf8(each)) << std::string(each);
}

TEST(mended_utf8, shows_what_was_wrong) {
    EXPECT_EQ(mended_utf8("a\xff\xfe"
                          "b"),
              "a��b");
    EXPECT_EQ(mended_utf8("ü"), "ü");
}

TEST(shown_text, lets_no_terminal_be_commanded) {
    EXPECT_EQ(shown_text("\x1b[2Jgone\x07\r\n\tkept\x7f"), "[2Jgone\n\tkept");
    EXPECT_EQ(shown_text("\xc2\x9b"
                         "31m"),
              "31m"); // The one-character form of ESC [.
    EXPECT_EQ(shown_text("invoice\xe2\x80\xae"
                         "fdp.exe"),
              "invoicefdp.exe");
}

TEST(utf8_beginning, cuts_no_character_apart) {
    EXPECT_EQ(utf8_beginning("a€b", 1), "a");
    EXPECT_EQ(utf8_beginning("a€b", 2), "a");
    EXPECT_EQ(utf8_beginning("a€b", 3), "a");
    EXPECT_EQ(utf8_beginning("a€b", 4), "a€");
    EXPECT_EQ(utf8_beginning("a€b", 9), "a€b");
}

TEST(columns_of, counts_what_a_terminal_shows) {
    EXPECT_EQ(columns_of("web.1"), 5u);
    EXPECT_EQ(columns_of("né"), 2u);
    EXPECT_EQ(columns_of("ne\xcc\x81"), 2u); // With a combining accent.
    EXPECT_EQ(columns_of("日本"), 4u);
    EXPECT_EQ(columns_of("✅"), 2u);
    EXPECT_EQ(columns_of("→"), 1u);
}

} // namespace
} // namespace chatops
