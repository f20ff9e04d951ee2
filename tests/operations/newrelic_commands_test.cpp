// What one sees at New Relic, and what is said where it is not clear what is meant.
#include "chatops/chat/table_text.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/operations/newrelic/conditions.hpp"
#include "chatops/operations/newrelic/query.hpp"
#include "tests/operations/newrelic_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;
using relic_bench = support::newrelic_bench;

TEST(newrelic_apps, lists_the_worst_first_with_what_tells_how_they_do) {
    relic_bench at;
    at.open_issue("acme", "Disk is full");
    const played seen = at.play("newrelic apps");
    EXPECT_EQ(seen.text(), "5 applications, 1 critical");
    EXPECT_EQ(seen.answer.how, tone::warning);
    const auto& table = std::get<table_part>(seen.answer.parts.at(0));
    EXPECT_EQ(table.headings,
              (std::vector<std::string>{"Application", "Health", "ms", "rpm", "Err %"}));
    EXPECT_NE(lay_out(table, limits::slack_table_columns).headings, "")
        << "a phone shows it as a table";
    ASSERT_EQ(table.rows.size(), 5u);
    EXPECT_EQ(table.rows[0][0] + ' ' + table.rows[0][1], "acme critical");
    EXPECT_NE(table.rows[0][2], "–");
    EXPECT_EQ(table.rows[1][0] + ' ' + table.rows[1][1], "globex silent");
    EXPECT_EQ(at.mutations().size(), 0u);
}

TEST(newrelic_apps, lists_those_with_a_part_of_the_name) {
    relic_bench at;
    EXPECT_EQ(at.play("nr apps twi").text(), "2 applications with “twi” in the name");
    EXPECT_EQ(at.play("nr apps nobody").text(), "0 applications with “nobody” in the name");
    EXPECT_EQ(at.play("nr apps \"acme's\"").text(), "1 application with “acme's” in the name");
    EXPECT_EQ(at.play("nr apps %").text(), "1 application with “%” in the name");
}

TEST(newrelic_app_show, shows_numbers_issues_and_deployments) {
    relic_bench at;
    const std::string id = at.open_issue("acme", "Disk is full");
    const played seen = at.play("newrelic app show acme");
    EXPECT_EQ(seen.text(), "acme is critical");
    EXPECT_EQ(seen.answer.how, tone::bad);
    EXPECT_NE(fact_of(seen.answer, "Response time"), "(none)");
    EXPECT_NE(fact_of(seen.answer, "Throughput"), "(none)");
    EXPECT_NE(fact_of(seen.answer, "Tags").find("env:production"), std::string::npos);
    EXPECT_EQ(paragraphs(seen.answer), "1 open issue:\nLast deployments:\n");
    EXPECT_NE(cells(seen.answer).find(id.substr(0, 8) + " | critical | Disk is full"),
              std::string::npos)
        << cells(seen.answer);
    EXPECT_NE(cells(seen.answer).find("v42 | 2024-02-29 07:00"), std::string::npos);
    EXPECT_LT(cells(seen.answer).find("v42"), cells(seen.answer).find("v41"));
    const std::string guid = fact_of(seen.answer, "Guid");
    EXPECT_EQ(at.play("newrelic app show " + guid).text(), "acme is critical");
}

