// `help`, as each person reads it; and the examples that it shows can be typed.
#include "chatops/gate/rulebook.hpp"
#include "chatops/line/check_examples.hpp"
#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/general/help.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace chatops::operations {
namespace {

const catalogue& commands() {
    static const catalogue all(all_entries());
    return all;
}

/// A lead who may do all, and a guest who may only look.
config::rules rules() {
    config::rules made;
    made.members = {{"lead", "U0LEAD", {"lead"}}, {"guest", "U0GUEST", {"guest"}}};
    config::rule all, looking;
    all.roles = {"lead"};
    all.commands = {"*"};
    looking.roles = {"guest"};
    looking.commands = {"heroku *"};
    looking.effects = {effect::read};
    made.allowed = {all, looking};
    return made;
}

reply answer_of(std::string_view who, std::string_view line) {
    using known_rules = std::remove_cvref_t<decltype(std::declval<inquiry>().rules)>;
    static const config::rules by = rules();
    static const known_rules book(by);
    const auto read = commands().read(line).value();
    const inquiry asked{commands(), book, by.find(who)};
    return read.command->answer(read.given.get(), asked);
}

/// Without its looks.
std::string text_of(const reply& answer) {
    std::string text = answer.title + "\n";
    for (const part& each : answer.parts) {
        if (const auto* plain = std::get_if<text_part>(&each)) text += plain->text + "\n";
        if (const auto* code = std::get_if<code_part>(&each)) text += code->text + "\n";
    }
    return text;
}

std::string said_to(std::string_view who, std::string_view line) {
    return text_of(answer_of(who, line));
}

TEST(help, lists_what_the_asker_may_run_and_counts_the_rest) {
    const std::string some = said_to("U0GUEST", "help heroku");
    EXPECT_EQ(some.find("What you may run\nheroku\n  heroku a"), 0u) << some;
    EXPECT_NE(some.find("List the applications that the account sees\n"), std::string::npos);
    EXPECT_EQ(some.find("heroku scale"), std::string::npos);
    const auto kept_back = std::count_if(
        commands().entries().begin(), commands().entries().end(), [](const entry& each) {
            return each.what->info.name.substr(0, 7) == "heroku " &&
                   each.what->info.effect != effect::read;
        });
    const std::string end =
        "\n\n" + std::to_string(kept_back) +
        " commands need rights that you do not have. Whoever keeps the configuration can give "
        "them.\n`help COMMAND`, or `--help` after a command, says how it is typed.\n";
    EXPECT_EQ(some.substr(some.size() - end.size()), end);
    const std::string all = said_to("U0LEAD", "help heroku");
    EXPECT_NE(all.find("heroku scale"), std::string::npos);
    EXPECT_EQ(all.find("rights that you do not have"), std::string::npos);
}

TEST(help, names_groups_where_there_are_more_commands_than_a_person_reads) {
    const std::string all = said_to("U0LEAD", "help");
    EXPECT_NE(all.find("\n  whoami "), std::string::npos) << all;
    EXPECT_NE(all.find("\nGroups\n"), std::string::npos) << all;
    EXPECT_NE(all.find("\n  help heroku      6"), std::string::npos) << all;
    EXPECT_EQ(all.find("heroku scale"), std::string::npos);
    EXPECT_LT(std::count(all.begin(), all.end(), '\n'), 30) << all;
}

TEST(help, a_group_is_named_in_any_case) {
    EXPECT_EQ(said_to("U0LEAD", "Help Heroku"), said_to("U0LEAD", "help heroku"));
    EXPECT_EQ(said_to("U0LEAD", "help \"heroku\""), said_to("U0LEAD", "help heroku"));
}

TEST(help, of_one_command_by_name_or_by_the_whole_line) {
    const std::string scale = said_to("U0LEAD", "help heroku scale");
    EXPECT_EQ(scale.find("heroku scale\nheroku scale APP FORMATION... [--wait]\n"), 0u) << scale;
    EXPECT_EQ(said_to("U0LEAD", "help heroku scale acme web=3"), scale);
    EXPECT_EQ(said_to("U0LEAD", "help HEROKU Scale"), scale);
}

TEST(help, of_what_does_not_exist_says_what_is_near) {
    const std::string near = said_to("U0LEAD", "help heroku scael");
    EXPECT_NE(near.find("There is no command “heroku scael”."), std::string::npos) << near;
    EXPECT_NE(near.find("Did you mean `heroku scale`?"), std::string::npos) << near;
    EXPECT_NE(said_to("U0LEAD", "help h\u0435roku").find("only looks like “heroku”"),
              std::string::npos);
}

TEST(help, survives_hostile_words) {
    for (const std::string& word :
         {std::string(50'000, 'a'), std::string("'\"'"), std::string("\"\\\"\""),
          std::string("\"a \\\" b\""), std::string("\"\""), std::string(5'000, '-')}) {
        ASSERT_TRUE(commands().read("help -- " + word)) << word.substr(0, 20);
        EXPECT_LT(said_to("U0LEAD", "help -- " + word).size(), 2'000u) << word.substr(0, 20);
    }
}

TEST(catalogue, every_command_has_examples_and_each_can_be_typed) {
    EXPECT_EQ(line::text_of(line::check_examples(commands().names())), "");
    for (const entry& each : commands().entries())
        EXPECT_GT(each.what->info.examples.size(), 0u) << each.what->info.name;
}

} // namespace
} // namespace chatops::operations
