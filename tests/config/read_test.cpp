#include "chatops/config/read.hpp"
#include "chatops/core/limits.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace chatops::config {
namespace {

const char* environment(const char* name) {
    return std::string_view(name) == "HEROKU_TOKEN" ? "from-the-environment" : nullptr;
}

constexpr std::string_view good = R"(
[bot]
name = "ops"

[slack]
mode = "http"
url = "http://127.0.0.1:9100"
listen = "127.0.0.1:9107"
bot_token = "xoxb-1"
signing_secret = "shh"

[providers.heroku]
url = "http://127.0.0.1:9103/"
token_env = "HEROKU_TOKEN"

[people.lead]
slack = "U1"
roles = ["lead"]

[projects.acme]
channel = "acme"
heroku = ["acme", "acme-staging"]

[[rules]]
roles = ["lead"]
commands = ["*"]

[[rules]]
roles = ["dev"]
effects = ["read", "change"]
values = { app = "*-staging" }
channels = ["acme"]
)";

std::string errors_of(std::string_view text) {
    std::string lines;
    for (const configuration_error& each : read(text, environment).errors)
        lines += describe("chatops.toml", each) + "\n";
    return lines;
}

TEST(configuration, a_person_has_a_zone_or_the_bots) {
    const std::string zone = "time_zone = \"america/new_york\"\n";
    std::string text(good);
    text.insert(text.find("name = "), "time_zone = \"Europe/Zurich\"\n");
    text += "[people.dev]\nslack = \"U2\"\nroles = [\"dev\"]\n" + zone;
    ASSERT_EQ(errors_of(text), "");
    const rules read_rules = read(text, environment).value.rules;
    EXPECT_EQ(read_rules.find_named("lead")->zone.to_text(), "Europe/Zurich");
    EXPECT_EQ(read_rules.find_named("dev")->zone.to_text(), "America/New_York");
    EXPECT_EQ(read(good, environment).value.rules.find_named("lead")->zone, time_zone());
}

TEST(configuration, a_zone_that_is_none_is_named) {
    std::string text(good);
    text.insert(text.find("name = "), "time_zone = \"Zurich\"\n");
    EXPECT_EQ(errors_of(text),
              "chatops.toml:3:13: bot.time_zone: “Zurich” is not a time zone such as "
              "Europe/Zurich, UTC or +05:30; did you mean Europe/Zurich?\n");
}

TEST(configuration, a_whole_file_becomes_values) {
    const reading outcome = read(good, environment);
    ASSERT_EQ(errors_of(good), "");
    const configuration& value = outcome.value;
    EXPECT_EQ(value.bot_name, "ops");
    EXPECT_EQ(value.slack.mode, slack_mode::http);
    EXPECT_EQ(value.slack.listen, "127.0.0.1:9107");
    EXPECT_EQ(value.slack.signing_secret.reveal(), "shh");
    EXPECT_EQ(value.store_path, "chatops.sqlite");
    ASSERT_EQ(value.providers.count("heroku"), 1U);
    EXPECT_EQ(value.providers.at("heroku").url, "http://127.0.0.1:9103");
    EXPECT_EQ(value.providers.at("heroku").token.reveal(), "from-the-environment");
    ASSERT_EQ(value.projects.size(), 1U);
    EXPECT_EQ(value.projects[0].holdings.at("heroku").size(), 2U);
    ASSERT_NE(value.rules.find("U1"), nullptr);
    EXPECT_EQ(value.rules.find("U1")->name, "lead");
    EXPECT_EQ(value.rules.find("U9"), nullptr);
    ASSERT_EQ(value.rules.allowed.size(), 2U);
    EXPECT_EQ(value.rules.allowed[1].effects.size(), 2U);
    EXPECT_EQ(value.rules.allowed[1].values.at("app"), std::vector<std::string>{"*-staging"});
    EXPECT_EQ(value.rules.allowed[1].line, 28);
}

