// Applications as a whole, and what belongs to them: domains, collaborators, add-ons.
#include "tests/operations/heroku_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using bench = support::heroku_bench;
using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;

// ---- domains

TEST(heroku_domains, are_listed_with_where_their_records_shall_point) {
    bench at;
    const played seen = at.play("heroku domains acme-staging");
    EXPECT_EQ(seen.text(), "2 domains of acme-staging");
    const std::string rows = cells(seen.answer);
    EXPECT_NE(rows.find("acme-staging.herokuapp.com | none is needed | "), std::string::npos)
        << rows;
    EXPECT_NE(rows.find(".herokudns.com | "), std::string::npos) << rows;
}

TEST(heroku_domain_add, says_where_the_record_shall_point) {
    bench at;
    const played done = at.play("heroku domain add acme-staging WWW.Acme.example");
    EXPECT_EQ(done.text(), "acme-staging has the domain www.acme.example");
    EXPECT_NE(fact_of(done.answer, "DNS target").find(".herokudns.com"), std::string::npos);
    EXPECT_EQ(at.deeds(),
              std::vector<std::string>{"POST /apps/acme-staging/domains "
                                       R"({"hostname":"www.acme.example","sni_endpoint":null})"});
    bench again;
    const played there = again.play("heroku domain add acme-staging staging.acme.example");
    EXPECT_EQ(there.text(),
              "acme-staging has the domain staging.acme.example already: nothing was changed");
    EXPECT_NE(fact_of(there.answer, "DNS target").find(".herokudns.com"), std::string::npos);
    EXPECT_EQ(again.sent("POST"), 0);
}

TEST(heroku_domain_add, that_another_application_has_is_refused) {
    bench at;
    EXPECT_EQ(at.play("heroku domain add brix staging.acme.example").text(),
              "staging.acme.example is currently in use by another app.");
}

TEST(heroku_domain_remove, asks_first_and_keeps_herokus_own) {
    bench at;
    const played asks = at.play("heroku domain remove acme-staging staging.acme.example");
    EXPECT_EQ(asks.text(), "asks @confirm");
    EXPECT_EQ(asks.shown.title, "Remove staging.acme.example from acme-staging?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"),
              "whoever goes to staging.acme.example finds acme-staging no more");
    EXPECT_EQ(at.sent("DELETE"), 0);
    at.answer("@confirm", "no");
    EXPECT_EQ(at.play("heroku domain remove acme-staging staging.acme.example").text(),
              "Cancelled: nothing was changed");
    bench own;
    EXPECT_EQ(own.play("heroku domain remove acme-staging acme-staging.herokuapp.com").text(),
              "acme-staging.herokuapp.com stays: it is Heroku's own domain of acme-staging");
    const played none = own.play("heroku domain remove acme-staging stagin.acme.example");
    EXPECT_EQ(none.text(), "acme-staging has no domain stagin.acme.example");
    EXPECT_EQ(paragraphs(none.answer).substr(0, 40), "Did you mean `staging.acme.example`? `he");
    EXPECT_EQ(own.sent("DELETE"), 0);
}

// ---- collaborators

TEST(heroku_collaborators, are_listed) {
    bench at;
    const played seen = at.play("heroku access acme-staging");
    EXPECT_EQ(seen.text(), "acme-staging: 2 people work on it");
    EXPECT_NE(cells(seen.answer).find("dev@agency.example | collaborator | 2024-02-26 | "),
              std::string::npos);
    EXPECT_EQ(at.play("heroku collaborators brix").text(), "brix: 1 person works on it");
}

TEST(heroku_collaborator_add, tells_them_unless_it_shall_be_silent) {
    bench at;
    const played done = at.play("heroku collaborator add acme-staging o'brien+x@agency.example");
    EXPECT_EQ(done.text(), "o'brien+x@agency.example may work on acme-staging");
    EXPECT_EQ(paragraphs(done.answer), "Heroku has written a mail to them.\n");
    bench silent;
    const played quiet =
        silent.play("heroku collaborator add acme-staging pm@agency.example --silent");
    EXPECT_EQ(paragraphs(quiet.answer), "");
    EXPECT_EQ(silent.deeds().at(0), "POST /apps/acme-staging/collaborators "
                                    R"({"user":"pm@agency.example","silent":true})");
    bench again;
    EXPECT_EQ(again.play("heroku collaborator add acme-staging Dev@agency.example").text(),
              "dev@agency.example works on acme-staging already, as collaborator: nothing was "
              "changed");
    EXPECT_EQ(again.sent("POST"), 0);
}

