#include "chatops/command/argument.hpp"
#include "chatops/command/describe.hpp"
#include "chatops/command/list.hpp"
#include "chatops/command/option.hpp"
#include "chatops/run/things.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops {
namespace {

struct site {
    static constexpr std::string_view kind = "site";
    static result<site> parse(std::string_view text) { return site{std::string(text)}; }
    [[nodiscard]] std::string to_text() const { return text; }
    std::string text;
};

struct move_site {
    static constexpr command_info info{.name = "heroku move",
                                       .help = "Move a site",
                                       .effect = effect::change,
                                       .aliases = {"elsewhere move"}};
    argument<"from", "where from", site> from;
    argument<"to", "where to", site> to;
    argument<"key", "what nobody may see", secret> key;
    option<"note", "why"> note{""};
    option<"project", "whose"> project{""};
};

config::configuration agency() {
    config::configuration made;
    made.projects = {
        {"acme", "", {{"heroku", {"acme", "shared"}}}},
        {"globex", "", {{"heroku", {"globex", "shared"}}, {"other", {"x"}}, {"elsewhere", {"z"}}}}};
    return made;
}

std::string things(const std::string& from, const std::string& to, const std::string& note = "",
                   const std::string& project = "") {
    move_site given;
    given.from.value = {from};
    given.to.value = {to};
    given.key.value = secret("acme");
    given.note.value = note;
    given.project.value = project;
    std::string text;
    for (const gate::thing& each : things_of(agency(), describe<move_site>(), &given)) {
        text += each.name + ":";
        for (const std::string& name : each.projects) text += " " + name;
        text += "\n";
    }
    return text;
}

TEST(things, are_what_projects_hold_at_the_commands_provider) {
    EXPECT_EQ(things("acme", "globex"), "acme: acme\nglobex: globex\n");
    EXPECT_EQ(things("shared", "acme"), "shared: acme globex\nacme: acme\n");
    EXPECT_EQ(things("x", "y"), "") << "x is held at another provider";
    EXPECT_EQ(things("z", "y"), "z: globex\ny:\n") << "by another name of the command";
}

TEST(things, what_no_project_holds_is_a_thing_beside_one_that_is_held) {
    EXPECT_EQ(things("acme", "unknown"), "acme: acme\nunknown:\n");
}

TEST(things, a_secret_names_nothing_and_a_project_names_itself) {
    EXPECT_EQ(things("x", "y", "why"), "");
    EXPECT_NE(things("acme", "acme", "", "globex").find("globex: globex\n"), std::string::npos);
}

TEST(things, their_projects_are_told_once) {
    EXPECT_EQ(projects_of({{"a", {"acme"}}, {"b", {"acme", "globex"}}, {"c", {}}}),
              (std::vector<std::string>{"acme", "globex"}));
}

} // namespace
} // namespace chatops
