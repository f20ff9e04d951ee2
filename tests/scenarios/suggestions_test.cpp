// What a form offers while it is filled in: asked from the providers, chosen, sent, carried out.
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

using support::story;

using suggestion_scenario = support::story_over_both_ways;

TEST_P(suggestion_scenario, what_is_offered_is_chosen_sent_and_carried_out) {
    s.lead.says("/ops heroku ps");
    s.lead.types("app", "");
    EXPECT_EQ(s.lead.sees_offered("app"),
              "acme, acme-staging, globex, globex-staging, initech, initech-staging");
    s.lead.types("app", "GLO");
    EXPECT_EQ(s.lead.sees_offered("app"), "globex, globex-staging");
    s.lead.fills({{"app", "globex-staging"}});
    EXPECT_EQ(s.lead.modal(), "null");
    s.bot.answers("globex-staging");
}

TEST_P(suggestion_scenario, the_other_fields_say_of_what) {
    s.lead.says("/ops heroku config unset");
    s.lead.types("names", "", {{"app", "acme"}});
    const std::string names = s.lead.sees_offered("names");
    EXPECT_NE(names.find("DATABASE_URL"), std::string::npos) << names;
    EXPECT_EQ(s.lead.modal().find("postgres://"), std::string::npos) << "names, and no values";
    s.lead.types("names", "", {});
    EXPECT_EQ(s.lead.sees_offered("names"), "") << "of which application is not known";
}

TEST_P(suggestion_scenario, several_are_chosen_one_after_the_other) {
    s.lead.says("/ops heroku config unset");
    s.lead.fills({{"app", "acme"}, {"names", "LOG_LEVEL NOT_THERE"}});
    s.bot.answers("NOT_THERE");
}

TEST_P(suggestion_scenario, what_the_list_does_not_have_can_be_given_all_the_same) {
    s.lead.says("/ops heroku ps");
    s.lead.types("app", "newcomer");
    EXPECT_EQ(s.lead.sees_offered("app"), "newcomer");
    s.lead.types("app", "No App");
    EXPECT_EQ(s.lead.sees_offered("app"), "") << "no application is called so";
    s.lead.fills({{"app", "newcomer"}});
    s.bot.answers("newcomer");
}

TEST_P(suggestion_scenario, only_what_the_rules_allow_is_offered) {
    s.dev.says("/ops heroku scale");
    s.dev.types("app", "");
    EXPECT_EQ(s.dev.sees_offered("app"), "acme-staging, globex-staging, initech-staging");
    s.dev.types("app", "acme");
    EXPECT_EQ(s.dev.sees_offered("app"), "acme-staging, acme") << "the gate says why not";
}

TEST_P(suggestion_scenario, what_may_not_be_named_is_not_looked_into) {
    s.dev.says("/ops heroku restart");
    s.dev.types("dynos", "", {{"app", "acme"}});
    EXPECT_EQ(s.dev.sees_offered("dynos"), "");
    EXPECT_EQ(s.heroku.requests("GET", "/apps/acme"), 0);
    s.dev.types("dynos", "", {{"app", "acme-staging"}});
    EXPECT_EQ(s.dev.sees_offered("dynos").substr(0, 3), "web");
}

TEST_P(suggestion_scenario, a_provider_is_asked_once_in_some_seconds) {
    s.lead.says("/ops heroku ps");
    for (const char* const typed : {"", "a", "ac", "acm"}) s.lead.types("app", typed);
    EXPECT_EQ(s.heroku.requests("GET", "/apps"), 1);
    EXPECT_EQ(s.lead.sees_offered("app"), "acme, acme-staging, acm");
    s.world.simulation().wait(std::chrono::seconds(11));
    s.lead.types("app", "a");
    EXPECT_EQ(s.heroku.requests("GET", "/apps"), 2);
}

TEST_P(suggestion_scenario, a_provider_that_says_nothing_is_not_waited_for) {
    s.lead.says("/ops heroku ps");
    s.heroku.fails("GET /apps*", "timeout");
    s.lead.types("app", "");
    EXPECT_EQ(s.lead.sees_offered("app"), "") << "no error: Slack was answered in time";
    s.lead.types("app", "acme");
    EXPECT_EQ(s.lead.sees_offered("app"), "acme");
    s.lead.fills({{"app", "acme"}});
    s.bot.answers("acme");
}

TEST_P(suggestion_scenario, nothing_is_journaled_and_nothing_changed) {
    const auto before = s.heroku.state();
    s.lead.says("/ops heroku rollback");
    const std::size_t events = s.world.simulation().journal().events().size();
    s.lead.types("app", "ac");
    s.lead.types("release", "", {{"app", "acme"}});
    EXPECT_EQ(s.lead.sees_offered("release").substr(0, 1), "v");
    EXPECT_EQ(s.world.simulation().journal().events().size(), events);
    EXPECT_EQ(before.at("apps"), s.heroku.state().at("apps"));
}

TEST_P(suggestion_scenario, a_bot_that_was_killed_meanwhile_is_asked_again) {
    s.lead.says("/ops heroku ps");
    s.bot_crashes();
    s.world.simulation().wait(std::chrono::seconds(5));
    s.lead.types("app", "globex");
    EXPECT_EQ(s.lead.sees_offered("app"), "globex, globex-staging");
}

INSTANTIATE_TEST_SUITE_P(ways, suggestion_scenario, support::both_ways(), support::name_of_way);

} // namespace
} // namespace chatops
