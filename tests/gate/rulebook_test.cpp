#include "chatops/core/random.hpp"
#include "chatops/gate/rulebook.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::gate {
namespace {

/// What an index must agree with: a look at one rule after the other.
const rule* first_that_covers(const rules& all, const facts& what) {
    for (const rule& each : all.allowed)
        if (covers_person(each, what) && covers_deed(each, what)) return &each;
    return nullptr;
}

std::string one_of(random_source& chance, std::initializer_list<const char*> words) {
    return *(words.begin() + chance.below(words.size()));
}

rule any_rule(random_source& chance) {
    rule made;
    if (chance.chance(1, 2)) made.roles.push_back(one_of(chance, {"lead", "dev", "pm"}));
    if (chance.chance(1, 4)) made.people.push_back(one_of(chance, {"ada", "ben", "*"}));
    if (chance.chance(1, 4)) made.groups.push_back(one_of(chance, {"web", "night"}));
    if (chance.chance(2, 3))
        made.commands.push_back(
            one_of(chance, {"*", "heroku *", "heroku s*", "heroku scale", "*scale", "a*b"}));
    if (chance.chance(1, 4)) made.commands.push_back(one_of(chance, {"heroku ps", "logs *"}));
    if (chance.chance(1, 3)) made.effects.push_back(effect::read);
    if (chance.chance(1, 3))
        made.values["app"] = {one_of(chance, {"*-staging", "acme", "acme*", "*", "a*g"}),
                              one_of(chance, {"globex", "g*"})};
    if (chance.chance(1, 8)) made.values["size"] = {"big"};
    if (chance.chance(1, 4)) made.projects.push_back(one_of(chance, {"acme", "globex"}));
    if (chance.chance(1, 6)) made.channels.push_back(one_of(chance, {"acme", "ops"}));
    return made;
}

facts any_facts(random_source& chance) {
    facts what;
    what.person = one_of(chance, {"ada", "ben", "cyd", ""});
    if (chance.chance(2, 3)) what.roles.push_back(one_of(chance, {"lead", "dev", "pm"}));
    if (chance.chance(1, 3)) what.groups.push_back(one_of(chance, {"web", "night"}));
    what.command = one_of(chance, {"heroku ps", "heroku scale", "logs tail", "ab"});
    what.effect = chance.chance(1, 2) ? effect::read : effect::change;
    if (chance.chance(3, 4))
        what.values.emplace_back("app", one_of(chance, {"acme", "acme-staging", "globex", ""}));
    if (chance.chance(1, 4)) what.values.emplace_back("app", one_of(chance, {"globex", "acme"}));
    if (chance.chance(1, 4)) what.values.emplace_back("size", "big");
    if (chance.chance(1, 2)) what.things.push_back({"x", {one_of(chance, {"acme", "globex"})}});
    if (chance.chance(1, 4)) what.things.push_back({"y", {"acme", "globex"}});
    if (chance.chance(1, 8)) what.things.push_back({"z", {}});
    what.channel = one_of(chance, {"acme", "ops", ""});
    return what;
}

TEST(rulebook, finds_the_rule_that_a_look_at_all_of_them_finds) {
    seeded_random chance(7);
    int allowed = 0;
    for (int round = 0; round < 300; ++round) {
        rules all;
        for (std::uint64_t i = chance.below(30); i > 0; --i)
            all.allowed.push_back(any_rule(chance));
        const rulebook book(all);
        for (int question = 0; question < 50; ++question) {
            const facts what = any_facts(chance);
            const rule* const expected = first_that_covers(all, what);
            ASSERT_EQ(book.allowing(what), expected)
                << "round " << round << ", question " << question;
            allowed += expected != nullptr ? 1 : 0;
        }
    }
    EXPECT_GT(allowed, 3'000) << "or nothing was tried";
    EXPECT_LT(allowed, 12'000);
}

TEST(rulebook, knows_people_by_their_chat_id) {
    rules all;
    all.members = {{"ada", "U1", {"lead"}}, {"ben", "U2"}};
    const rulebook book(all);
    ASSERT_NE(book.find("U2"), nullptr);
    EXPECT_EQ(book.find("U2")->name, "ben");
    EXPECT_EQ(book.find("U3"), nullptr);
    EXPECT_EQ(book.find(""), nullptr);
}

} // namespace
} // namespace chatops::gate
