#include "chatops/gate/stages.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace chatops::gate {
namespace {

// Only the gate makes them: a run without a check does not compile.
static_assert(!std::is_constructible_v<permitted<int>, int>);
static_assert(!std::is_constructible_v<cleared<int>, int>);
static_assert(!std::is_constructible_v<cleared<int>, permitted<int>>);
static_assert(!std::is_default_constructible_v<permitted<int>>);

permitted<int> passed() {
    rules open;
    rule all;
    all.roles = {"lead"};
    all.commands = {"*"};
    open.allowed.push_back(all);
    facts what;
    what.person = "lead";
    what.roles = {"lead"};
    return std::get<permitted<int>>(permit(7, rulebook(open), what));
}

TEST(stages, what_the_rules_deny_does_not_pass) {
    const auto outcome = permit(7, rulebook(rules{}), facts{});
    ASSERT_TRUE(std::holds_alternative<decision>(outcome));
    EXPECT_FALSE(std::get<decision>(outcome).allowed);
}

TEST(stages, a_change_needs_no_confirmation) {
    const auto outcome = clear(passed(), effect::change, "U1", std::nullopt);
    EXPECT_EQ(*std::get<cleared<int>>(outcome), 7);
}

TEST(stages, a_destroy_waits_for_its_askers_yes) {
    EXPECT_EQ(std::get<held>(clear(passed(), effect::destroy, "U1", std::nullopt)),
              held::unconfirmed);
    EXPECT_EQ(std::get<held>(clear(passed(), effect::destroy, "U1", confirmation{"U2", true})),
              held::unconfirmed);
    EXPECT_EQ(std::get<held>(clear(passed(), effect::destroy, "U1", confirmation{"U1", false})),
              held::declined);
    EXPECT_EQ(
        *std::get<cleared<int>>(clear(passed(), effect::destroy, "U1", confirmation{"U1", true})),
        7);
}

} // namespace
} // namespace chatops::gate