TEST(configuration, each_provider_is_told_what_its_account_needs) {
    std::string text(good);
    text += R"(
[providers.newrelic]
api_key = "NRAK-1"
account_id = 1234567
[providers.rackspace]
username = "ops"
password = "rax"
region = "ORD"
[providers.sentry]
url = "https://de.sentry.io"
token = "sntryu_1"
organization = "agency"
[providers.papertrail]
token_env = "HEROKU_TOKEN"
)";
    ASSERT_EQ(errors_of(text), "");
    const auto known = read(text, environment).value.providers;
    EXPECT_EQ(known.at("newrelic").url, "https://api.newrelic.com");
    EXPECT_EQ(known.at("newrelic").token.reveal(), "NRAK-1");
    EXPECT_EQ(said_of(known.at("newrelic"), "account_id"), "1234567");
    EXPECT_EQ(known.at("rackspace").token.reveal(), "rax");
    EXPECT_EQ(said_of(known.at("rackspace"), "secret_key"), "password");
    EXPECT_EQ(said_of(known.at("rackspace"), "username"), "ops");
    EXPECT_EQ(said_of(known.at("rackspace"), "region"), "ORD");
    EXPECT_EQ(said_of(known.at("rackspace"), "tenant"), "");
    EXPECT_EQ(known.at("sentry").url, "https://de.sentry.io");
    EXPECT_EQ(said_of(known.at("sentry"), "organization"), "agency");
    EXPECT_EQ(known.at("papertrail").token.reveal(), "from-the-environment");
}

TEST(configuration, of_two_secrets_of_an_account_the_usual_one_counts) {
    std::string text(good);
    text += "[providers.rackspace]\nusername = \"ops\"\npassword = \"rax\"\napi_key = \"k\"\n";
    ASSERT_EQ(errors_of(text), "");
    const auto known = read(text, environment).value.providers;
    EXPECT_EQ(known.at("rackspace").token.reveal(), "k");
    EXPECT_EQ(said_of(known.at("rackspace"), "secret_key"), "");
}

TEST(configuration, what_an_account_lacks_is_named) {
    std::string text(good);
    text += R"([providers.newrelic]
api_key = "NRAK-1"
[providers.rackspace]
username = ""
[providers.sentry]
token = "sntryu_1"
organisation = "agency"
)";
    EXPECT_EQ(
        errors_of(text),
        R"(chatops.toml:33:1: providers.newrelic.account_id: missing; expected a text or a number
chatops.toml:35:1: providers.rackspace.api_key: missing; expected a text (or api_key_env, )"
        R"(the name of an environment variable)
chatops.toml:36:12: providers.rackspace.username: expected a text, found an empty one
chatops.toml:37:1: providers.sentry.organization: missing; expected a text or a number
chatops.toml:39:16: providers.sentry.organisation: unknown key; did you mean organization?; )"
        "known here: url, token, token_env, organization\n");
}

TEST(configuration, each_error_names_its_place_its_key_and_what_was_expected) {
    EXPECT_EQ(errors_of(R"([bot]
name = 3
[slack]
mode = "htp"
bot_token = "xoxb-1"
app_token_env = "NOWHERE"
signing_secret = ""
[people.lead]
slak = "U1"
roles = "lead"
[[rules]]
commands = ["*"]
effects = ["reed"]
[providers.heroku]
url = "http://x/"
)"),
              R"(chatops.toml:2:8: bot.name: expected a text, found a number
chatops.toml:4:8: slack.mode: expected "http" or "socket_mode", found "htp"
chatops.toml:6:17: slack.app_token_env: the environment variable NOWHERE is not set
chatops.toml:7:18: slack.signing_secret: expected a text that is not empty, found an empty text
chatops.toml:8:1: people.lead.slack: missing; expected a text
chatops.toml:9:8: people.lead.slak: unknown key; did you mean slack?; known here: )"
              R"(slack, roles, time_zone
chatops.toml:10:9: people.lead.roles: expected a list of texts, found a text
chatops.toml:11:1: rules[0].roles: a rule needs roles, people or groups: it would )"
              R"(allow this to everyone; if that is meant, write people = ["*"]
