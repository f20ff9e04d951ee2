// An application's hosts, its goal and its end at New Relic; and marks that are taken away again.
#include "chatops/chat/table_text.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/operations/newrelic/hosts.hpp"
#include "tests/operations/newrelic_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;
using relic_bench = support::newrelic_bench;

mocks::newrelic::seed account_with_hosts() {
    auto account = support::relic_account();
    account.apps.front().hosts = {"acme-web-1", "acme-web-2"};
    return account;
}

TEST(newrelic_hosts, lists_how_an_application_does_on_each) {
    relic_bench at(account_with_hosts());
    const played seen = at.play("newrelic hosts acme");
    EXPECT_EQ(seen.text(), "2 hosts of acme in the last 30 min");
    EXPECT_EQ(seen.answer.how, tone::neutral);
    const auto& table = std::get<table_part>(seen.answer.parts.at(0));
    EXPECT_EQ(table.headings, (std::vector<std::string>{"Host", "ms", "rpm", "Err %"}));
    EXPECT_NE(lay_out(table, limits::slack_table_columns).headings, "")
        << "a phone shows it as a table";
    EXPECT_NE(cells(seen.answer).find("acme-web-1 | "), std::string::npos) << cells(seen.answer);
    EXPECT_NE(cells(seen.answer).find("acme-web-2 | "), std::string::npos);
    EXPECT_EQ(at.play("nr hosts acme --for 3h").text(), "2 hosts of acme in the last 3 h");
    EXPECT_EQ(at.play("nr hosts globex").text(),
              "New Relic heard of no host of globex in the last 30 min");
    EXPECT_EQ(at.play("nr hosts nobody").text(), "There is no application “nobody”");
    EXPECT_EQ(at.play("nr hosts TWIN").asked, "which application");
    EXPECT_TRUE(at.mutations().empty());
}

TEST(newrelic_hosts, says_which_have_gone_silent) {
    relic_bench at(account_with_hosts());
    at.control("/_mock/trouble", R"({"app":"acme","kind":"down"})");
    at.pass(12min);
    const played seen = at.play("newrelic hosts acme");
    EXPECT_EQ(seen.text(), "2 hosts of acme in the last 30 min, 2 silent by now");
    EXPECT_EQ(seen.answer.how, tone::warning);
    EXPECT_NE(cells(seen.answer).find(" | 12 min ago | "), std::string::npos) << cells(seen.answer);
}

TEST(newrelic_host_table, has_the_worst_first) {
    const time_point now = support::bench_start;
    const std::int64_t lately = now.time_since_epoch().count() - 1'000;
    const table_part table = relic_host_table({{"quick", 0.1, 300, 0, lately},
                                               {"slow", 0.9, 300, 0, lately},
                                               {"failing", 0.2, 300, 30, lately},
                                               {"idle", std::nullopt, 0, 0, lately - 600'000}},
                                              10min, now);
    std::string text;
    for (const auto& row : table.rows) {
        for (const std::string& cell : row) text += cell + ' ';
        text += '\n';
    }
    EXPECT_EQ(text, "failing 200 30 10 now \n"
                    "slow 900 30 0 now \n"
                    "quick 100 30 0 now \n"
                    "idle – 0 0 10 min ago \n");
}

TEST(newrelic_app_change, sets_the_goal_of_its_answers) {
    relic_bench at;
    const played seen = at.play("newrelic app change acme --apdex 750ms");
    EXPECT_EQ(seen.text(), "The Apdex goal of acme is 0.75 s");
    EXPECT_EQ(std::get<change_part>(seen.answer.parts.at(0)).lines.at(0),
              (change_part::line{"goal", "0.5 s", "0.75 s"}));
    EXPECT_EQ(at.mutations().size(), 1u);
    relic_bench same;
    EXPECT_EQ(same.play("newrelic app change acme --apdex 500ms").text(),
              "The Apdex goal of acme is 0.5 s already: nothing was changed");
    EXPECT_TRUE(same.mutations().empty());
}

TEST(newrelic_app_remove, is_of_what_is_silent_and_asks) {
    relic_bench at;
    EXPECT_EQ(at.play("newrelic app remove acme").text(),
              "acme still reports: nothing was removed");
    EXPECT_TRUE(at.mutations().empty());
    relic_bench silent;
    const played asked = silent.play("newrelic app remove globex");
    ASSERT_EQ(asked.asked, "@confirm");
    EXPECT_EQ(asked.shown.title, "Remove the application globex from New Relic?");
    EXPECT_NE(fact_of(asked.shown, "Guid"), "(none)");
    silent.answer("@confirm", "no");
    EXPECT_TRUE(silent.mutations().empty());
    relic_bench yes;
    EXPECT_EQ(yes.play_and_confirm("newrelic app remove globex").text(),
              "The application globex is removed from New Relic");
    EXPECT_EQ(yes.mutations().size(), 1u);
}

TEST(newrelic_deployment_remove, shows_what_is_lost_and_asks) {
    relic_bench at;
    const played asked = at.play("newrelic deployment remove acme v41");
    ASSERT_EQ(asked.asked, "@confirm");
    EXPECT_EQ(asked.shown.title, "Remove the deployment v41 of acme?");
    EXPECT_EQ(fact_of(asked.shown, "When (UTC)"), "2024-02-27 12:00");
    EXPECT_EQ(fact_of(asked.shown, "By"), "dev@agency.example");
    const std::string id = fact_of(asked.shown, "Id");
    at.answer("@confirm", "no");
    EXPECT_TRUE(at.mutations().empty());
    relic_bench yes;
    EXPECT_EQ(yes.play_and_confirm("newrelic deployment remove acme " + id).text(),
              "The deployment v41 of acme is not marked any more");
    ASSERT_EQ(yes.mutations().size(), 1u);
    EXPECT_EQ(yes.mutations()[0].substr(0, 25), "DELETE /v2/applications/2");
    EXPECT_EQ(yes.play("newrelic deployments acme").text(),
              "1 deployment of acme in the last 30 d");
}

TEST(newrelic_deployment_remove, says_which_versions_are_near) {
    relic_bench at;
    const played none = at.play("newrelic deployment remove acme v4");
    EXPECT_EQ(none.text(), "There is no deployment “v4” of acme");
    EXPECT_EQ(paragraphs(none.answer).substr(0, 14), "Did you mean `") << paragraphs(none.answer);
}

TEST(newrelic_deployment_remove, asks_which_of_two_of_a_version_is_meant) {
    auto account = support::relic_account();
    account.apps.front().deployments = {{"v42", 48h, "dev@agency.example"}, {"v42", 5h}};
    relic_bench at(account);
    const played asked = at.play("newrelic deployment remove acme v42");
    ASSERT_EQ(asked.asked, "which deployment");
    ASSERT_EQ(asked.shown.buttons.size(), 3u);
    EXPECT_EQ(asked.shown.buttons[0].label.substr(0, 21), "v42, 2024-02-29 07:00");
    at.answer("which deployment", asked.shown.buttons[1].choice);
    EXPECT_EQ(fact_of(at.play("newrelic deployment remove acme v42").shown, "By"),
              "dev@agency.example");
}

} // namespace
} // namespace chatops::operations
