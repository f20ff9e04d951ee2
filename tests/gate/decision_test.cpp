#include "chatops/gate/decision.hpp"

#include <gtest/gtest.h>

namespace chatops::gate {
namespace {

/// The rules of an agency: leads may all, developers what touches staging, in #acme; the people on
/// call what belongs to globex.
rules agency_rules() {
    rules made;
    made.members = {{"lead", "U1", {"lead"}},
                    {"dev", "U2", {"dev"}},
                    {"guest", "U3"},
                    {"night", "U4", {}, {"on-call"}}};
    rule all;
    all.roles = {"lead"};
    all.commands = {"*"};
    rule staging;
    staging.roles = {"dev"};
    staging.commands = {"heroku restart", "heroku s*"};
    staging.values = {{"app", {"*-staging"}}};
    staging.channels = {"acme"};
    rule looking;
    looking.roles = {"dev"};
    looking.effects = {effect::read};
    rule called;
    called.groups = {"on-call"};
    called.commands = {"heroku *"};
    called.projects = {"globex"};
    called.line = 12;
    made.allowed = {all, staging, looking, called};
    return made;
}

const rulebook& agency() {
    static const rules all = agency_rules();
    static const rulebook book(all);
    return book;
}

const rulebook& nothing_allowed() {
    static const rules none;
    static const rulebook book(none);
    return book;
}

facts asked(std::string person, std::string app, std::string channel = "acme") {
    facts what;
    what.roles = {person};
    what.person = std::move(person);
    what.command = "heroku scale";
    what.effect = effect::change;
    what.things = {{app, {}}};
    if (app.substr(0, 6) == "globex") what.things.front().projects = {"globex"};
    what.values = {{"app", std::move(app)}, {"formation", "web=3"}};
    what.channel = std::move(channel);
    return what;
}

/// By whoever is on call.
facts called(std::string app) {
    facts what = asked("night", std::move(app));
    what.roles.clear();
    what.groups = {"on-call"};
    return what;
}

TEST(decision, what_no_rule_allows_is_denied) {
    EXPECT_FALSE(decide(nothing_allowed(), asked("lead", "acme")).allowed);
    EXPECT_FALSE(decide(agency(), asked("guest", "acme")).allowed);
}

TEST(decision, a_stranger_is_denied_even_by_a_rule_for_everyone) {
    rules open;
    open.allowed.push_back(rule{});
    facts stranger = asked("", "acme");
    const rulebook book(open);
    const decision denied = decide(book, stranger);
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

TEST(decision, a_group_may_what_belongs_to_its_project) {
    const decision allowed = decide(agency(), called("globex"));
    ASSERT_TRUE(allowed.allowed);
    EXPECT_EQ(describe(*allowed.by), "line 12: the group on-call may run `heroku *` for globex");
}

TEST(decision, a_denial_says_which_project_would_do) {
    EXPECT_EQ(decide(agency(), called("acme")).reason,
              "night may run `heroku scale` only for the project globex, and `acme` belongs to no "
              "project.");
    facts what = called("acme");
    what.things.front().projects = {"acme"};
    EXPECT_EQ(decide(agency(), what).reason,
              "night may run `heroku scale` only for the project globex, and `acme` belongs to "
              "acme.");
    what.things.clear();
    EXPECT_EQ(decide(agency(), what).reason,
              "night may run `heroku scale` only for the project globex, and nothing of a project "
              "is named.");
}

TEST(decision, one_thing_of_another_project_is_enough_for_a_denial) {
    facts what = called("globex");
    what.things.push_back({"acme", {"acme"}});
    EXPECT_FALSE(decide(agency(), what).allowed);
    what.things.back().projects = {"acme", "globex"};
    EXPECT_TRUE(decide(agency(), what).allowed) << "what both hold is theirs, too";
}

TEST(decision, who_could_are_those_whom_some_rule_allows) {
    facts what = asked("guest", "globex");
    EXPECT_EQ(decide(agency(), what).who_could, (std::vector<std::string>{"lead", "night"}));
}

TEST(decision, what_is_open_is_for_everyone_but_strangers) {
    facts what = asked("guest", "acme");
    what.is_open = true;
    EXPECT_TRUE(decide(nothing_allowed(), what).allowed);
    EXPECT_EQ(decide(nothing_allowed(), what).by, nullptr);
    what.person.clear();
    EXPECT_FALSE(decide(nothing_allowed(), what).allowed);
}

TEST(decision, a_rule_is_described_with_all_that_it_demands) {
    rule which;
    which.roles = {"dev", "pm"};
    which.people = {"ada"};
    which.effects = {effect::read, effect::change};
    which.values = {{"app", {"a", "b"}}, {"size", {"s*"}}};
    which.channels = {"acme", "globex"};
    EXPECT_EQ(describe(which),
              "dev, pm or ada may run every command (read, change) where app is `a` or `b` and "
              "size is `s*` in #acme or #globex");
}

TEST(decision, help_shows_what_someone_may_try_at_all) {
    const auto mine = agency().rules_for(agency().all().members[1]);
    EXPECT_TRUE(may_try(mine, "heroku scale", effect::change));
    EXPECT_TRUE(may_try(mine, "heroku ps", effect::read));
    EXPECT_FALSE(may_try(mine, "heroku rollback", effect::destroy));
    const auto guests = agency().rules_for(agency().all().members[2]);
    EXPECT_FALSE(may_try(guests, "heroku ps", effect::read));
}

} // namespace
} // namespace chatops::gate
