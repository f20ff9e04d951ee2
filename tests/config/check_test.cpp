#include "chatops/command/argument.hpp"
#include "chatops/command/describe.hpp"
#include "chatops/config/check.hpp"
#include "chatops/config/read.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::config {
namespace {

struct restart {
    static constexpr command_info info{
        .name = "heroku restart", .help = "Start anew", .effect = effect::change};
    argument<"app", "the application"> app;
    argument<"key", "what nobody may see", secret> key;
};
struct look {
    static constexpr command_info info{.name = "heroku ps", .help = "Look", .effect = effect::read};
    argument<"app", "the application"> app;
};

/// Warnings of what stands below people, a provider and a project.
std::string warnings(const std::string& text) {
    const auto nothing = [](const char*) -> const char* { return nullptr; };
    const reading made = read(R"([slack]
bot_token = "b"
app_token = "a"
signing_secret = "s"
[providers.heroku]
token = "t"
[people.ada]
slack = "U1"
roles = ["lead"]
[projects.acme]
heroku = ["acme"]
)" + text,
                              nothing);
    std::string lines;
    for (const configuration_error& each : made.errors) lines += describe("error", each) + "\n";
    const command_description* const commands[] = {&chatops::describe<restart>(),
                                                   &chatops::describe<look>()};
    for (const configuration_error& each : warnings_of(made.value, commands))
        lines += describe("t", each) + "\n";
    return lines;
}

TEST(check, what_can_match_is_not_warned_of) {
    EXPECT_EQ(warnings(R"([[rules]]
roles = ["lead"]
commands = ["heroku *"]
effects = ["change"]
values = { app = "acme" }
projects = ["acme"]
[[rules]]
people = ["*"]
effects = ["read"]
[[rules]]
roles = ["lead"]
commands = ["*"]
)"),
              "");
}

TEST(check, a_rule_that_can_never_match_is_warned_of_with_what_might_be_meant) {
    EXPECT_EQ(warnings(R"([[rules]]
roles = ["lea"]
commands = ["*"]
[[rules]]
roles = ["lead"]
commands = ["heroku restrat"]
[[rules]]
roles = ["lead"]
commands = ["heroku ps"]
effects = ["destroy"]
[[rules]]
roles = ["lead"]
commands = ["*"]
values = { ap = "acme", key = "x" }
)"),
              R"(t:13:9: rules[0].roles: nobody has the role "lea"; did you mean lead?
t:17:12: rules[1].commands: no command matches "heroku restrat"; did you mean heroku restart?
t:21:11: rules[2].effects: none of the rule's commands has one of these effects: it never matches
t:25:17: rules[3].values.ap: no command of this rule has an argument of that name: it )"
              R"(never matches; did you mean app?
t:25:31: rules[3].values.key: a secret is never compared: the rule never matches
)");
}

TEST(check, a_project_at_a_provider_that_is_not_configured_is_warned_of) {
    EXPECT_EQ(warnings("[projects.globex]\nherok = [\"globex\"]\n"),
              "t:13:9: projects.globex.herok: there is no [providers.herok]; did you mean "
              "heroku?\n");
}

TEST(check, a_provider_that_is_nearly_one_of_ours_is_warned_of) {
    EXPECT_EQ(warnings("[providers.heroko]\nurl = \"https://x.example\"\ntoken = \"t\"\n"
                       "[providers.lantern]\nurl = \"https://l.example\"\ntoken = \"t\"\n"),
              "t:12:1: providers.heroko: no command asks a provider of that name; did you mean "
              "heroku?\n");
}

} // namespace
} // namespace chatops::config
