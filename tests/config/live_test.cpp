#include "chatops/config/live.hpp"
#include "chatops/config/read.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops::config {
namespace {

reading of(const std::string& slack_token, const std::string& more) {
    return read("[slack]\nbot_token = \"" + slack_token +
                    "\"\napp_token = \"a\"\nsigning_secret = \"s\"\n" + more,
                [](const char*) -> const char* { return nullptr; });
}

constexpr const char* one_person = "[people.ada]\nslack = \"U1\"\nroles = [\"lead\"]\n"
                                   "[providers.heroku]\ntoken = \"old\"\n";

TEST(live_configuration, takes_what_is_good) {
    live_configuration live(of("b", one_person).value);
    const configuration& now = live.now();
    const account& kept = now.providers.at("heroku");
    const reloaded outcome = live.take(of("b", "[people.ben]\nslack = \"U2\"\nroles = []\n"
                                               "[providers.heroku]\ntoken = \"new\"\n"));
    EXPECT_TRUE(outcome.is_taken);
    EXPECT_EQ(outcome.people, 1U);
    EXPECT_EQ(outcome.rules, 0U);
    EXPECT_EQ(&live.now(), &now);
    EXPECT_EQ(now.rules.find("U1"), nullptr);
    EXPECT_NE(now.rules.find("U2"), nullptr);
    EXPECT_EQ(now.providers.at("heroku").token.reveal(), "new");
    EXPECT_EQ(kept.token.reveal(), "old") << "a step under way goes on with it";
}

TEST(live_configuration, keeps_the_old_where_anything_is_wrong) {
    live_configuration live(of("b", one_person).value);
    const reloaded outcome = live.take(of("b", "[people.ben]\nslack = 2\nroles = []\n"));
    EXPECT_FALSE(outcome.is_taken);
    ASSERT_EQ(outcome.errors.size(), 1U);
    EXPECT_EQ(outcome.errors[0].key, "people.ben.slack");
    EXPECT_NE(live.now().rules.find("U1"), nullptr);
}

TEST(live_configuration, says_what_needs_a_restart_and_goes_on_with_what_it_has) {
    live_configuration live(of("b", one_person).value);
    const reloaded outcome = live.take(
        of("other", std::string(one_person) + "[bot]\nname = \"x\"\n[store]\npath = \"y\"\n"));
    EXPECT_TRUE(outcome.is_taken);
    EXPECT_EQ(outcome.needs_restart, (std::vector<std::string>{"bot.name", "slack", "store.path"}));
    EXPECT_EQ(live.now().slack.bot_token.reveal(), "b");
    EXPECT_EQ(live.now().bot_name, "ops");
}

} // namespace
} // namespace chatops::config
