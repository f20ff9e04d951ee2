// What could be typed next.
#include "chatops/core/limits.hpp"
#include "chatops/line/complete.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

#include <deque>

namespace chatops::line {
namespace {

using texts_of = std::vector<std::string>;

texts_of texts(const completions& made) {
    texts_of all;
    for (const completion& each : made.items) all.push_back(each.text);
    return all;
}

texts_of after(std::string_view line) { return texts(complete(line, sample_commands())); }

/// The line after the first completion was chosen.
std::string chosen(std::string line) {
    const completions made = complete(line, sample_commands());
    return line.replace(made.begin, made.end - made.begin, made.items.at(0).text);
}

TEST(complete, a_name_word_by_word) {
    EXPECT_EQ(after(""), (texts_of{"droplet", "hello", "heroku", "hi", "scale"}));
    EXPECT_EQ(after("he"), (texts_of{"hello", "heroku"}));
    EXPECT_EQ(after("HER"), texts_of{"heroku"});
    EXPECT_EQ(after("heroku"), texts_of{"heroku"});
    EXPECT_EQ(after("heroku "), (texts_of{"config", "logs", "scale"}));
    EXPECT_EQ(after("heroku  l"), texts_of{"logs"});
    EXPECT_EQ(after("heroku config "), texts_of{"set"});
    EXPECT_EQ(after("x"), texts_of{});
    EXPECT_EQ(after("heroku x "), texts_of{});
    EXPECT_EQ(after("heroku --"), texts_of{});
}

TEST(complete, a_name_says_what_it_does) {
    const auto items = complete("h", sample_commands()).items;
    ASSERT_EQ(items.size(), 3u);
    EXPECT_EQ(items[0], (completion{"hello", "Say hello"}));
    EXPECT_EQ(items[1], (completion{"heroku", "3 commands"}));
    EXPECT_EQ(items[2], (completion{"hi", "the same as hello"}));
    EXPECT_EQ(complete("dr", sample_commands()).items[0].help, "1 command");
}

TEST(complete, replaces_only_the_word_that_is_being_typed) {
    EXPECT_EQ(chosen("heroku sc"), "heroku scale");
    EXPECT_EQ(chosen("heroku logs acme --lev"), "heroku logs acme --level");
    EXPECT_EQ(chosen("heroku logs acme --level=w"), "heroku logs acme --level=warning");
    EXPECT_EQ(chosen("heroku logs acme --level 'w"), "heroku logs acme --level warning");
    EXPECT_EQ(chosen("heroku logs acme —since=5m —li"), "heroku logs acme —since=5m --lines");
}

TEST(complete, options_that_are_not_given_yet) {
    EXPECT_EQ(after("heroku logs acme --l"), (texts_of{"--lines", "--level"}));
    EXPECT_EQ(after("heroku logs acme -n 5 --l"), texts_of{"--level"});
    EXPECT_EQ(after("heroku logs acme --tag a --ta"), texts_of{"--tag"}) << "it may be repeated";
    EXPECT_EQ(after("heroku logs --a"), texts_of{"--app"});
    EXPECT_EQ(after("heroku logs acme --a"), texts_of{}) << "given by its place";
    EXPECT_EQ(after("hello --"), (texts_of{"--help", "--json"}));
    EXPECT_EQ(after("hello "), (texts_of{"--help", "--json"}));
    EXPECT_EQ(complete("scale acme web=1 --w", sample_commands()).items[0].help,
              "answer only once the dynos are up");
}

TEST(complete, words_of_a_value) {
    EXPECT_EQ(after("heroku logs --order "), (texts_of{"newest", "oldest"}));
    EXPECT_EQ(after("heroku logs --order=O"), texts_of{"oldest"});
    EXPECT_EQ(after("heroku logs --color n"), texts_of{"no"});
    EXPECT_EQ(after("heroku logs --level x"), texts_of{});
}

TEST(complete, asks_for_the_values_it_cannot_know) {
    const auto first = complete("scale ac", sample_commands());
    ASSERT_TRUE(first.value);
    EXPECT_EQ(first.value->command, &describe<scale>());
    EXPECT_EQ(first.value->field->name, "app");
    EXPECT_EQ(first.value->typed, "ac");
    EXPECT_TRUE(first.value->known.empty());

    const auto second = complete("scale --wait acme web=1 ", sample_commands());
    ASSERT_TRUE(second.value);
    EXPECT_EQ(second.value->field->name, "formation") << "it takes all that is left";
    ASSERT_EQ(second.value->known.size(), 2u);
    EXPECT_EQ(second.value->known[0].field->name, "app");
    EXPECT_EQ(second.value->known[0].text, "acme");

    const auto by_name = complete("scale web=1 --app ", sample_commands());
    ASSERT_TRUE(by_name.value);
    EXPECT_EQ(by_name.value->field->name, "app");
    ASSERT_EQ(by_name.value->known.size(), 1u);
    EXPECT_EQ(by_name.value->known[0].text, "web=1");

    EXPECT_EQ(complete("scale --app acme ", sample_commands()).value->field->name, "formation");
    EXPECT_FALSE(complete("hello x", sample_commands()).value);
    EXPECT_FALSE(complete("heroku logs --order ", sample_commands()).value)
        << "its words are all known";
}

TEST(complete, adds_the_values_that_somebody_else_knows) {
    completions made = complete("scale ac", sample_commands());
    const std::vector<std::string> apps{"acme-production", "acme staging", "other"};
    add_values(made, apps);
    EXPECT_EQ(texts(made), (texts_of{"acme-production", "\"acme staging\""}));
    completions next = complete("scale acme web=1 ", sample_commands());
    const std::size_t options = next.items.size();
    ASSERT_GT(options, 0u);
    add_values(next, std::vector<std::string>{"worker="});
    EXPECT_EQ(next.items.front().text, "worker=") << "what the line is about comes first";
    EXPECT_EQ(next.items.size(), options + 1);
    completions none = complete("hello x", sample_commands());
    add_values(none, apps);
    EXPECT_TRUE(none.items.empty());
}

TEST(complete, a_secret_is_neither_completed_nor_handed_on) {
    EXPECT_FALSE(complete("heroku config set acme 3 hunt", sample_commands()).value);
    const auto after_it = complete("heroku config set acme --token hunter2 ", sample_commands());
    ASSERT_TRUE(after_it.value);
    for (const known_value& each : after_it.value->known) EXPECT_NE(each.text, "hunter2");
}

TEST(complete, nothing_for_a_line_that_cannot_be_read) {
    EXPECT_TRUE(after("scale \xff").empty());
    EXPECT_TRUE(after("scale \"a\"b").empty());
    EXPECT_TRUE(
        complete(std::string(limits::line_bytes + 1, 'a'), sample_commands()).items.empty());
}

TEST(complete, offers_no_more_than_a_person_reads) {
    std::deque<std::string> names;
    std::deque<command_description> descriptions;
    std::vector<const command_description*> pointers;
    for (int i = 0; i < 1'000; ++i) {
        names.push_back("c" + std::to_string(i));
        descriptions.push_back({{.name = names.back(), .help = "One", .effect = effect::read}, {}});
        pointers.push_back(&descriptions.back());
    }
    const directory many(pointers);
    EXPECT_EQ(complete("c", many).items.size(), limits::completions);
    EXPECT_EQ(texts(complete("c99", many)), (texts_of{"c99", "c990", "c991", "c992", "c993", "c994",
                                                      "c995", "c996", "c997", "c998", "c999"}));
}

} // namespace
} // namespace chatops::line
