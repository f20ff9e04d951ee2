// How an application did over a time, drawn.
#include "chatops/operations/newrelic/chart.hpp"
#include "tests/operations/newrelic_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::paragraphs;
using support::played;
using relic_bench = support::newrelic_bench;

TEST(newrelic_chart, draws_how_an_application_did_and_says_what_was_deployed) {
    relic_bench at;
    const played seen = at.play("newrelic chart acme --for 6h");
    EXPECT_EQ(seen.text().substr(0, 23), "acme in the last 6 h: 2") << seen.text();
    EXPECT_NE(seen.text().find(" requests a minute, 0."), std::string::npos) << seen.text();
    EXPECT_EQ(paragraphs(seen.answer), "Response time\nThroughput\nErrors\n"
                                       "Deployed in this time: v42 (07:00).\n");
    std::vector<chart_part> charts;
    for (const part& each : seen.answer.parts)
        if (const auto* const chart = std::get_if<chart_part>(&each)) charts.push_back(*chart);
    ASSERT_EQ(charts.size(), 3u);
    EXPECT_EQ(charts[0].unit, "ms");
    EXPECT_EQ(charts[1].unit, "requests a minute");
    EXPECT_EQ(charts[2].unit, "%");
    for (const chart_part& each : charts) {
        EXPECT_EQ(each.courses.at(0).points.size(), 36u);
        EXPECT_EQ(each.begins, "06:00");
        EXPECT_EQ(each.ends, "12:00 (UTC)");
    }
    EXPECT_NEAR(charts[1].courses[0].points[7].value_or(0), 30, 3);
    EXPECT_EQ(at.mutations().size(), 0u);
}

TEST(newrelic_chart, shows_a_failure_where_it_was) {
    relic_bench at;
    at.control("/_mock/trouble", R"({"app":"acme","kind":"errors"})");
    at.pass(10min);
    const played seen = at.play("newrelic chart acme");
    const auto& errors = std::get<chart_part>(seen.answer.parts.at(5)).courses.at(0).points;
    ASSERT_EQ(errors.size(), 30u);
    EXPECT_LT(errors[5].value_or(100), 10);
    EXPECT_GT(errors[28].value_or(0), 10);
}

TEST(newrelic_chart, says_so_where_nothing_was_heard) {
    relic_bench at;
    const played silent = at.play("newrelic chart globex");
    EXPECT_EQ(silent.text(), "New Relic heard of no request to globex in the last 1 h");
    EXPECT_EQ(silent.answer.how, tone::warning);
    EXPECT_EQ(at.play("newrelic chart nobody").text(), "There is no application “nobody”");
    EXPECT_EQ(at.play("newrelic chart TWIN").asked, "which application");
}

TEST(newrelic_chart_step, is_of_whole_minutes_and_leaves_room_for_all_points) {
    EXPECT_EQ(chart_step(10min), 1min);
    EXPECT_EQ(chart_step(1h), 2min);
    EXPECT_EQ(chart_step(3h), 5min);
    EXPECT_EQ(chart_step(24h * 30), 20h);
}

} // namespace
} // namespace chatops::operations