TEST(newrelic_app_show, of_a_name_with_every_special_character_finds_it) {
    relic_bench at;
    const played seen = at.play(R"(nr app show "acme's \"shop\" \\ {a: $b} %")");
    EXPECT_NE(fact_of(seen.answer, "Language"), "(none)") << seen.text();
    EXPECT_EQ(fact_of(seen.answer, "Language"), "php");
}

TEST(newrelic_app_show, of_a_name_that_nobody_has_says_which_are_near) {
    relic_bench at;
    const played none = at.play("newrelic app show glopex");
    EXPECT_EQ(none.text(), "There is no application “glopex”");
    EXPECT_EQ(paragraphs(none.answer), "Did you mean `globex`? `newrelic apps` lists them all.\n");
    const std::string other = "MTIzNDU2N3xBUE18QVBQTElDQVRJT058MTExMTExMQ";
    EXPECT_EQ(at.play("newrelic app show " + other).text().substr(0, 24),
              "There is no application ");
    EXPECT_EQ(at.play("newrelic app show ACME").text().substr(0, 5), "acme ");
}

TEST(newrelic_app_show, asks_with_buttons_which_of_two_is_meant) {
    relic_bench at;
    const played twins = at.play("newrelic app show TWIN");
    ASSERT_EQ(twins.text(), "asks which application");
    EXPECT_EQ(twins.shown.title, "2 applications are called “TWIN”: which one do you mean?");
    ASSERT_EQ(twins.shown.buttons.size(), 3u);
    EXPECT_EQ(twins.shown.buttons[2].label, "None of them");
    EXPECT_NE(twins.shown.buttons[0].label, twins.shown.buttons[1].label);
    const std::string second = twins.shown.buttons[1].choice;
    at.answer("which application", second);
    EXPECT_EQ(fact_of(at.play("newrelic app show TWIN").answer, "Guid"), second);
    relic_bench another;
    another.play("newrelic app show TWIN");
    another.answer("which application", "none");
    EXPECT_EQ(another.play("newrelic app show TWIN").text(),
              "None of the applications called “TWIN” was meant: nothing was done");
}

TEST(newrelic_issues, lists_the_open_ones_with_the_worst_first) {
    relic_bench at;
    EXPECT_EQ(at.play("newrelic issues").text(), "No open issue");
    at.open_issue("globex", "Queue is long", "LOW");
    at.pass(1min);
    const std::string worst = at.open_issue("acme", "Disk is full");
    at.pass(5min);
    const played seen = at.play("newrelic issues");
    EXPECT_EQ(seen.text(), "2 open issues");
    EXPECT_EQ(cells(seen.answer).substr(0, 8), worst.substr(0, 8));
    EXPECT_NE(cells(seen.answer).find("critical | Disk is full | "), std::string::npos)
        << cells(seen.answer);
    EXPECT_EQ(at.play("nr issues --priority critical").text(), "1 critical open issue");
    EXPECT_EQ(at.play("nr issues --app globex").text(), "1 open issue of globex");
    EXPECT_EQ(at.play("nr issues --app nobody").text(), "There is no application “nobody”");
    at.control("/_mock/issues", R"({"close":")" + worst + "\"}");
    EXPECT_EQ(at.play("newrelic issues").text(), "1 open issue");
    EXPECT_EQ(at.play("newrelic issues --all").text(), "2 issues in the last 24 h");
}

TEST(newrelic_issues, come_from_all_pages) {
    relic_bench at;
    for (int i = 0; i < 60; ++i) at.open_issue("acme", "Trouble " + std::to_string(i));
    const played seen = at.play("newrelic issues");
    EXPECT_EQ(seen.text(), "60 open issues");
    EXPECT_EQ(paragraphs(seen.answer),
              "These are the 50 that matter most. `--priority`, `--app` and `--for` narrow it "
              "down.\n");
}

TEST(newrelic_issue_show, shows_one_by_the_beginning_of_its_id) {
    relic_bench at;
    const std::string id = at.open_issue("acme", "Disk is full");
    const played seen = at.play("newrelic issue show " + id.substr(0, 8));
    EXPECT_EQ(seen.text(), "critical, new: Disk is full");
    EXPECT_EQ(seen.answer.how, tone::bad);
    EXPECT_EQ(fact_of(seen.answer, "Where"), "acme");
    EXPECT_EQ(fact_of(seen.answer, "Id"), id);
    EXPECT_EQ(paragraphs(seen.answer),
              "It is new: New Relic has told nobody of it yet.\n`newrelic issue acknowledge " +
                  id.substr(0, 8) + "` tells the others that somebody has it.\n");
    EXPECT_EQ(at.play("newrelic issue show " + id).text(), seen.text());
    at.pass(1min);
    EXPECT_EQ(at.play("newrelic issue show " + id).text(), "critical, open: Disk is full");
    EXPECT_EQ(at.play("newrelic issue show 00000000").text(), "There is no issue “00000000”");
}

TEST(newrelic_query, shows_what_it_finds_as_a_table) {
    relic_bench at;
    const played seen = at.play(
        "newrelic query \"SELECT count(*) FROM Transaction FACET appName SINCE 1 hour ago\"");
    EXPECT_EQ(seen.text().substr(seen.text().find(' ')), " rows, 2024-02-29 11:00:00 to "
                                                         "2024-02-29 12:00:00 (UTC)")
        << seen.text();
    EXPECT_NE(cells(seen.answer).find("acme | "), std::string::npos) << cells(seen.answer);
    const played wrong = at.play("newrelic query \"SELECT FROM\"");
    EXPECT_TRUE(wrong.failure);
    EXPECT_NE(wrong.text().find("NRQL Syntax Error"), std::string::npos) << wrong.text();
    EXPECT_EQ(at.mutations().size(), 0u);
}

