// A line becomes words as a person meant them, on a keyboard or a phone.
#include "chatops/core/limits.hpp"
#include "chatops/line/split.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops::line {
namespace {

/// The words as one text: values in [brackets], options as they are, each with a value after `=`.
std::string words_as_text(const words& found) {
    std::string text;
    for (const word& each : found) {
        if (!text.empty()) text += ' ';
        if (each.is_option())
            text += std::string(each.dashes, '-') + std::string(each.text);
        else
            text += "[" + std::string(each.text) + "]";
        if (each.has_value) text += "=[" + std::string(each.value) + "]";
    }
    return text;
}

std::string split_text(std::string_view line) {
    const auto found = split(line);
    return found ? words_as_text(*found) : found.error().code;
}

struct example {
    const char* line;
    const char* words;
};

class split_line : public testing::TestWithParam<example> {};

TEST_P(split_line, gives_the_words) { EXPECT_EQ(split_text(GetParam().line), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    spaces, split_line,
    testing::Values(example{"", ""}, example{"   ", ""}, example{"scale web=3", "[scale] [web=3]"},
                    example{"  a \t b\r\nc  ", "[a] [b] [c]"},
                    // No-break space, em space, zero-width space, BOM.
                    example{"a\u00a0b\u2003c \u200bd\ufeff", "[a] [b] [c] [d]"},
                    example{"Größe 東京 👍🏽", "[Größe] [東京] [👍🏽]"}));

INSTANTIATE_TEST_SUITE_P(
    options, split_line,
    testing::Values(example{"--app acme --wait", "--app [acme] --wait"},
                    example{"--app=acme", "--app=[acme]"}, example{"--app=", "--app=[]"},
                    example{"--app=a=b", "--app=[a=b]"}, example{"-n 5 -n=5", "-n [5] -n=[5]"},
                    example{"-5 -.5 -", "[-5] [-.5] [-]"},
                    example{"a -- --b -c -- d", "[a] [--b] [-c] [--] [d]"},
                    example{"\"--app\" '-n'", "[--app] [-n]"},
                    example{"web-1 a--b", "[web-1] [a--b]"}, example{"---x", "---x"}));

INSTANTIATE_TEST_SUITE_P(
    quotes, split_line,
    testing::Values(example{R"("a b" 'c d')", "[a b] [c d]"}, example{R"("" '')", "[] []"},
                    example{R"(web="a b" --app="c d" --app='e')",
                            "[web=a b] --app=[c d] --app=[e]"},
                    example{R"("say \"hi\" \\ \n")", R"([say "hi" \ \n])"},
                    example{R"('a\b' c\d)", R"([a\b] [c\d])"},
                    example{R"(it's don't 5" a"b")", R"([it's] [don't] [5"] [a"b"])"},
                    example{R"('don't do it')", "[don't do it]"},
                    example{"\"two\nlines\"", "[two\nlines]"},
                    example{R"(--a=b="c d")", "--a=[b=c d]"},
                    example{R"("a\"b" "c\"d" e="f\"g")", R"([a"b] [c"d] [e=f"g])"}));

INSTANTIATE_TEST_SUITE_P(
    phones, split_line,
    testing::Values(example{"“a b” ‘c d’", "[a b] [c d]"}, example{"„a b“ ”c d”", "[a b] [c d]"},
                    example{"“a \\” b”", "[a ” b]"},
                    example{"don’t ‘don’t do it’", "[don’t] [don’t do it]"},
                    example{"“a \"b\" c”", "[a \"b\" c]"}, example{"\"a “b” c\"", "[a “b” c]"},
                    example{"—app acme –wait", "--app [acme] --wait"},
                    example{"—app=“a b”", "--app=[a b]"}, example{"a — —b", "[a] [—b]"},
                    example{"acme—web", "[acme—web]"}));

INSTANTIATE_TEST_SUITE_P(
    mistakes, split_line,
    testing::Values(example{"a \"b c", "unbalanced_quote"}, example{"'a", "unbalanced_quote"},
                    example{"“a\"", "unbalanced_quote"}, example{"--app=\"a", "unbalanced_quote"},
                    example{"\"a\\\"", "unbalanced_quote"}, example{"\"a\"b", "text_after_quote"},
                    example{"\"a\"\"b\"", "text_after_quote"},
                    example{"a\x01", "control_character"}, example{"a\x7f", "control_character"},
                    example{"a\u0085", "control_character"},
                    // The direction of writing turned, so that an approver reads something else.
                    example{"a\u202eb", "direction_character"},
                    example{"\"\u2066\"", "direction_character"},
                    example{"a\u200fb", "direction_character"}, example{"a\xff", "invalid_utf8"},
                    example{"\"\xc3\"", "invalid_utf8"}, example{"\xed\xa0\x80", "invalid_utf8"},
                    example{"\xc0\xaf", "invalid_utf8"}, example{"a\xe2\x80", "invalid_utf8"}));

TEST(split, each_word_knows_its_place) {
    const std::string line = "scale \"a b\" --app=“x” -n";
    const words found = split(line).value();
    ASSERT_EQ(found.size(), 4u);
    const auto typed = [&](const word& each) {
        return line.substr(each.begin, each.end - each.begin);
    };
    EXPECT_EQ(typed(found[0]), "scale");
    EXPECT_EQ(typed(found[1]), "\"a b\"");
    EXPECT_EQ(typed(found[2]), "--app=“x”");
    EXPECT_EQ(line.substr(found[2].value_begin, found[2].end - found[2].value_begin), "“x”");
    EXPECT_EQ(typed(found[3]), "-n");
    EXPECT_EQ(found.line_size(), line.size());
}

TEST(split, a_mistake_knows_its_place) {
    const auto unbalanced = split("acme \"web").error();
    EXPECT_EQ(unbalanced.begin, 5u);
    EXPECT_EQ(unbalanced.end, 9u);
    const auto after = split("\"a\"bc d").error();
    EXPECT_EQ(after.begin, 3u);
    const auto turned = split("ab\u202ec").error();
    EXPECT_EQ(turned.begin, 2u);
    EXPECT_EQ(turned.end, 5u);
}

TEST(split, a_mistake_says_what_to_do) {
    EXPECT_EQ(split("ab\u202ec").error().message,
              "A character here turns the direction of writing, so that the line would look other "
              "than it is. Type it again instead of pasting it.");
    EXPECT_EQ(
        split("ab\x01").error().message,
        "There is a character here that cannot be seen, U+0001. Type the line again instead of "
        "pasting it.");
    EXPECT_EQ(split("ab \"c 'd'").error().message,
              "A quote is opened here and not closed. Close it, or leave it away.");
    // Letters that are written from right to left are letters.
    EXPECT_TRUE(split("say \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627"));
}

TEST(split, words_without_escapes_point_into_the_line) {
    const std::string line = "acme \"a b\" --app='c'";
    const words found = split(line).value();
    EXPECT_EQ(found[0].text.data(), line.data());
    EXPECT_EQ(found[1].text.data(), line.data() + 6);
    EXPECT_EQ(found[2].value.data(), line.data() + 18);
}

TEST(split, words_with_escapes_survive_a_move) {
    words kept = split(R"("a\"b" "c\\d")").value();
    const words moved = std::move(kept);
    EXPECT_EQ(moved[0].text, "a\"b");
    EXPECT_EQ(moved[1].text, "c\\d");
}

TEST(split, takes_many_words_and_refuses_too_many) {
    std::string line;
    for (std::size_t i = 0; i < limits::line_words; ++i) line += "w" + std::to_string(i) + " ";
    const words found = split(line).value();
    ASSERT_EQ(found.size(), limits::line_words);
    EXPECT_EQ(found[0].text, "w0");
    EXPECT_EQ(found[limits::line_words - 1].text, "w" + std::to_string(limits::line_words - 1));
    EXPECT_EQ(split(line + "w").error().code, "too_many_words");
}

TEST(split, takes_a_long_line_and_refuses_one_that_is_too_long) {
    EXPECT_EQ(split(std::string(100'000, 'a')).value()[0].text.size(), 100'000u);
    EXPECT_EQ(split("\"" + std::string(100'000, ' ') + "\"").value()[0].text.size(), 100'000u);
    EXPECT_TRUE(split(std::string(limits::line_bytes, ' ')).value().empty());
    EXPECT_EQ(split(std::string(limits::line_bytes + 1, ' ')).error().code, "line_too_long");
}

TEST(split, no_mistake_repeats_the_line_which_may_be_secret) {
    for (const char* line : {"set \"hunter2", "\"hunter2\"hunter2", "hunter2\x01", "hunter2\xff"}) {
        const mistake wrong = split(line).error();
        EXPECT_EQ((wrong.message + wrong.expected + wrong.suggestion).find("hunter2"),
                  std::string::npos);
    }
}

TEST(split_unfinished, closes_a_quote_at_the_end_of_the_line) {
    const words found = split_unfinished("scale \"ac me").value();
    EXPECT_EQ(words_as_text(found), "[scale] [ac me]");
    EXPECT_TRUE(found.last_is_open());
    EXPECT_FALSE(split_unfinished("scale ").value().last_is_open());
    EXPECT_FALSE(split_unfinished("").value().last_is_open());
}

TEST(split_unfinished, a_dash_at_the_end_begins_an_option) {
    EXPECT_EQ(words_as_text(split_unfinished("scale --").value()), "[scale] --");
    EXPECT_EQ(words_as_text(split_unfinished("scale -").value()), "[scale] -");
    EXPECT_EQ(words_as_text(split_unfinished("scale —").value()), "[scale] --");
    EXPECT_EQ(words_as_text(split_unfinished("scale -- -").value()), "[scale] [-]");
}

TEST(words_of_arguments, are_taken_as_the_shell_split_them) {
    const std::vector<const char*> arguments{"--config", "a b.toml", "--port=9100", "-v",
                                             "it's",     "\"x\"",    "--",          "--y"};
    const words found = words_of_arguments(arguments).value();
    EXPECT_EQ(words_as_text(found), "--config [a b.toml] --port=[9100] -v [it's] [\"x\"] [--y]");
    EXPECT_EQ(found[1].begin, 9u);
    EXPECT_EQ(found[1].end, 17u);
    EXPECT_EQ(found[2].value_begin, 25u);
}

TEST(words_of_arguments, refuses_what_is_no_text_or_too_much) {
    const std::vector<const char*> broken{"a", "\xff"};
    EXPECT_EQ(words_of_arguments(broken).error().code, "invalid_utf8");
    const std::string half(limits::line_bytes / 2 + 1, 'a');
    const std::vector<const char*> long_ones{half.c_str(), half.c_str()};
    EXPECT_EQ(words_of_arguments(long_ones).error().code, "line_too_long");
    const std::vector<const char*> many(limits::line_words + 1, "a");
    EXPECT_EQ(words_of_arguments(many).error().code, "too_many_words");
}

} // namespace
} // namespace chatops::line
