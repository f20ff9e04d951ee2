// Pipelines that are made, renamed and destroyed, and applications that are put into them.
#include "tests/operations/heroku_bench.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chatops::operations {
namespace {

using bench = support::heroku_bench;
using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;

/// The same account, with `brix` in no pipeline.
mocks::heroku::seed with_brix_outside() {
    auto given = mocks::agency_account();
    given.pipelines.front().apps.pop_back();
    return given;
}

TEST(heroku_pipeline_create, makes_one_and_says_how_to_fill_it) {
    bench at;
    const played done = at.play("heroku pipeline create acme-shop");
    EXPECT_EQ(done.text(), "There is a pipeline acme-shop, without applications as yet");
    EXPECT_EQ(paragraphs(done.answer),
              "`heroku pipeline add APP --to acme-shop --stage staging` puts one into it.\n");
    EXPECT_EQ(at.deeds(), std::vector<std::string>{R"(POST /pipelines {"name":"acme-shop"})"});
    const catalogue commands(heroku_entries());
    for (const char* const wrong : {"ab", "1abc", "Acme", "a_b"})
        EXPECT_FALSE(commands.read(std::string("heroku pipeline create ") + wrong)) << wrong;
}

TEST(heroku_pipeline_rename, keeps_what_is_in_it) {
    bench at;
    EXPECT_EQ(at.play("heroku pipeline rename acme acme-shop").text(),
              "The pipeline acme is now called acme-shop");
    EXPECT_EQ(at.platform.state().at_pointer("/pipelines/acme-shop/stages/brix"), "production");
}

TEST(heroku_pipeline_destroy, shows_what_is_lost_and_leaves_applications) {
    bench at;
    const std::string line = "heroku pipeline destroy acme";
    const played asks = at.play(line);
    EXPECT_EQ(asks.shown.title, "Destroy the pipeline acme for good?");
    EXPECT_EQ(fact_of(asks.shown, "Stays"), "its applications, with their code and their data");
    EXPECT_EQ(fact_of(asks.shown, "staging"), "acme-staging");
    EXPECT_EQ(fact_of(asks.shown, "production"), "brix");
    EXPECT_EQ(at.sent("DELETE"), 0);
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(line).text(), "The pipeline acme is destroyed");
    EXPECT_FALSE(at.app("brix").is_null());
    EXPECT_TRUE(at.platform.state().at("pipelines").as_object().empty());
}

TEST(heroku_pipeline_destroy, takes_no_yes_for_something_else_than_was_shown) {
    bench at;
    const std::string line = "heroku pipeline destroy acme";
    at.play(line);
    at.change("DELETE", "/apps/brix", "");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(line).text(),
              "The pipeline acme is not any more what you were shown: nothing "
              "was changed. Ask again to see what it is now");
    EXPECT_EQ(at.sent("DELETE"), 0);
    bench gone;
    gone.play(line);
    gone.change("DELETE", "/pipelines/acme", "");
    gone.answer("@confirm", "yes");
    EXPECT_EQ(gone.play(line).text(), "The pipeline acme is gone already");
    EXPECT_EQ(gone.sent("DELETE"), 0);
}

TEST(heroku_pipeline_destroy, of_two_of_one_name_asks_which_is_meant) {
    bench at;
    at.change("POST", "/pipelines", R"({"name":"acme"})");
    const std::string line = "heroku pipeline destroy acme";
    const played two = at.play(line);
    EXPECT_EQ(two.title(), "2 pipelines are called “acme”: which one do you mean?");
    at.answer("which pipeline", "none");
    EXPECT_EQ(at.play(line).text(),
              "None of the pipelines called “acme” was meant: nothing was done");
    EXPECT_TRUE(at.deeds().empty());
}

// ---- applications

TEST(heroku_pipeline_add, puts_an_application_into_a_stage) {
    bench at(with_brix_outside());
    const played done = at.play("heroku pipeline add brix --to acme --stage production");
    EXPECT_EQ(done.text(), "brix is in stage production of the pipeline acme");
    EXPECT_EQ(paragraphs(done.answer),
              "`heroku pipeline show acme` shows what could be promoted.\n");
    EXPECT_EQ(at.platform.state().at_pointer("/pipelines/acme/stages/brix"), "production");
    const catalogue commands(heroku_entries());
    const auto wrong = commands.read("heroku pipeline add brix --to acme --stage heaven");
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().expected.find("production"), std::string::npos)
        << wrong.error().expected;
}

TEST(heroku_pipeline_add, of_one_that_is_in_a_pipeline_says_how_to_go_on) {
    bench at;
    const played other = at.play("heroku pipeline add brix --to acme --stage staging");
    EXPECT_EQ(other.text(),
              "Nothing was changed: brix is in stage production of the pipeline acme already");
    EXPECT_EQ(paragraphs(other.answer),
              "`heroku pipeline move brix --stage staging` puts it into that stage.\n");
    bench elsewhere;
    elsewhere.change("POST", "/pipelines", R"({"name":"globex"})");
    const played second = elsewhere.play("heroku pipeline add brix --to globex --stage staging");
    EXPECT_EQ(second.text(),
              "Nothing was changed: brix is in stage production of the pipeline acme already");
    EXPECT_EQ(paragraphs(second.answer), "It can be in one only: `heroku pipeline remove brix` "
                                         "takes it out of that.\n");
    EXPECT_TRUE(at.deeds().empty() && elsewhere.deeds().empty());
}

TEST(heroku_pipeline_move, says_what_was_and_what_is) {
    bench at;
    const played done = at.play("heroku pipeline move brix --stage staging");
    EXPECT_EQ(done.text(), "brix: production → staging in the pipeline acme");
    EXPECT_EQ(paragraphs(done.answer), "`heroku pipeline move brix --stage production` puts it "
                                       "back. What runs there stays as it is.\n");
    EXPECT_EQ(at.platform.state().at_pointer("/pipelines/acme/stages/brix"), "staging");
    bench outside(with_brix_outside());
    const played none = outside.play("heroku pipeline move brix --stage staging");
    EXPECT_EQ(none.text(), "brix is in no pipeline: nothing was changed");
    EXPECT_EQ(paragraphs(none.answer),
              "`heroku pipeline add brix --to PIPELINE --stage staging` puts it into one.\n");
}

TEST(heroku_pipeline_remove, says_how_to_put_it_back) {
    bench at;
    const played done = at.play("heroku pipeline remove brix");
    EXPECT_EQ(done.text(), "brix is in the pipeline acme no more; it runs on as it is");
    EXPECT_EQ(paragraphs(done.answer),
              "`heroku pipeline add brix --to acme --stage production` puts it back.\n");
    EXPECT_FALSE(at.app("brix").is_null());
    bench outside(with_brix_outside());
    EXPECT_EQ(outside.play("heroku pipeline remove brix").text(),
              "brix is in no pipeline: nothing was changed");
    EXPECT_TRUE(outside.deeds().empty());
}

} // namespace
} // namespace chatops::operations