TEST(heroku_collaborator_remove, keeps_the_owner) {
    bench at;
    const played done = at.play("heroku collaborator remove acme-staging dev@agency.example");
    EXPECT_EQ(done.text(), "dev@agency.example may work on acme-staging no more");
    EXPECT_NE(paragraphs(done.answer).find("config vars"), std::string::npos);
    bench owner;
    EXPECT_EQ(owner.play("heroku collaborator remove acme-staging ops@agency.example").text(),
              "ops@agency.example owns acme-staging and stays");
    EXPECT_EQ(owner.play("heroku collaborator remove acme-staging deb@agency.example").text(),
              "deb@agency.example does not work on acme-staging: nothing was changed");
    EXPECT_EQ(owner.sent("DELETE"), 0);
}

// ---- add-ons

TEST(heroku_addons, are_listed_and_shown) {
    bench at;
    const played all = at.play("heroku addons acme-staging");
    EXPECT_EQ(all.text(), "1 add-on of acme-staging");
    EXPECT_EQ(cells(all.answer), "postgresql-round-1 | heroku-postgresql:essential-0 | \n");
    for (const char* const name : {"postgresql-round-1", "heroku-postgresql"}) {
        const played one = at.play(std::string("heroku addon show acme-staging ") + name);
        EXPECT_EQ(one.text(), "postgresql-round-1 of acme-staging is provisioned");
        EXPECT_EQ(fact_of(one.answer, "Config vars"), "DATABASE_URL");
    }
    EXPECT_EQ(at.play("heroku addons brix").text(), "0 add-ons of brix");
    const played none = at.play("heroku addon show acme-staging postgresql-rund-1");
    EXPECT_EQ(none.text(), "acme-staging has no add-on postgresql-rund-1");
    EXPECT_EQ(paragraphs(none.answer),
              "Did you mean `postgresql-round-1`? `heroku addons acme-staging` lists them all.\n");
}

TEST(heroku_addons, of_one_service_are_told_apart_by_a_person) {
    auto given = mocks::agency_account();
    given.apps[0].addons.push_back({"heroku-postgresql:essential-1", "postgresql-flat-2", {}});
    for (const char* const line : {"heroku addon show acme-staging heroku-postgresql",
                                   "heroku addon plan acme-staging heroku-postgresql standard-0",
                                   "heroku addon destroy acme-staging heroku-postgresql"}) {
        bench at(given);
        const played two = at.play(line);
        EXPECT_EQ(two.title(), "2 add-ons are called “heroku-postgresql”: which one do you mean?");
        EXPECT_EQ(two.shown.buttons.at(0).label,
                  "postgresql-flat-2, heroku-postgresql:essential-1");
        EXPECT_TRUE(at.deeds().empty());
    }
    bench at(given);
    const char* const plan = "heroku addon plan acme-staging heroku-postgresql standard-0";
    at.answer("which add-on", at.play(plan).shown.buttons.at(0).choice);
    EXPECT_EQ(at.play(plan).text(), "postgresql-flat-2: heroku-postgresql:essential-1 → "
                                    "heroku-postgresql:standard-0");
}

TEST(heroku_addon_create, waits_until_it_is_there) {
    bench at;
    const played done = at.play("heroku addon create acme-staging heroku-redis:mini");
    EXPECT_EQ(done.text().find("acme-staging has the add-on redis-"), 0u) << done.text();
    EXPECT_EQ(fact_of(done.answer, "State"), "provisioned");
    EXPECT_EQ(fact_of(done.answer, "Config vars"), "REDIS_URL");
    EXPECT_GE(at.world_time.now() - at.start, 15s) << "the mock takes that long";
    EXPECT_TRUE(at.app("acme-staging").at("config_vars").as_object().contains("REDIS_URL"));
    bench unknown;
    EXPECT_EQ(unknown.play("heroku addon create acme-staging heroku-redis:huge").text(),
              "Couldn't find either the add-on service or the add-on plan of "
              "\"heroku-redis:huge\".");
}

TEST(heroku_addon_plan, says_what_was_and_what_is) {
    bench at;
    EXPECT_EQ(at.play("heroku addon upgrade acme-staging heroku-postgresql essential-1").text(),
              "postgresql-round-1: heroku-postgresql:essential-0 → heroku-postgresql:essential-1");
    EXPECT_EQ(at.app("acme-staging").at_pointer("/addons/0/plan/name"),
              "heroku-postgresql:essential-1");
    bench same;
    EXPECT_EQ(same.play("heroku addon plan acme-staging postgresql-round-1 essential-0").text(),
              "postgresql-round-1 has the plan heroku-postgresql:essential-0 already: nothing was "
              "changed");
    EXPECT_EQ(
        same.play("heroku addon plan acme-staging postgresql-round-1 heroku-redis:mini").text(),
        "The plan must be of the same add-on service.");
}

