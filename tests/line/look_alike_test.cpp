// Letters of other alphabets that look like ours, and characters that nobody sees.
#include "chatops/line/look_alike.hpp"
#include "chatops/line/parse_as.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

namespace chatops::line {
namespace {

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

TEST(parse_of_look_alikes, a_value_that_only_looks_right) {
    const std::string line = "acme web\uff1d3";
    const mistake wrong = parse<scale>(line).error();
    EXPECT_EQ(wrong.code, "look_alike_letter");
    EXPECT_EQ(wrong.message,
              "formation: “web\uff1d3” only looks like “web=3”: in it is U+FF1D, which is not “=”. "
              "Type it again instead of pasting it.");
    EXPECT_EQ(wrong.suggestion, "web=3");
    EXPECT_EQ(place_in(line, wrong), "\uff1d");
    EXPECT_EQ(parse<logs>("acme --lines 1\u200d0").error().suggestion, "10") << "not seen";
    EXPECT_EQ(parse<scale>("acme w\u0435b").error().code, "invalid_value")
        << "wrong, too, as it looks";
}

TEST(parse_of_look_alikes, of_a_secret_repeats_nothing) {
    const mistake wrong = parse<set_config>("acme \uff13 hunter2").error();
    EXPECT_EQ(wrong.message, "attempts: this only looks right: a character in it is another one "
                             "than it looks like. Type it again instead of pasting it.");
    EXPECT_EQ(wrong.suggestion, "");
}

TEST(split_of_look_alikes, hyphens_of_other_programs_name_options) {
    for (const char* typed : {"\u2014\u2014json", "\u2010\u2010json", "\u2013-json", "-\u2013json",
                              "\u2212\u2212json", "\uff0d\uff0djson", "\u2014json"})
        EXPECT_TRUE(parse<scale>("acme web=3 " + std::string(typed)).value().common.json) << typed;
    EXPECT_EQ(*parse<logs>("acme \u2010n 5").value().command.lines, 5);
}

TEST(split_of_look_alikes, what_takes_no_room_splits_no_word) {
    const std::string line = "acme w\u200beb=3";
    const mistake wrong = parse<scale>(line).error();
    EXPECT_EQ(wrong.code, "control_character");
    EXPECT_EQ(wrong.message, "There is a character here that cannot be seen, U+200B. Type the line "
                             "again instead of pasting it.");
    EXPECT_EQ(place_in(line, wrong), "\u200b");
    for (const char* typed : {"\ufeffacme web=3", "acme \u200bweb=3", "acme\u200b\u2060 web=3",
                              "acme web=3\u200b", "acme \"web=3\"\ufeff"})
        EXPECT_TRUE(parse<scale>(typed)) << typed << ": at the edge of a word it harms nobody";
}

TEST(parse_of_look_alikes, a_word_that_only_looks_right) {
    EXPECT_EQ(parse<logs>("acme --level err\u043er").error().suggestion, "error");
}

} // namespace
} // namespace chatops::line
