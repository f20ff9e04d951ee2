// A muting rule that is changed, switched off and on again; and a policy's issues.
#include "tests/operations/newrelic_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::paragraphs;
using support::played;
using relic_bench = support::newrelic_bench;

std::vector<change_part::line> changes_in(const reply& answer) {
    for (const part& each : answer.parts)
        if (const auto* const change = std::get_if<change_part>(&each)) return change->lines;
    return {};
}

TEST(newrelic_muting_change, says_until_when_it_holds_now) {
    relic_bench at;
    const played seen = at.play("newrelic muting change \"Staging may break\" --for 2h --name "
                                "Staging --reason \"Load tests\"");
    EXPECT_EQ(seen.text(), "The muting rule Staging may break holds until 2024-02-29 14:00 (UTC)");
    EXPECT_EQ(changes_in(seen.answer),
              (std::vector<change_part::line>{{"name", "Staging may break", "Staging"},
                                              {"until (UTC)", "without end", "2024-02-29 14:00"},
                                              {"reason", "none", "Load tests"}}));
    EXPECT_EQ(at.mutations().size(), 1u);
    relic_bench named;
    EXPECT_EQ(named.play("newrelic muting change \"Staging may break\" --name Staging").text(),
              "The muting rule Staging may break is changed");
}

/// A rule as somebody makes it at New Relic itself.
void somebody_mutes(relic_bench& at, const std::string& name, const std::string& schedule,
                    bool is_enabled = true) {
    at.somebody_does("alertsMutingRuleCreate(accountId: 1234567, rule: {name: \"" + name +
                     "\", enabled: " + (is_enabled ? "true" : "false") +
                     ", condition: {operator: AND, conditions: [{attribute: \"targetName\", "
                     "operator: EQUALS, values: [\"acme\"]}]}, schedule: {timeZone: \"UTC\", " +
                     schedule + "}}) { id }");
}

TEST(newrelic_muting_change, tells_nobody_in_between) {
    const auto schedule_after = [](const std::string& before) {
        relic_bench at;
        somebody_mutes(at, "quiet", before);
        EXPECT_EQ(at.play("newrelic muting change quiet --for 3h").text(),
                  "The muting rule quiet holds until 2024-02-29 15:00 (UTC)");
        const auto schedule = at.service.state().at("muting_rules").at(2).at("schedule");
        return std::string(schedule.at("startTime").as_string()) + ' ' +
               std::string(schedule.at("endTime").as_string());
    };
    EXPECT_EQ(schedule_after("startTime: \"2024-02-29T11:00:00\", endTime: "
                             "\"2024-02-29T13:00:00\""),
              "2024-02-29T11:00:00Z 2024-02-29T15:00:00Z");
    EXPECT_EQ(schedule_after("startTime: \"2024-02-29T13:00:00\"").substr(0, 18),
              "2024-02-29T12:00:0")
        << "it holds from now on";
}

TEST(newrelic_muting_change, does_nothing_where_nothing_is_said_or_it_is_so_already) {
    relic_bench at;
    const played nothing = at.play("newrelic muting change \"Staging may break\"");
    EXPECT_EQ(nothing.text(), "Nothing was changed: say what is to be different");
    EXPECT_EQ(paragraphs(nothing.answer), "Give `--for`, `--name` or `--reason`.\n");
    relic_bench same;
    EXPECT_EQ(same.play("newrelic muting change \"Staging may break\" --name \"Staging may break\"")
                  .text(),
              "The muting rule Staging may break is like that already: nothing was changed");
    EXPECT_TRUE(at.mutations().empty());
    EXPECT_TRUE(same.mutations().empty());
}

TEST(newrelic_muting_change, leaves_alone_what_comes_again_and_again) {
    relic_bench at;
    somebody_mutes(at, "weekly",
                   "startTime: \"2024-02-29T01:00:00\", endTime: \"2024-02-29T02:00:00\", repeat: "
                   "WEEKLY");
    EXPECT_EQ(at.play("newrelic muting change weekly --for 2h").text(),
              "Nothing was changed: the muting rule weekly comes again and again (weekly)");
    EXPECT_TRUE(at.mutations().empty());
}

TEST(newrelic_muting_change, says_where_the_rule_mutes_nothing_for_all_that) {
    relic_bench at;
    const played seen = at.play("newrelic muting change \"Night work\" --for 2h");
    EXPECT_EQ(seen.answer.how, tone::warning);
    EXPECT_EQ(seen.text(), "The muting rule Night work is changed, but it is switched off: it "
                           "mutes nothing");
}

TEST(newrelic_muting_enable, and_disable_switch_a_rule) {
    relic_bench at;
    EXPECT_EQ(at.play("newrelic muting disable \"Staging may break\"").text(),
              "The muting rule Staging may break is switched off: people are told again of what it "
              "mutes");
    EXPECT_EQ(at.service.state().at("muting_rules").at(0).at("enabled"), false);
    relic_bench on;
    EXPECT_EQ(on.play("newrelic muting enable \"Night work\"").text(),
              "The muting rule Night work is switched on: nobody is told of what it mutes");
    relic_bench same;
    EXPECT_EQ(same.play("newrelic muting enable \"Staging may break\"").text(),
              "The muting rule Staging may break is switched on already: nothing was changed");
    relic_bench off;
    EXPECT_EQ(off.play("newrelic muting disable \"Night work\"").text(),
              "The muting rule Night work is switched off already: nothing was changed");
    EXPECT_TRUE(same.mutations().empty());
    EXPECT_TRUE(off.mutations().empty());
}

TEST(newrelic_muting_enable, says_where_its_time_is_over) {
    relic_bench at;
    somebody_mutes(at, "yesterday",
                   "startTime: \"2024-02-28T01:00:00\", endTime: \"2024-02-28T02:00:00\"", false);
    const played seen = at.play("newrelic muting enable yesterday");
    EXPECT_EQ(seen.text(),
              "The muting rule yesterday is switched on, but its time is over: it mutes nothing");
    EXPECT_EQ(seen.answer.how, tone::warning);
}

TEST(newrelic_policy_change, says_what_makes_one_issue) {
    relic_bench at;
    const played seen = at.play("newrelic policy change \"acme production\" --issues target");
    EXPECT_EQ(seen.text(), "The alert policy acme production opens one issue for each target");
    EXPECT_EQ(changes_in(seen.answer),
              (std::vector<change_part::line>{{"one issue for", "the policy", "each target"}}));
    relic_bench same;
    EXPECT_EQ(same.play("newrelic policy change \"acme production\" --issues policy").text(),
              "The alert policy acme production opens one issue for the policy already: nothing "
              "was changed");
    EXPECT_TRUE(same.mutations().empty());
}

} // namespace
} // namespace chatops::operations
