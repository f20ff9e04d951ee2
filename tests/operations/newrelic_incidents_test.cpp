// Incidents, and how far issues are, in plain words.
#include "tests/operations/newrelic_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::cells;
using support::paragraphs;
using support::played;
using relic_bench = support::newrelic_bench;

/// One issue is new, one goes on, one is over, one is closed.
mocks::newrelic::seed relic_life() {
    auto account = support::relic_account();
    using mocks::newrelic::trouble_kind;
    account.policies = {{"acme production",
                         "PER_CONDITION",
                         {{.name = "High error rate"},
                          {.name = "Slow", .watches = trouble_kind::slow, .priority = "WARNING"},
                          {.name = "No traffic", .watches = trouble_kind::down}}},
                        {"twin production", "PER_POLICY", {{.name = "Twin", .apps = {"twin"}}}}};
    account.troubles = {{"acme", trouble_kind::errors, -5min - 5s, 0ms},
                        {"acme", trouble_kind::slow, -2h, 0ms},
                        {"acme", trouble_kind::down, -30min, 26min + 30s},
                        {"acme's \"shop\" \\ {a: $b} %", trouble_kind::slow, -6h, 20min}};
    return account;
}

TEST(newrelic_issues, say_in_plain_words_how_far_they_are) {
    relic_bench at(relic_life());
    const played open = at.play("newrelic issues");
    EXPECT_EQ(open.text(), "2 open issues");
    EXPECT_NE(cells(open.answer).find(" | new | "), std::string::npos) << cells(open.answer);
    const played all = at.play("newrelic issues --all");
    EXPECT_EQ(all.text(), "4 issues in the last 24 h");
    for (const char* const word : {" | new | ", " | open | ", " | over | ", " | closed | "})
        EXPECT_NE(cells(all.answer).find(word), std::string::npos) << word << cells(all.answer);
    std::string over;
    const boost::json::value state = at.service.state();
    for (const auto& each : state.at("issues").as_array())
        if (each.at("state") == "DEACTIVATED") over = std::string(each.at("issueId").as_string());
    const played shown = at.play("newrelic issue show " + over);
    EXPECT_EQ(shown.text().substr(0, 16), "critical, over: ") << shown.text();
    EXPECT_EQ(shown.answer.how, tone::neutral);
    EXPECT_EQ(paragraphs(shown.answer),
              "All its incidents have ended. New Relic closes it by itself soon.\n");
    at.pass(2min);
    EXPECT_EQ(at.play("newrelic issue show " + over).text().substr(0, 18), "critical, closed: ");
    relic_bench before(relic_life());
    const std::string said = before.play("newrelic issue acknowledge " + over).text();
    EXPECT_NE(said.find("is over: nothing was changed"), std::string::npos) << said;
    EXPECT_TRUE(before.mutations().empty());
}

TEST(newrelic_incidents, lists_those_that_are_open) {
    relic_bench at;
    EXPECT_EQ(at.play("newrelic incidents").text(), "No open incident");
    at.open_issue("acme", "Disk is full");
    const played seen = at.play("newrelic incidents");
    EXPECT_EQ(seen.text(), "1 open incident");
    EXPECT_NE(cells(seen.answer).find("critical | Disk is full"), std::string::npos);
    EXPECT_EQ(at.play("newrelic incidents --priority low").text(), "No low open incident");
}

TEST(newrelic_incidents, are_those_of_one_application_or_of_a_while) {
    relic_bench at(relic_life());
    EXPECT_EQ(at.play("nr incidents --app acme").text(), "2 open incidents of acme");
    EXPECT_EQ(at.play("nr incidents --app twin").text(), "No open incident of twin");
    EXPECT_EQ(at.play("nr incidents --app nobody").text(), "There is no application “nobody”");
    EXPECT_EQ(at.play("nr incidents --app TWIN").asked, "which application");
    EXPECT_EQ(at.play("nr incidents --all --for 10h").text(), "4 incidents in the last 10 h");
    EXPECT_EQ(at.play("nr incidents --all --for 1h --app acme").text(),
              "3 incidents of acme in the last 1 h");
    EXPECT_EQ(at.play("nr incidents --for 1h --priority critical").text(),
              "1 critical open incident in the last 1 h");
}

} // namespace
} // namespace chatops::operations
