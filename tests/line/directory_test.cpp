// Which command a line names, and what a person hears who names none.
#include "chatops/line/directory.hpp"
#include "chatops/line/split.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

#include <deque>

namespace chatops::line {
namespace {

result<found_command> find(const directory& commands, std::string_view line) {
    return commands.find(split(line).value());
}

TEST(directory, finds_a_command_by_the_first_words_of_a_line) {
    const directory commands = sample_directory();
    const auto found = find(commands, "heroku scale acme web=3").value();
    EXPECT_EQ(found.command, &describe<scale>());
    EXPECT_EQ(found.index, 0u);
    EXPECT_EQ(found.words, 2u);
    EXPECT_EQ(find(commands, "heroku config set acme").value().words, 3u);
    EXPECT_EQ(find(commands, "hello").value().command, &describe<say_hello>());
}

TEST(directory, finds_it_by_an_alias_in_any_case_and_in_quotes) {
    const directory commands = sample_directory();
    EXPECT_EQ(find(commands, "scale acme").value().command, &describe<scale>());
    EXPECT_EQ(find(commands, "Hi").value().command, &describe<say_hello>());
    EXPECT_EQ(find(commands, "HEROKU Logs").value().command, &describe<logs>());
    EXPECT_EQ(find(commands, "'heroku' \"logs\"").value().command, &describe<logs>());
}

TEST(directory, finds_it_by_a_whole_name) {
    const directory commands = sample_directory();
    const auto named = [&](std::string_view name) -> const command_description* {
        const auto place = commands.find(name);
        return place ? commands.commands()[*place] : nullptr;
    };
    EXPECT_EQ(named("heroku scale"), &describe<scale>());
    EXPECT_EQ(named("Scale"), &describe<scale>());
    EXPECT_EQ(named("heroku"), nullptr);
    EXPECT_EQ(named("heroku scale acme"), nullptr);
    EXPECT_EQ(named(""), nullptr);
}

TEST(directory, does_not_take_one_word_for_two) {
    EXPECT_FALSE(find(sample_directory(), "\"heroku scale\" acme"));
    EXPECT_FALSE(find(sample_directory(), "heroku --scale"));
    EXPECT_FALSE(find(sample_directory(), "herokuscale"));
}

TEST(directory, an_empty_line_is_asked_what_to_do) {
    EXPECT_EQ(wrong_line("").code, "no_command");
    EXPECT_EQ(wrong_line("  ").code, "no_command");
}

TEST(directory, a_mistyped_name_gets_the_nearest_one_and_its_place) {
    const mistake wrong = wrong_line("heroku scael web=3");
    EXPECT_EQ(wrong.code, "unknown_command");
    EXPECT_EQ(wrong.message, "There is no command “heroku scael”.");
    EXPECT_EQ(wrong.suggestion, "heroku scale");
    EXPECT_EQ(wrong.expected, "heroku config set, heroku logs, heroku scale");
    EXPECT_EQ(wrong.begin, 0u);
    EXPECT_EQ(wrong.end, 12u);

    EXPECT_EQ(wrong_line("herku logs acme").suggestion, "heroku logs");
    EXPECT_EQ(wrong_line("heroku confg set acme 3 x").suggestion, "heroku config set");
    EXPECT_EQ(wrong_line("helo").suggestion, "hello");
    EXPECT_EQ(wrong_line("logs acme").suggestion, "heroku logs") << "its group was forgotten";
    EXPECT_EQ(wrong_line("zzzzzzz").suggestion, "");
}

TEST(directory, each_word_may_be_a_beginning_and_none_hides_another) {
    EXPECT_EQ(wrong_line("her sc acme").suggestion, "heroku scale");
    EXPECT_EQ(wrong_line("heroku con set acme").suggestion, "heroku config set");
    EXPECT_EQ(wrong_line("heroku foo").suggestion, "") << "a group's name is no likeness";
    EXPECT_EQ(wrong_line("heroku l").suggestion, "") << "one letter means nothing";
}

TEST(directory, takes_apart_what_other_programs_join) {
    EXPECT_EQ(wrong_line("heroku config:set acme").suggestion, "heroku config set");
    EXPECT_EQ(wrong_line("heroku:logs acme").suggestion, "heroku logs");
    EXPECT_EQ(wrong_line("heroku :").suggestion, "");
}

TEST(directory, knows_what_is_deleted_elsewhere) {
    EXPECT_EQ(wrong_line("heroku config delete acme").suggestion, "heroku config set")
        << "the one that destroys";
    EXPECT_EQ(wrong_line("delete acme").suggestion, "") << "of no group";
}

TEST(directory, suggests_a_command_once_by_its_nearest_name) {
    EXPECT_EQ(wrong_line("scael acme").suggestion, "scale");
    EXPECT_EQ(wrong_line("herok scale acme").suggestion, "heroku scale");
}

TEST(directory, a_name_in_quotes_is_told_so) {
    const mistake wrong = wrong_line("\"Heroku scale\" acme");
    EXPECT_EQ(wrong.message, "“heroku scale” is one word in quotes: type it without them.");
    EXPECT_EQ(wrong.suggestion, "heroku scale");
    EXPECT_EQ(wrong.end, 14u);
    EXPECT_EQ(wrong_line("\"heroku config\"").suggestion, "heroku config");
    EXPECT_EQ(wrong_line("\"no such\"").message, "There is no command “no such”.");
}

TEST(directory, a_group_alone_lists_its_commands) {
    const mistake wrong = wrong_line("Heroku --help");
    EXPECT_EQ(wrong.code, "unknown_command");
    EXPECT_EQ(wrong.message, "“heroku” is a group of commands: say which one.");
    EXPECT_EQ(wrong.expected, "heroku config set, heroku logs, heroku scale");
    EXPECT_EQ(wrong_line("heroku config").expected, "heroku config set");
}

TEST(directory, repeats_no_word_that_may_be_an_argument) {
    const mistake wrong = wrong_line("heroku confg hunter2 hunter2");
    EXPECT_EQ((wrong.message + wrong.suggestion + wrong.expected).find("hunter2"),
              std::string::npos);
    const mistake alone = wrong_line("--option hunter2");
    EXPECT_EQ(alone.code, "unknown_command");
    EXPECT_EQ((alone.message + alone.suggestion).find("hunter2"), std::string::npos);
}

TEST(directory, a_very_long_word_is_no_name_and_costs_nothing) {
    const mistake wrong = wrong_line(std::string(100'000, 'h'));
    EXPECT_EQ(wrong.code, "unknown_command");
    EXPECT_LT(wrong.message.size(), 200u);
}

TEST(directory, keeps_the_names_of_a_group_together) {
    const directory commands = sample_directory();
    std::vector<std::string_view> names;
    for (const directory_name& each : commands.names_from("heroku ")) names.push_back(each.name);
    EXPECT_EQ(names,
              (std::vector<std::string_view>{"heroku config set", "heroku logs", "heroku scale"}));
    const directory_name& first = commands.names_from("heroku ").front();
    EXPECT_EQ(&commands.names()[first.group_end[0]], commands.names_from("heroku ").data() + 3);
    EXPECT_EQ(&commands.names()[first.group_end[1]], commands.names_from("heroku ").data() + 1);
    EXPECT_TRUE(commands.names_from("x").empty());
}

/// Ten thousand commands of one, two and three words.
struct many_commands {
    many_commands() {
        for (int i = 0; i < 10'000; ++i) {
            const std::string number = std::to_string(i);
            const std::string last = "c" + number;
            const std::string group = "g" + std::to_string(i % 100);
            names.push_back(i % 3 == 0   ? last
                            : i % 3 == 1 ? group + " " + last
                                         : group + " sub " + last);
            descriptions.push_back(
                {{.name = names.back(), .help = "One of many", .effect = effect::read}, {}});
        }
        for (const command_description& each : descriptions) pointers.push_back(&each);
    }

    std::deque<std::string> names;
    std::deque<command_description> descriptions;
    std::vector<const command_description*> pointers;
};

TEST(directory, finds_each_of_ten_thousand) {
    const many_commands many;
    const directory commands(many.pointers);
    for (std::size_t i = 0; i < many.names.size(); ++i) {
        const auto found = find(commands, many.names[i] + " argument");
        ASSERT_TRUE(found) << many.names[i];
        EXPECT_EQ(found->index, i);
        EXPECT_EQ(found->words, 1 + i % 3);
    }
    EXPECT_EQ(find(commands, "c0001").error().code, "unknown_command");
    const std::string listed = find(commands, "g1").error().expected;
    EXPECT_EQ(listed.substr(0, 5), "g1 c1");
    EXPECT_TRUE(listed.ends_with(" and 55 more: `help g1` lists them")) << listed;
}

TEST(directory, of_nothing_knows_nothing) {
    const directory empty({});
    EXPECT_EQ(find(empty, "help").error().code, "unknown_command");
    EXPECT_FALSE(empty.find("help"));
}

} // namespace
} // namespace chatops::line
