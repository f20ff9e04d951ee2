// A line becomes typed options, or a mistake that says where and what to do.
#include "chatops/line/parse_as.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

namespace chatops::line {
namespace {

using namespace std::chrono_literals;

template <class Command>
parsed<Command> read(std::string_view line) {
    return parse<Command>(line).value();
}

template <class Command>
mistake wrong_in(std::string_view line) {
    return parse<Command>(line).error();
}

TEST(parse, arguments_fill_positions_in_order) {
    const scale made = read<scale>("acme web=3 worker=2").command;
    EXPECT_EQ(*made.app, "acme");
    EXPECT_EQ(*made.formation, (list<quantity>{{"web", 3}, {"worker", 2}}));
    EXPECT_FALSE(*made.wait);
}

TEST(parse, an_argument_given_by_name_leaves_its_position_to_the_next) {
    for (const char* line :
         {"web=3 --app acme-production", "--app acme-production web=3",
          "--app=acme-production --formation web=3", "acme-production --formation=web=3"}) {
        const scale made = read<scale>(line).command;
        EXPECT_EQ(*made.app, "acme-production") << line;
        EXPECT_EQ(*made.formation, (list<quantity>{{"web", 3}})) << line;
    }
}

TEST(parse, options_stand_anywhere_and_have_short_names) {
    const logs made =
        read<logs>("-n 5 acme --since=2h -l Error web -t a web2 --tag b -t=c").command;
    EXPECT_EQ(*made.lines, 5);
    EXPECT_EQ(*made.since, 120min);
    EXPECT_EQ(*made.level, severity::error);
    EXPECT_EQ(*made.dynos, (list<std::string>{"web", "web2"}));
    EXPECT_EQ(*made.tags, (list<std::string>{"a", "b", "c"}));
}

TEST(parse, what_is_not_given_has_its_default_or_nothing) {
    const logs made = read<logs>("acme").command;
    EXPECT_EQ(*made.lines, 100);
    EXPECT_EQ(*made.order_by, order::newest);
    EXPECT_EQ(*made.since, std::nullopt);
    EXPECT_EQ(*made.dynos, std::nullopt);
    EXPECT_TRUE(made.tags->empty());
}

struct remind {
    static constexpr command_info info{
        .name = "remind", .help = "Remind someone", .effect = effect::change};
    argument<"at", "when", time_point> at;
    paging pages;
    option<"until", "the last day", std::optional<std::chrono::year_month_day>> until;
};

TEST(parse, fills_the_options_of_a_group_like_its_own) {
    const remind made = read<remind>("2026-11-27 --all -p 3").command;
    EXPECT_EQ(*made.pages.page, 3);
    EXPECT_TRUE(*made.pages.all);
    EXPECT_EQ(*read<remind>("2026-11-27").command.pages.page, 1);
    EXPECT_EQ(wrong_in<remind>("2026-11-27 --pag 3").suggestion, "--page");
}

TEST(parse, reads_a_time_as_who_typed_it_means_it) {
    const moment typed{time_point(std::chrono::hours(500'000)),
                       time_zone::parse("America/New_York").value()};
    const auto made = parse<remind>("'tomorrow 9:00' --until sunday", typed);
    ASSERT_TRUE(made);
    EXPECT_EQ(chatops::text_of<time_point>::write(*made->command.at), "2027-01-16T14:00:00Z");
    EXPECT_EQ(chatops::text_of<std::chrono::year_month_day>::write(**made->command.until),
              "2027-01-17");
    EXPECT_EQ(wrong_in<remind>("'tomorrow 9:00'").message,
              "at: “tomorrow” depends on the time, which is not known here: type the date, as in "
              "2026-11-27.");
}

TEST(parse, takes_lines_as_phones_type_them) {
    const logs made = read<logs>("—Lines 7 “acme two” –l warning").command;
    EXPECT_EQ(*made.lines, 7);
    EXPECT_EQ(*made.app, "acme two");
    EXPECT_EQ(*made.level, severity::warning);
}

TEST(parse, common_options_are_every_commands) {
    EXPECT_EQ(read<say_hello>("").common, common_options{});
    EXPECT_TRUE(read<say_hello>("--json").common.json);
    EXPECT_TRUE(read<scale>("acme web=1 --JSON").common.json);
    EXPECT_EQ(wrong_in<say_hello>("--json=yes").code, "unexpected_value");
}

TEST(parse, who_asks_for_help_gets_it_whatever_else_is_wrong) {
    for (const char* line :
         {"--help", "-h", "--bogus --help", "acme web=x --help", "--app --help", "—help"})
        EXPECT_TRUE(read<scale>(line).common.help) << line;
    EXPECT_FALSE(read<logs>("acme -- --help").common.help);
}

TEST(parse, a_dash_is_a_value_after_two_of_them_or_in_quotes_or_before_a_digit) {
    EXPECT_EQ(*read<logs>("-- --app").command.app, "--app");
    EXPECT_EQ(*read<logs>("\"--app\"").command.app, "--app");
    EXPECT_EQ(*read<logs>("acme --lines -5").command.lines, -5);
    EXPECT_EQ(*read<logs>("acme --tag=-x").command.tags, list<std::string>{"-x"});
}

TEST(parse, an_empty_text_is_a_value) { EXPECT_EQ(*read<logs>("\"\"").command.app, ""); }

TEST(parse, unknown_option) {
    const char* line = "acme web=3 --formaton x";
    const mistake wrong = wrong_in<scale>(line);
    EXPECT_EQ(wrong.code, "unknown_option");
    EXPECT_EQ(wrong.message, "heroku scale has no option “--formaton”.");
    EXPECT_EQ(wrong.suggestion, "--formation");
    EXPECT_EQ(wrong.expected, "--app, --formation, --wait (-w), --help (-h), --json");
    EXPECT_EQ(place_in(line, wrong), "--formaton");
    EXPECT_EQ(place_in("acme --x=1", wrong_in<scale>("acme --x=1")), "--x");
    EXPECT_EQ(wrong_in<scale>("-app acme").suggestion, "--app");
    EXPECT_EQ(wrong_in<scale>("-W acme").code, "unknown_option") << "short names keep their case";
    EXPECT_EQ(wrong_in<scale>("--").code, "missing_argument");
}

TEST(parse, missing_argument) {
    const mistake wrong = wrong_in<scale>("acme --wait");
    EXPECT_EQ(wrong.code, "missing_argument");
    EXPECT_EQ(wrong.message, "heroku scale needs formation: what to run.");
    EXPECT_EQ(wrong.expected, "process=quantity");
    EXPECT_EQ(wrong.begin, 11u);
    EXPECT_EQ(wrong.end, 11u);
    EXPECT_EQ(wrong_in<scale>("").message, "heroku scale needs app: the application.");
    EXPECT_EQ(wrong_in<scale>("--formation web=1").message,
              "heroku scale needs app: the application.");
}

TEST(parse, missing_option) {
    const mistake wrong = wrong_in<new_server>("--size small");
    EXPECT_EQ(wrong.code, "missing_option");
    EXPECT_EQ(wrong.message, "droplet create needs --region: where.");
    EXPECT_EQ(*read<new_server>("--region fra1").command.region, "fra1");
}

TEST(parse, missing_value) {
    EXPECT_EQ(wrong_in<logs>("acme --lines").code, "missing_value");
    EXPECT_EQ(wrong_in<logs>("acme --lines --tag x").code, "missing_value");
    const char* line = "acme -n";
    const mistake wrong = wrong_in<logs>(line);
    EXPECT_EQ(wrong.message, "--lines needs a value: how many.");
    EXPECT_EQ(wrong.expected, "whole number");
    EXPECT_EQ(place_in(line, wrong), "-n");
    EXPECT_EQ(wrong_in<logs>("acme --level").expected,
              "one of debug, info, warning, error and fatal");
    EXPECT_EQ(wrong_in<logs>("").expected, "") << "any text";
}

TEST(parse, unexpected_value) {
    const char* line = "acme web=1 --wait=no";
    const mistake wrong = wrong_in<scale>(line);
    EXPECT_EQ(wrong.code, "unexpected_value");
    EXPECT_EQ(place_in(line, wrong), "no");
}

TEST(parse, invalid_value_with_the_place_inside_of_it) {
    const char* line = "acme web=3 worker=many";
    const mistake wrong = wrong_in<scale>(line);
    EXPECT_EQ(wrong.code, "invalid_value");
    EXPECT_EQ(wrong.message, "formation: “many” is not a whole number from 0 to 100.");
    EXPECT_EQ(wrong.expected, "a whole number from 0 to 100");
    EXPECT_EQ(place_in(line, wrong), "many");
    // Quotes shift what is inside, so the whole word is the place.
    const char* in_quotes = "acme worker=\"many\"";
    EXPECT_EQ(place_in(in_quotes, wrong_in<scale>(in_quotes)), "worker=\"many\"");
    const char* by_name = "acme --lines=ten";
    EXPECT_EQ(place_in(by_name, wrong_in<logs>(by_name)), "ten");
    EXPECT_EQ(wrong_in<logs>(by_name).message, "--lines: “ten” is not a whole number.");
}

TEST(parse, invalid_word_with_the_nearest_one) {
    const mistake wrong = wrong_in<logs>("acme --level eror");
    EXPECT_EQ(wrong.suggestion, "error");
    EXPECT_EQ(wrong.expected, "one of debug, info, warning, error and fatal");
    EXPECT_EQ(wrong_in<logs>("acme --level x").suggestion, "");
}

struct take_note {
    static constexpr command_info info{
        .name = "note", .help = "Note something", .effect = effect::read};

    argument<"text", "of what"> text;
};

TEST(parse, too_many_arguments) {
    const char* line = "hunter2 x --json y";
    const mistake wrong = wrong_in<say_hello>(line);
    EXPECT_EQ(wrong.code, "too_many_arguments");
    EXPECT_EQ(wrong.message, "hello takes no further argument “hunter2”.");
    EXPECT_EQ(place_in(line, wrong), line);
    EXPECT_EQ(wrong_in<scale>("acme --formation web=1 worker=2").code, "too_many_arguments");
    EXPECT_EQ(wrong_in<take_note>("buy milk").message,
              "note takes no further argument “milk”. What has spaces in it goes between quotes.");
}

TEST(parse, given_twice) {
    const char* line = "acme --lines 5 -n 6";
    const mistake wrong = wrong_in<logs>(line);
    EXPECT_EQ(wrong.code, "given_twice");
    EXPECT_EQ(wrong.message, "--lines is given twice.");
    EXPECT_EQ(place_in(line, wrong), "-n");
    EXPECT_EQ(wrong_in<scale>("--wait acme web=1 -w").code, "given_twice");
}

TEST(parse, what_is_named_already_is_told_where_its_place_is_taken) {
    EXPECT_EQ(wrong_in<scale>("acme web=3 --app acme").message,
              "formation: “acme” is not a process and a quantity, as in web=3. app is given "
              "already, with --app.");
    EXPECT_EQ(wrong_in<scale>("acme web=3 --app acme --formation web=3").message,
              "heroku scale takes no further argument “acme”. app is given already, with --app. "
              "formation is given already, with --formation.");
}

TEST(parse, one_thing_of_a_list_given_twice) {
    const char* line = "acme web=3 worker=1 web=4";
    const mistake wrong = wrong_in<scale>(line);
    EXPECT_EQ(wrong.code, "given_twice");
    EXPECT_EQ(wrong.message, "formation: “web=4” is about what is given already. Give it once.");
    EXPECT_EQ(place_in(line, wrong), "web=4");
}

TEST(parse, short_names_are_listed_and_joined_values_told_apart) {
    EXPECT_EQ(wrong_in<logs>("acme -n5").suggestion, "-n 5");
    EXPECT_EQ(wrong_in<scale>("acme web=3 -wait").suggestion, "--wait");
    EXPECT_EQ(wrong_in<scale>("acme web=3 --zzzz").expected,
              "--app, --formation, --wait (-w), --help (-h), --json");
    EXPECT_EQ(wrong_in<scale>("acme web=3 --wa").suggestion, "--wait");
}

TEST(parse, no_mistake_of_a_command_with_a_secret_repeats_what_was_typed) {
    EXPECT_EQ(read<set_config>("acme 3 hunter2").command.value.value.reveal(), "hunter2");
    for (const char* line :
         {"acme hunter2 3", "acme 3 x hunter2", "acme 3 --hunter2", "acme 3 -hunter2 x",
          "--attempts=hunter2", "acme 3 x --token hunter2 --token hunter2",
          "acme 3 --value x --value hunter2", "hunter2 hunter2 hunter2 hunter2"}) {
        const auto wrong = parse<set_config>(line);
        ASSERT_FALSE(wrong) << line;
        const mistake& told = wrong.error();
        EXPECT_EQ((told.message + told.expected + told.suggestion).find("hunter2"),
                  std::string::npos)
            << told.message;
    }
    EXPECT_EQ(wrong_in<set_config>("acme hunter2 3").message,
              "attempts: this is not a whole number.");
}

TEST(parse, a_programs_own_flags_are_read_from_main) {
    const std::vector<const char*> arguments{"--lines=3", "acme", "--since", "10m"};
    const auto made = parse<logs>(words_of_arguments(arguments).value()).value();
    EXPECT_EQ(*made.command.lines, 3);
    EXPECT_EQ(*made.command.since, 10min);
}

TEST(parse, a_whole_line_goes_from_directory_to_typed_options) {
    const directory commands = sample_directory();
    const words line = split("Scale web=3 --app acme-production —json").value();
    const auto found = commands.find(line).value();
    scale made;
    const auto common = parse(*found.command, line, found.words, &made);
    ASSERT_TRUE(common);
    EXPECT_TRUE(common->json);
    EXPECT_EQ(*made.app, "acme-production");
}

TEST(parse, every_example_of_a_command_is_one) {
    const directory commands = sample_directory();
    for (const std::string_view example : scale::info.examples) {
        const words line = split(example).value();
        scale made;
        EXPECT_TRUE(parse(describe<scale>(), line, commands.find(line).value().words, &made))
            << example;
    }
}

} // namespace
} // namespace chatops::line
