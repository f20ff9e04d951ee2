#include "chatops/gate/decision.hpp"

#include <gtest/gtest.h>

namespace chatops::gate {
namespace {

/// The rules of an agency: leads may all, developers what touches staging, in #acme.
rules agency() {
    rules made;
    made.members = {{"lead", "U1", {"lead"}}, {"dev", "U2", {"dev"}}, {"guest", "U3", {}}};
    rule all;
    all.roles = {"lead"};
    all.commands = {"*"};
    rule staging;
    staging.roles = {"dev"};
    staging.commands = {"heroku restart", "heroku s*"};
    staging.values = {{"app", "*-staging"}};
    staging.channels = {"acme"};
    rule looking;
    looking.roles = {"dev"};
    looking.effects = {effect::read};
    made.allowed = {all, staging, looking};
    return made;
}

facts asked(std::string person, std::string app, std::string channel = "acme") {
    facts what;
    what.roles = {person};
    what.person = std::move(person);
    what.command = "heroku scale";
    what.effect = effect::change;
    what.values = {{"app", std::move(app)}, {"formation", "web=3"}};
    what.channel = std::move(channel);
    return what;
}

TEST(decision, what_no_rule_allows_is_denied) {
    EXPECT_FALSE(decide(rules{}, asked("lead", "acme")).allowed);
    EXPECT_FALSE(decide(agency(), asked("guest", "acme")).allowed);
}

TEST(decision, a_stranger_is_denied_even_by_a_rule_for_everyone) {
    rules open;
    open.allowed.push_back(rule{});
    facts stranger = asked("", "acme");
    const decision denied = decide(open, stranger);
    EXPECT_FALSE(denied.allowed);
    EXPECT_EQ(denied.reason, "I do not know you: the configuration names no such person.");
}

TEST(decision, a_rule_allows_where_all_of_it_fits) {
    EXPECT_TRUE(decide(agency(), asked("lead", "acme", "anywhere")).allowed);
    EXPECT_TRUE(decide(agency(), asked("dev", "acme-staging")).allowed);
}

TEST(decision, a_denial_says_which_value_would_do_and_who_could) {
    const decision denied = decide(agency(), asked("dev", "acme"));
    EXPECT_FALSE(denied.allowed);
    EXPECT_EQ(denied.reason,
              "dev may run `heroku scale` only where app is `*-staging`, and it is `acme`.");
    EXPECT_EQ(denied.who_could, std::vector<std::string>{"lead"});
}

TEST(decision, a_denial_says_which_channel_would_do) {
    EXPECT_EQ(decide(agency(), asked("dev", "acme-staging", "random")).reason,
              "dev may run `heroku scale` only in #acme.");
}

TEST(decision, every_value_of_a_repeated_argument_must_fit) {
    facts what = asked("dev", "acme-staging");
    what.values.emplace_back("app", "acme");
    EXPECT_FALSE(decide(agency(), what).allowed);
}

TEST(decision, a_rule_over_a_value_allows_nothing_where_it_is_not_given) {
    facts what = asked("dev", "acme-staging");
    what.values.clear();
    const decision denied = decide(agency(), what);
    EXPECT_FALSE(denied.allowed) << "without an application it might mean all of them";
    EXPECT_EQ(denied.reason,
              "dev may run `heroku scale` only where app is `*-staging`, and none is given.");
}

TEST(decision, help_shows_what_someone_may_try_at_all) {
    EXPECT_TRUE(may_try(agency(), {"dev"}, "heroku scale", effect::change));
    EXPECT_TRUE(may_try(agency(), {"dev"}, "heroku ps", effect::read));
    EXPECT_FALSE(may_try(agency(), {"dev"}, "heroku rollback", effect::destroy));
    EXPECT_FALSE(may_try(agency(), {}, "heroku ps", effect::read));
}

} // namespace
} // namespace chatops::gate
