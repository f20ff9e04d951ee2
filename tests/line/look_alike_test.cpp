// Letters of other alphabets that look like ours, and characters that nobody sees.
#include "chatops/line/look_alike.hpp"
#include "chatops/line/parse_as.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

namespace chatops::line {
namespace {

mistake wrong_line(std::string_view line) {
    static const directory commands = sample_directory();
    return commands.find(split(line).value()).error();
}

std::string place_in(std::string_view line, const mistake& wrong) {
    return std::string(line.substr(wrong.begin, wrong.end - wrong.begin));
}

TEST(as_it_looks, in_plain_letters) {
    EXPECT_EQ(as_it_looks("h\u0435r\u043eku"), "heroku");
    EXPECT_EQ(as_it_looks("\uff48\uff45\uff12"), "he2") << "wide forms";
    EXPECT_EQ(as_it_looks("\U0001d5a0\U0001d5ba\U0001d7ce\U0001d7d7"), "Aa09")
        << "mathematical ones";
    EXPECT_EQ(as_it_looks("web\u20111"), "web-1");
    EXPECT_EQ(as_it_looks("he\u00adro\u200dku\ufe0f"), "heroku") << "not seen";
    for (const char* plain : {"", "heroku", "größe", "東京", "Жанна", "\xff"})
        EXPECT_EQ(as_it_looks(plain).find_first_of('\0'), std::string::npos) << plain;
    EXPECT_EQ(as_it_looks("größe 東京 👍"), "größe 東京 👍");
}

TEST(directory_of_look_alikes, a_command_that_only_looks_right) {
    const std::string line = "Her\u043eku scale web=3";
    const mistake wrong = wrong_line(line);
    EXPECT_EQ(wrong.code, "look_alike_letter");
    EXPECT_EQ(wrong.message,
              "“Her\u043eku” only looks like “heroku”: in it is U+043E, which is not "
              "“o”. Type it again instead of pasting it.");
    EXPECT_EQ(wrong.suggestion, "heroku scale");
    EXPECT_EQ(place_in(line, wrong), "\u043e");
    EXPECT_EQ(wrong_line("heroku \u0455cale acme").suggestion, "heroku scale");
    EXPECT_EQ(wrong_line("\u04bbello").suggestion, "hello");
    EXPECT_EQ(wrong_line("\"hell\u043e\"").code, "look_alike_letter");
}

TEST(directory_of_look_alikes, a_character_that_is_not_seen) {
    const mistake wrong = wrong_line("hel\u200dlo");
    EXPECT_EQ(wrong.message, "“hel\u200dlo” only looks like “hello”: in it is U+200D, which cannot "
                             "be seen. Type it again instead of pasting it.");
    EXPECT_EQ(wrong.begin, 3u);
    EXPECT_EQ(wrong.end, 6u);
}

TEST(directory_of_look_alikes, only_names_are_looked_at) {
    static const directory commands = sample_directory();
    EXPECT_TRUE(commands.find(split("hello \u0430\u0441me").value())) << "an argument is its own";
    EXPECT_EQ(wrong_line("\u0436\u0436\u0436").code, "unknown_command");
    EXPECT_EQ(wrong_line("heroku sc\u0430le2").code, "unknown_command");
    std::string many;
    while (many.size() < 100'000) many += "\u043e";
    EXPECT_EQ(wrong_line(many).code, "unknown_command") << "too long to be a name";
}

TEST(parse_of_look_alikes, an_option_that_only_looks_right) {
    const std::string line = "acme web=3 --w\u0430it";
    const mistake wrong = parse<scale>(line).error();
    EXPECT_EQ(wrong.code, "look_alike_letter");
    EXPECT_EQ(wrong.suggestion, "--wait");
    EXPECT_EQ(place_in(line, wrong), "\u0430");
    EXPECT_EQ(place_in("--\u0430pp=acme", parse<scale>("--\u0430pp=acme").error()), "\u0430");
    EXPECT_EQ(parse<scale>("acme web=3 --h\u0435lp").error().suggestion, "--help");
    EXPECT_EQ(parse<scale>("acme web=3 --\u0436\u0436").error().code, "unknown_option");
}

TEST(parse_of_look_alikes, a_word_that_only_looks_right) {
    EXPECT_EQ(parse<logs>("acme --level err\u043er").error().suggestion, "error");
}

} // namespace
} // namespace chatops::line
