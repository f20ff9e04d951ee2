// Lines that nobody means well with get one clear sentence, within limits, and its place.
#include "chatops/core/limits.hpp"
#include "chatops/line/parse_as.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

namespace chatops::line {
namespace {

std::string told(std::string_view line) {
    const mistake wrong = wrong_line(line);
    return wrong.code + ": " + wrong.message;
}
std::string times(std::size_t count, std::string_view piece) {
    std::string many;
    while (count-- > 0) many += piece;
    return many;
}

TEST(hostile_line, of_a_hundred_thousand_characters) {
    EXPECT_EQ(told(times(100'000, "a")),
              "unknown_command: There is no command “" + times(40, "a") + "…”.");
    EXPECT_EQ(wrong_line("scale " + times(100'000, "a") + " web=3").code, "") << "a value may be";
    EXPECT_EQ(told("scale acme --" + times(100'000, "a")),
              "unknown_option: heroku scale has no option “--" + times(38, "a") + "…”.");
    EXPECT_EQ(told(times(50'000, "a ")),
              "too_many_words: The line has too many words: at most 2000 are read.");
    EXPECT_EQ(told(times(53'334, "界")),
              "line_too_long: The line is too long: it has 160002 bytes, and at most 160000 are "
              "read.");
    EXPECT_EQ(place_in(times(53'334, "界")).size(), 2u) << "what is beyond";
}

TEST(hostile_line, of_quotes) {
    EXPECT_EQ(told("scale 'acme web=3"),
              "unbalanced_quote: A quote is opened here and not closed. Close it, or leave it "
              "away.");
    EXPECT_EQ(place_in("scale 'acme web=3"), "'acme web=3");
    EXPECT_EQ(place_in("scale acme \"web='3'"), "\"web='3'");
    EXPECT_EQ(place_in("scale “acme\" web=3"), "“acme\" web=3");
    EXPECT_EQ(told("scale \"ac\"me web=3"),
              "text_after_quote: A word goes on after its closing quote. Put a space there, or the "
              "quote at its end.");
    EXPECT_EQ(wrong_line(times(100'000, "\"")).code, "text_after_quote");
    EXPECT_EQ(wrong_line("scale " + times(20'000, "'\"") + " x").code, "text_after_quote");
    EXPECT_EQ(wrong_line("scale \"a 'b' “c”\" web=1").code, "") << "others nest as text";
}

TEST(hostile_line, of_what_is_not_seen) {
    EXPECT_EQ(place_in("scale ac\x1bme"), "\x1b");
    EXPECT_EQ(
        told("scale ac\x1bme"),
        "control_character: There is a character here that cannot be seen, U+001B. Type the line "
        "again instead of pasting it.");
    EXPECT_EQ(told(std::string_view("scale\0 acme", 11)).substr(0, 18), "control_character:");
    EXPECT_EQ(place_in("scale \u202e3=bew acme"), "\u202e");
    EXPECT_EQ(wrong_line("scale \u2066acme\u2069 web=3").code, "direction_character");
    EXPECT_EQ(wrong_line("sc\u200dale acme web=3").code, "look_alike_letter");
}

TEST(hostile_line, of_bytes_that_are_no_text) {
    EXPECT_EQ(told("scale ac\xffme"),
              "invalid_utf8: The line is not text: these bytes are not UTF-8.");
    EXPECT_EQ(place_in("scale ac\xffme"), "\xff");
    EXPECT_EQ(wrong_line("scale \xf0\x82\x82\xac").code, "invalid_utf8") << "an overlong form";
    EXPECT_EQ(wrong_line("scale \xed\xa0\x80").code, "invalid_utf8") << "a surrogate";
    EXPECT_EQ(wrong_line("scale \xf4\x90\x80\x80").code, "invalid_utf8") << "beyond Unicode";
    EXPECT_EQ(wrong_line("scale \xe2\x82").code, "invalid_utf8") << "cut off";
}

TEST(hostile_line, of_letters_from_right_to_left) {
    EXPECT_EQ(wrong_line("scale \u05e9\u05dc\u05d5\u05dd web=3").code, "") << "a name is a name";
    EXPECT_EQ(told("\u0645\u0631\u062d\u0628\u0627 acme"),
              "unknown_command: There is no command “\u0645\u0631\u062d\u0628\u0627”.");
}

TEST(hostile_line, a_place_within_quotes_is_exact) {
    EXPECT_EQ(place_in("scale acme \"web=many\""), "many");
    EXPECT_EQ(place_in("scale acme “web=many”"), "many");
    EXPECT_EQ(place_in("scale acme web=\"many\""), "web=\"many\"") << "joined of two";
    EXPECT_EQ(place_in("heroku logs acme --lines=\"ten\""), "ten");
}

} // namespace
} // namespace chatops::line