TEST(newrelic_nrql_table, has_a_column_for_each_thing_and_no_more_than_people_read) {
    newrelic::nrql_answer found;
    found.results.emplace();
    found.results->push_back(
        json::parse(R"({"facet":"a","appName":"a","count":3,"percentile.duration":{"95":0.12345},)"
                    R"("timestamp":1709208005000,"x":null})")
            .value());
    found.results->push_back(
        json::parse(R"({"count":1234567.5,"flag":true,"list":[1,2]})").value());
    const table_part table = nrql_table(found);
    EXPECT_EQ(table.headings,
              (std::vector<std::string>{"appName", "count", "percentile.duration.95", "timestamp",
                                        "x", "flag", "list"}));
    EXPECT_EQ(table.rows[0],
              (std::vector<std::string>{"a", "3", "0.123", "2024-02-29 12:00:05", "–", "–", "–"}));
    EXPECT_EQ(table.rows[1],
              (std::vector<std::string>{"–", "1234567.5", "–", "–", "–", "true", "[1,2]"}));
    for (int i = 0; i < 200; ++i) found.results->push_back(json::parse(R"({"count":1})").value());
    EXPECT_EQ(nrql_table(found).rows.size(), 100u);
    EXPECT_TRUE(nrql_table({}).headings.empty());
}

TEST(newrelic_deployments, lists_the_newest_first) {
    relic_bench at;
    const played seen = at.play("newrelic deployments acme");
    EXPECT_EQ(seen.text(), "2 deployments of acme in the last 30 d");
    EXPECT_EQ(cells(seen.answer), "v42 | 2024-02-29 07:00 | lead | – | \n"
                                  "v41 | 2024-02-27 12:00 | dev | Faster search | \n");
    EXPECT_EQ(at.play("nr deployments acme --for 6h").text(),
              "1 deployment of acme in the last 6 h");
    EXPECT_EQ(at.play("nr deployments globex").text(), "0 deployments of globex in the last 30 d");
}

TEST(newrelic_conditions, says_from_when_on_somebody_is_told) {
    relic_bench at;
    const played seen = at.play("newrelic conditions \"acme production\"");
    EXPECT_EQ(seen.text(), "1 condition of the alert policy acme production");
    EXPECT_EQ(cells(seen.answer), "High error rate | critical: above 5 for 5 min | \n");
    EXPECT_EQ(support::code_of(seen.answer),
              "High error rate:\n  SELECT percentage(count(*), WHERE error IS TRUE) FROM "
              "Transaction FACET appName\n");
    EXPECT_EQ(at.play("newrelic policy show \"globex production\"").text(),
              "The alert policy globex production has no conditions: it watches over nothing");
    EXPECT_EQ(at.play("newrelic conditions nobody").text(), "There is no alert policy “nobody”");
    EXPECT_EQ(at.play("newrelic conditions \"twin production\"").asked, "which alert policy");
}

TEST(newrelic_conditions, say_how_often_and_where_nothing_is_said_nothing) {
    newrelic::condition it;
    EXPECT_EQ(terms_text(it), "–");
    it.terms.emplace();
    it.terms->push_back({"BELOW", "WARNING", 0.5, 180, "AT_LEAST_ONCE"});
    it.terms->push_back({"ABOVE_OR_EQUALS", "CRITICAL", 7, std::nullopt, std::nullopt});
    EXPECT_EQ(terms_text(it), "warning: below 0.5 once in 3 min; critical: above or equals 7");
}

TEST(newrelic_policies, are_listed) {
    relic_bench at;
    const played seen = at.play("newrelic policies");
    EXPECT_EQ(seen.text(), "4 alert policies");
    EXPECT_NE(cells(seen.answer).find("acme production | the policy | "), std::string::npos);
    EXPECT_NE(cells(seen.answer).find("globex production | each condition | "), std::string::npos);
    EXPECT_EQ(at.play("nr policies acme").text(), "1 alert policy with “acme” in the name");
}

TEST(newrelic_muting, is_listed_with_its_end) {
    relic_bench at;
    const played seen = at.play("newrelic muting list");
    EXPECT_EQ(seen.text(), "2 muting rules");
    EXPECT_EQ(cells(seen.answer),
              "Staging may break | without end | targetName ends with -staging | \n"
              "Night work | switched off | targetName equals acme | \n");
}

TEST(newrelic_muting, says_what_is_muted_by_its_name) {
    relic_bench calm;
    const std::string guid = fact_of(calm.play("newrelic app show acme").answer, "Guid");
    auto account = support::relic_account();
    account.muting_rules = {{"quiet", "entity.guid", "EQUALS", {guid}},
                            {"others", "entity.guid", "IN", {guid, "MTIz"}}};
    relic_bench at(account);
    EXPECT_EQ(cells(at.play("newrelic muting list").answer),
              "quiet | without end | the application acme | \n"
              "others | without end | entity.guid in the application acme, MTIz | \n");
    const played asked = at.play("newrelic unmute quiet");
    EXPECT_EQ(fact_of(asked.shown, "Mutes"), "the application acme");
}

