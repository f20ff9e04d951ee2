// What Heroku offers, what an application runs on, and whose account it is.
#include "tests/operations/heroku_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using bench = support::heroku_bench;
using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;

TEST(heroku_offers, are_listed) {
    bench at;
    const played sizes = at.play("heroku sizes");
    const std::string all = cells(sizes.answer);
    EXPECT_NE(all.find("Basic | 512 MB | 7.00 | \n"), std::string::npos) << all;
    EXPECT_NE(sizes.text().find(" sizes of dynos to be had"), std::string::npos);
    const std::string regions = cells(at.play("heroku regions").answer);
    EXPECT_NE(regions.find("eu | Europe | \n"), std::string::npos) << regions;
    const std::string stacks = cells(at.play("heroku stacks").answer);
    EXPECT_NE(stacks.find("heroku-24 | public | yes | \n"), std::string::npos) << stacks;
}

TEST(heroku_account, says_whose_it_is_and_what_is_left_of_it) {
    bench at;
    const played seen = at.play("heroku account");
    EXPECT_EQ(seen.text(), "The account is that of ops@agency.example");
    EXPECT_EQ(fact_of(seen.answer, "Two factors"), "no");
    EXPECT_EQ(fact_of(seen.answer, "Requests left"), "4499");
    at.trouble(R"([{"match":{"method":"GET","path":"/account"},"kind":"status","status":403}])");
    EXPECT_TRUE(at.play("heroku account").failure);
}

TEST(heroku_stack_set, is_for_the_next_build) {
    bench at;
    const played done = at.play("heroku stack set acme-staging heroku-22");
    EXPECT_EQ(done.text(), "acme-staging is built for heroku-22 from now on");
    EXPECT_EQ(paragraphs(done.answer), "Until its next build it runs on heroku-24 still.\n");
    ASSERT_EQ(at.deeds().size(), 1u);
    EXPECT_NE(at.deeds().at(0).find(R"({"build_stack":"heroku-22"})"), std::string::npos);
    bench same;
    EXPECT_EQ(same.play("heroku stack set acme-staging heroku-24").text(),
              "acme-staging is built for heroku-24 already: nothing was changed");
    EXPECT_TRUE(same.deeds().empty());
}

TEST(heroku_stack_set, to_one_that_there_is_not_says_which_is_near) {
    bench at;
    const played none = at.play("heroku stack set acme-staging heroku-23");
    EXPECT_EQ(none.text(), "There is no stack “heroku-23” at Heroku");
    EXPECT_NE(paragraphs(none.answer).find("`heroku stacks` lists them all."), std::string::npos);
    bench nobodys;
    EXPECT_EQ(nobodys.play("heroku stack set nobodys heroku-24").text(), "Couldn't find that app.");
    EXPECT_TRUE(at.deeds().empty() && nobodys.deeds().empty());
}

} // namespace
} // namespace chatops::operations