TEST(heroku_addon_destroy, shows_what_is_lost_and_takes_no_yes_for_something_else) {
    bench at;
    const std::string line = "heroku addon destroy acme-staging postgresql-round-1";
    const played asks = at.play(line);
    EXPECT_EQ(asks.shown.title, "Destroy postgresql-round-1 of acme-staging for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"),
              "all data in it, with the backups that Heroku keeps of it");
    EXPECT_EQ(fact_of(asks.shown, "Config vars that go"), "DATABASE_URL");
    EXPECT_EQ(at.sent("DELETE"), 0);
    at.change("PATCH", "/apps/acme-staging/addons/postgresql-round-1",
              R"({"plan":"heroku-postgresql:standard-0"})");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(line).text(), "postgresql-round-1 is not any more what you were shown: "
                                    "nothing was changed. Ask again to see what it is now");
    EXPECT_EQ(at.sent("DELETE"), 0);
}

TEST(heroku_addon_destroy, ends_it) {
    bench at;
    EXPECT_EQ(at.play_and_confirm("heroku addon destroy acme-staging heroku-postgresql").text(),
              "postgresql-round-1 of acme-staging is destroyed");
    EXPECT_EQ(at.app("acme-staging").at("addons").as_array().size(), 0u);
}

// ---- applications

TEST(heroku_app_show, says_all_that_belongs_to_it) {
    bench at;
    const played seen = at.play("heroku info acme-staging");
    EXPECT_EQ(seen.text(), "acme-staging is open to visitors");
    EXPECT_EQ(fact_of(seen.answer, "Address"), "https://acme-staging.herokuapp.com/");
    EXPECT_EQ(fact_of(seen.answer, "Domains"), "staging.acme.example");
    EXPECT_EQ(fact_of(seen.answer, "Dynos"), "web 2, worker 1");
    EXPECT_EQ(fact_of(seen.answer, "Add-ons"),
              "postgresql-round-1 (heroku-postgresql:essential-0)");
    EXPECT_EQ(fact_of(seen.answer, "People"), "dev@agency.example, ops@agency.example");
    EXPECT_EQ(fact_of(seen.answer, "Stack"), "heroku-24");
    const played small = at.play("heroku app show brix");
    EXPECT_EQ(fact_of(small.answer, "Domains"), "(none)");
    EXPECT_EQ(fact_of(small.answer, "Region"), "eu");
}

TEST(heroku_app_create, makes_no_second_one_of_a_name) {
    bench at;
    const played done = at.play("heroku app create acme-demo --region eu --stack heroku-22");
    EXPECT_EQ(done.text(), "There is an application acme-demo, without code as yet");
    EXPECT_EQ(fact_of(done.answer, "Address"), "https://acme-demo.herokuapp.com/");
    EXPECT_EQ(at.app("acme-demo").at_pointer("/region/name"), "eu");
    bench again;
    EXPECT_EQ(again.play("heroku create brix").text(),
              "Nothing was made: there is an application brix already");
    EXPECT_TRUE(again.deeds().empty());
    bench nowhere;
    EXPECT_EQ(nowhere.play("heroku app create acme-demo --region mars").text(),
              "Couldn't find that region.");
}

TEST(heroku_app_rename, goes_on_by_its_id) {
    bench at;
    const played done = at.play("heroku rename brix brix-shop");
    EXPECT_EQ(done.text(), "brix is now called brix-shop");
    EXPECT_EQ(fact_of(done.answer, "Address"), "https://brix-shop.herokuapp.com/");
    EXPECT_TRUE(at.app("brix").is_null());
    bench taken;
    EXPECT_EQ(taken.play("heroku app rename brix acme-staging").text(),
              "Name acme-staging is already taken");
    bench same;
    EXPECT_EQ(same.play("heroku app rename brix brix").text(),
              "brix is called that already: nothing was changed");
}

TEST(heroku_app_destroy, shows_all_that_is_lost_first) {
    bench at;
    const std::string line = "heroku app destroy acme-staging";
    const played asks = at.play(line);
    EXPECT_EQ(asks.shown.title, "Destroy acme-staging for good?");
    EXPECT_EQ(fact_of(asks.shown, "Lost"),
              "its code, its config vars, its releases, and all data in its add-ons");
    EXPECT_EQ(fact_of(asks.shown, "Add-ons"), "postgresql-round-1 (heroku-postgresql:essential-0)");
    EXPECT_EQ(at.sent("DELETE"), 0);
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(line).text(), "acme-staging is destroyed");
    EXPECT_TRUE(at.app("acme-staging").is_null());
}

TEST(heroku_app_destroy, takes_no_yes_for_something_else_than_was_shown) {
    bench at;
    const std::string line = "heroku app destroy brix";
    at.play(line);
    at.change("POST", "/apps/brix/addons", R"({"plan":"heroku-postgresql:essential-0"})");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(line).text(), "brix is not any more what you were shown: nothing was "
                                    "changed. Ask again to see what it is now");
    EXPECT_EQ(at.sent("DELETE"), 0);
}

} // namespace
} // namespace chatops::operations
