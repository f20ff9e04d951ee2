// What Heroku offers, what an application runs on, and whose account it is.
#include "chatops/operations/heroku/shown.hpp"
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

TEST(heroku_addon_offers, are_listed_with_prices) {
    bench at;
    const played services = at.play("heroku addon services");
    EXPECT_EQ(services.text(), "4 add-on services");
    EXPECT_EQ(cells(services.answer), "heroku-postgresql | Heroku Postgres | \n"
                                      "heroku-redis | Heroku Key-Value Store | \n"
                                      "papertrail | Papertrail | \n"
                                      "scheduler | Heroku Scheduler | \n");
    EXPECT_EQ(at.play("heroku addon services heroku").text(),
              "2 add-on services with “heroku” in the name");
    EXPECT_TRUE(at.play("heroku addon services nothing").answer.parts.empty());
    const played plans = at.play("heroku addon plans heroku-postgresql");
    EXPECT_EQ(plans.text(), "3 plans of heroku-postgresql");
    EXPECT_EQ(cells(plans.answer),
              "essential-0 | 5.00 | \nessential-1 | 9.00 | \nstandard-0 | 50.00 | \n");
    EXPECT_EQ(paragraphs(plans.answer),
              "`heroku addon create APP heroku-postgresql:PLAN` gives an application an add-on of "
              "it; without PLAN it is `essential-0`.\n");
    EXPECT_EQ(at.play("heroku addon plans nothing").text(), "Couldn't find that add-on service.");
}

TEST(monthly_price, is_in_dollars_or_is_not_said) {
    EXPECT_EQ(monthly_price(heroku::cost{705, "month", std::nullopt}), "7.05");
    EXPECT_EQ(monthly_price(heroku::cost{0, "month", false}), "0.00");
    EXPECT_EQ(monthly_price(heroku::cost{0, "month", true}), "by contract");
    EXPECT_EQ(monthly_price(heroku::cost{1, "hour", std::nullopt}), "not said");
    EXPECT_EQ(monthly_price(std::nullopt), "not said");
}

TEST(heroku_refusals, that_only_a_person_can_help_say_so) {
    auto unpaid = mocks::agency_account();
    unpaid.is_delinquent = true;
    bench poor(unpaid);
    EXPECT_EQ(poor.play("heroku addon create acme-staging heroku-redis:mini").text(),
              "The account has become delinquent as a result of non-payment, or its payment method "
              "must be confirmed to continue. Whoever pays for the account must settle that at "
              "Heroku first.");
    auto guarded = mocks::agency_account();
    guarded.apps[0].needs_second_factor = true;
    bench strict(guarded);
    const std::string before = strict.whole_state();
    EXPECT_EQ(strict.play("heroku scale acme-staging web=3").text(),
              "A second factor is required. A bot has no second factor: this can only be done at "
              "Heroku, by a person.");
    EXPECT_EQ(strict.whole_state(), before);
    auto walled = mocks::agency_account();
    walled.apps[0].is_private = true;
    bench apart(walled);
    EXPECT_EQ(apart.play("heroku addon create acme-staging heroku-redis:mini").text(),
              "This add-on is not automatically networked with this Private Space. Heroku wants "
              "that confirmed by a person, in its dashboard.");
}

TEST(heroku_ps, of_what_sleeps_says_that_it_wakes_up) {
    auto given = mocks::agency_account();
    given.apps[1].formation[0].size = "eco";
    given.apps[1].is_asleep = true;
    bench at(given);
    const played seen = at.play("heroku ps brix");
    EXPECT_EQ(seen.text(), "brix: 1 dyno is up (web 1)");
    EXPECT_EQ(cells(seen.answer).substr(0, 13), "web.1 | idle ");
    EXPECT_EQ(paragraphs(seen.answer), "What is idle sleeps until its next visitor comes, who "
                                       "waits some seconds for it.\n");
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