TEST(newrelic_muting, asks_which_of_two_rules_of_a_name_is_meant) {
    auto account = support::relic_account();
    account.muting_rules = {{"quiet", "targetName", "EQUALS", {"acme"}},
                            {"quiet", "targetName", "EQUALS", {"globex"}}};
    relic_bench at(account);
    EXPECT_EQ(at.play("newrelic unmute quiet").asked, "which muting rule");
    EXPECT_EQ(at.mutations().size(), 0u);
}

TEST(newrelic_whoami, says_whose_key_it_is_and_what_it_sees) {
    relic_bench at;
    const played seen = at.play("newrelic whoami");
    EXPECT_EQ(seen.text(), "The key is Lea Dorn's");
    EXPECT_EQ(fact_of(seen.answer, "Email"), "lead@agency.example");
    EXPECT_EQ(cells(at.play("newrelic accounts").answer), "Agency | 1234567 | \n");
}

TEST(newrelic_commands, tell_what_is_wrong_with_the_account) {
    relic_bench at;
    at.configuration.providers.at("newrelic").more["account_id"] = "7";
    EXPECT_EQ(at.play("newrelic issues").text(),
              "This key cannot see the account that the configuration names; "
              "`newrelic accounts` lists those that it sees.");
    at.configuration.providers.at("newrelic").token = secret("NRAK-WRONG");
    EXPECT_NE(at.play("newrelic whoami").text().find("Check the api_key of newrelic"),
              std::string::npos)
        << at.play("newrelic whoami").text();
}

/// Lines that only look; `ID` stands for an issue's id.
constexpr const char* relic_readings[] = {"newrelic apps",
                                          "newrelic app show acme",
                                          "newrelic chart acme",
                                          "newrelic hosts acme",
                                          "newrelic issues --app acme",
                                          "newrelic issue show ID",
                                          "newrelic incidents --app acme",
                                          "newrelic query \"SELECT count(*) FROM Transaction\"",
                                          "newrelic deployments acme",
                                          "newrelic policies",
                                          "newrelic conditions \"acme production\"",
                                          "newrelic muting list",
                                          "newrelic whoami",
                                          "newrelic accounts"};

played read_at(relic_bench& at, std::string line) {
    const std::string id = at.open_issue("acme", "Disk is full");
    at.pass(1min);
    if (const auto place = line.find("ID"); place != std::string::npos)
        line.replace(place, 2, id.substr(0, 8));
    return at.play(line);
}

class newrelic_reading : public testing::TestWithParam<const char*> {};

TEST_P(newrelic_reading, answers_the_same_whatever_one_of_its_requests_meets) {
    relic_bench calm;
    const played usual = read_at(calm, GetParam());
    ASSERT_FALSE(usual.failure) << usual.text();
    const int requests = calm.sent("POST");
    ASSERT_GT(requests, 0);
    for (int passed = 0; passed < requests; ++passed)
        for (const char* const fault : support::every_fault) {
            relic_bench at;
            at.trouble(support::after(passed, fault));
            const played seen = read_at(at, GetParam());
            EXPECT_EQ(seen.text().substr(0, 12), usual.text().substr(0, 12))
                << passed << ", " << fault;
            EXPECT_EQ(seen.answer.parts.size(), usual.answer.parts.size())
                << passed << ", " << fault;
        }
}

TEST_P(newrelic_reading, says_what_new_relic_says_where_it_refuses) {
    relic_bench at;
    at.control("/_mock/errors", R"({"class":"FORBIDDEN","count":99})");
    const played seen = read_at(at, GetParam());
    EXPECT_TRUE(seen.failure);
    EXPECT_NE(seen.text().find("An error occurred"), std::string::npos) << seen.text();
}

INSTANTIATE_TEST_SUITE_P(all, newrelic_reading, testing::ValuesIn(relic_readings));

TEST(newrelic_commands, ask_again_where_new_relic_itself_failed) {
    relic_bench at;
    for (const char* const word : {"TIMEOUT", "INTERNAL_SERVER_ERROR", "TOO_MANY_REQUESTS"}) {
        at.control("/_mock/errors", R"({"class":")" + std::string(word) + R"(","count":2})");
        EXPECT_EQ(at.play("newrelic policies").text(), "4 alert policies") << word;
    }
    at.control("/_mock/errors", R"({"class":"TOO_MANY_REQUESTS","count":99})");
    const played used_up = at.play("newrelic policies");
    EXPECT_TRUE(used_up.failure);
    EXPECT_NE(used_up.text().find("An error occurred"), std::string::npos) << used_up.text();
}

} // namespace
} // namespace chatops::operations