chatops.toml:13:12: rules[0].effects: expected read, change or destroy, found "reed"
chatops.toml:14:1: providers.heroku.token: missing; expected a text (or token_env, )"
              "the name of an environment variable)\n");
}

TEST(configuration, what_could_not_serve_is_no_value) {
    const auto changed = [](std::string_view from, std::string_view to) {
        std::string text(good);
        text.replace(text.find(from), from.size(), to);
        return errors_of(text);
    };
    EXPECT_EQ(changed("127.0.0.1:9107", "127.0.0.1"),
              "chatops.toml:8:10: slack.listen: expected an address and a port such as "
              "\"127.0.0.1:9107\", found \"127.0.0.1\"\n");
    for (const char* listen : {":9107", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:http", "[::1]"})
        EXPECT_NE(changed("127.0.0.1:9107", listen).find("slack.listen"), std::string::npos)
            << listen;
    for (const char* listen : {"[::1]:9107", "0.0.0.0:80", "127.0.0.1:0"})
        EXPECT_EQ(changed("127.0.0.1:9107", listen), "") << listen;
    EXPECT_EQ(changed("http://127.0.0.1:9100", "htp:/x"),
              "chatops.toml:7:7: slack.url: expected an address that begins with https:// or "
              "http://, found \"htp:/x\"\n");
    EXPECT_NE(changed("http://127.0.0.1:9103/", "https:///").find("providers.heroku.url"),
              std::string::npos);
    EXPECT_EQ(changed("\"U1\"", "\"guest\""),
              "chatops.toml:17:9: people.lead.slack: expected a member's id such as U012ABCDEF (in "
              "Slack: their profile, ⋮, Copy member ID), found \"guest\"\n");
    EXPECT_EQ(changed("\"ops\"", "\"Ops Bot!\""),
              "chatops.toml:3:8: bot.name: expected 1 to 31 small letters, digits, '-', '_' or "
              "'.', as Slack has it, found \"Ops Bot!\"\n");
}

TEST(configuration, a_file_that_is_no_toml_says_where_it_stops_being_one) {
    const reading outcome = read("[slack\nmode = 1", environment);
    ASSERT_EQ(outcome.errors.size(), 1U);
    EXPECT_EQ(outcome.errors[0].line, 1);
    EXPECT_FALSE(outcome.errors[0].message.empty());
}

TEST(configuration, no_error_shows_a_secret) {
    const std::string errors = errors_of(R"([slack]
mode = "http"
listen = "x"
bot_token = "xoxb-very-secret"
bot_token_env = "HEROKU_TOKEN"
signing_secret = ["very-secret"]
)");
    EXPECT_EQ(errors.find("very-secret"), std::string::npos);
    EXPECT_NE(errors.find("give either this or bot_token, not both"), std::string::npos);
}

TEST(configuration, two_people_cannot_have_one_chat_id) {
    EXPECT_NE(errors_of(std::string(good) + "[people.twin]\nslack = \"U1\"\nroles = []\n")
                  .find("people.twin.slack: is also lead's"),
              std::string::npos);
}

TEST(configuration, a_rule_that_allows_nothing_in_particular_is_an_error) {
    EXPECT_NE(errors_of(std::string(good) + "[[rules]]\nroles = [\"pm\"]\n")
                  .find("a rule needs commands or effects"),
              std::string::npos);
}

TEST(configuration, a_group_gives_its_roles_to_its_members) {
    const reading outcome = read(std::string(good) + R"([people.dev]
slack = "U2"
roles = ["dev"]
[groups.night]
members = ["dev", "lead"]
roles = ["on-call", "dev"]
[groups.empty]
members = []
[[rules]]
groups = ["night"]
people = ["lead", "*"]
commands = ["heroku *"]
projects = ["acme"]
values = { app = ["a", "b*"] }
)",
                                 environment);
    EXPECT_EQ(outcome.errors.size(), 0U);
    const member& dev = *outcome.value.rules.find_named("dev");
    EXPECT_EQ(dev.roles, (std::vector<std::string>{"dev", "on-call"}));
    EXPECT_EQ(dev.groups, std::vector<std::string>{"night"});
    EXPECT_EQ(outcome.value.rules.find_named("lead")->roles,
              (std::vector<std::string>{"lead", "on-call", "dev"}));
    EXPECT_EQ(outcome.value.rules.find_named("nobody"), nullptr);
    const rule& last = outcome.value.rules.allowed.back();
    EXPECT_EQ(last.groups, std::vector<std::string>{"night"});
    EXPECT_EQ(last.projects, std::vector<std::string>{"acme"});
    EXPECT_EQ(last.values.at("app"), (std::vector<std::string>{"a", "b*"}));
}

TEST(configuration, a_name_that_is_not_there_is_answered_with_the_nearest_that_is) {
    EXPECT_EQ(
        errors_of(std::string(good) + R"([groups.night]
members = ["laed"]
role = ["on-call"]
[[rules]]
groups = ["nigth"]
people = ["somebody"]
commands = []
projects = ["acne"]
channels = ["#acme"]
values = { app = [], size = "", name = 3 }
)"),
        R"(chatops.toml:34:12: groups.night.members: no person is called "laed"; did you mean lead?
chatops.toml:35:8: groups.night.role: unknown key; did you mean roles?; known here: members, roles
chatops.toml:37:11: rules[2].groups: no group is called "nigth"; did you mean night?
chatops.toml:38:11: rules[2].people: no person is called "somebody"; known here: lead, *
chatops.toml:39:12: rules[2].commands: an empty list: leave it out, or name some
chatops.toml:40:13: rules[2].projects: no project is called "acne"; did you mean acme?
chatops.toml:41:13: rules[2].channels: write a channel without #: "acme"
chatops.toml:42:18: rules[2].values.app: expected a pattern, or a list of some, found an empty list
chatops.toml:42:40: rules[2].values.name: expected a text, found a number
chatops.toml:42:29: rules[2].values.size: expected a text, found an empty one
)");
}

TEST(configuration, a_group_without_members_is_an_error) {
    EXPECT_NE(errors_of(std::string(good) + "[groups.night]\nroles = [\"dev\"]\n")
                  .find("groups.night.members: missing; expected a list of people"),
              std::string::npos);
}

TEST(configuration, a_pattern_has_a_limit) {
    const std::string long_one(limits::rule_pattern_bytes + 1, '*');
    const std::string errors =
        errors_of(std::string(good) + "[[rules]]\nroles = [\"dev\"]\ncommands = [\"" + long_one +
                  "\"]\nvalues = { app = \"" + long_one + "\" }\n");
    EXPECT_NE(errors.find("rules[2].commands: a pattern of more than 256 bytes"),
              std::string::npos);
    EXPECT_NE(errors.find("rules[2].values.app: a pattern of more than 256 bytes"),
              std::string::npos);
}

TEST(read, the_example_in_the_documentation_is_right) {
    std::ifstream file(CHATOPS_SOURCE_DIR "/docs/chatops.toml");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    ASSERT_FALSE(text.empty());
    const auto any = [](const char*) -> const char* { return "xoxb-1"; };
    const reading made = read(text, any);
    for (const configuration_error& wrong : made.errors)
        ADD_FAILURE() << describe("docs/chatops.toml", wrong);
    const member* const ben = made.value.rules.find("U0123456790");
    EXPECT_EQ(ben->roles, (std::vector<std::string>{"developer", "watch"}));
    EXPECT_EQ(ben->zone.to_text(), "America/New_York");
}

} // namespace
} // namespace chatops::config
