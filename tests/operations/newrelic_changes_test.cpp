// Every change at New Relic: what it does, with crashes at its turns, with every fault at the
// request that has the effect, and for what nobody has.
#include "tests/operations/newrelic_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::fact_of;
using support::paragraphs;
using support::played;
using changing_bench = support::newrelic_bench;

/// The issue of which lines tell: the same in each bench.
std::string with_issue(changing_bench& at) {
    const std::string id = at.open_issue("acme", "Disk is full");
    at.pass(1min);
    return id.substr(0, 8);
}

std::string incident_of(changing_bench& at) {
    return std::string(at.service.state().at("incidents").at(0).at("incidentId").as_string())
        .substr(0, 8);
}

TEST(newrelic_issue_acknowledge, says_who_has_it_and_does_nothing_twice) {
    changing_bench at;
    const std::string id = with_issue(at);
    EXPECT_EQ(at.play("newrelic issue acknowledge " + id).text(),
              "Acknowledged " + id + " (Disk is full)");
    EXPECT_EQ(at.mutations().size(), 1u);
    EXPECT_FALSE(at.service.state().at("issues").at(0).at("acknowledgedAt").is_null());
}

TEST(newrelic_issue_changes, do_nothing_where_it_is_so_already) {
    changing_bench at;
    const std::string id = with_issue(at);
    EXPECT_EQ(at.play("newrelic issue unack " + id).text(),
              "Nobody had acknowledged issue " + id + " (Disk is full): nothing was changed");
    changing_bench closed;
    const std::string other = closed.open_issue("acme", "Disk is full");
    closed.pass(1min);
    closed.control("/_mock/issues", R"({"close":")" + other + "\"}");
    for (const char* const verb : {"acknowledge", "unacknowledge", "resolve"}) {
        const std::string said =
            closed.play("newrelic issue " + std::string(verb) + ' ' + other).text();
        EXPECT_NE(said.find("closed"), std::string::npos) << said;
        EXPECT_NE(said.find("nothing was changed"), std::string::npos) << said;
    }
    EXPECT_TRUE(closed.mutations().empty());
    EXPECT_TRUE(at.mutations().empty());
}

TEST(newrelic_policy_create, makes_no_second_one_of_a_name) {
    changing_bench at;
    const played there = at.play("newrelic policy create \"acme production\"");
    EXPECT_EQ(there.text().substr(0, 66),
              "Nothing was made: there is an alert policy acme production already");
    EXPECT_TRUE(at.mutations().empty());
    changing_bench another;
    const played made = another.play("newrelic policy create \"o'brien's\" --issues target");
    EXPECT_EQ(made.text(), "There is an alert policy o'brien's");
    EXPECT_EQ(fact_of(made.answer, "One issue for"), "each target");
}

TEST(newrelic_policy_destroy, shows_what_is_lost_and_asks) {
    changing_bench at;
    const played asked = at.play("newrelic policy destroy \"acme production\"");
    ASSERT_EQ(asked.asked, "@confirm");
    EXPECT_EQ(fact_of(asked.shown, "Its conditions"), "1: High error rate");
    at.answer("@confirm", "no");
    EXPECT_TRUE(at.mutations().empty());
    changing_bench yes;
    EXPECT_EQ(yes.play_and_confirm("newrelic policy destroy \"acme production\"").text(),
              "The alert policy acme production is destroyed");
    EXPECT_EQ(yes.mutations().size(), 1u);
}

TEST(newrelic_muting_create, says_until_when_and_needs_something_to_mute) {
    changing_bench at;
    const played made = at.play("newrelic mute --app acme --for 2h --reason \"Moving\"");
    EXPECT_EQ(made.text(), "Nobody is told of incidents of acme until 2024-02-29 14:00 (UTC)");
    EXPECT_EQ(fact_of(made.answer, "Rule"), "acme until 2024-02-29 14:00, by lead");
    changing_bench nothing;
    EXPECT_EQ(nothing.play("newrelic mute --for 2h").text(),
              "Say what is to be muted: nothing was changed");
    EXPECT_TRUE(nothing.mutations().empty());
}

TEST(newrelic_deployment_record, marks_a_version_with_who_did_it) {
    changing_bench at;
    const played made =
        at.play("newrelic deployment record acme v43 --description \"it's new\" --type blue-green");
    EXPECT_EQ(made.text(), "Recorded version v43 of acme, 2024-02-29 12:00 (UTC)");
    ASSERT_EQ(at.mutations().size(), 1u);
    EXPECT_NE(at.mutations()[0].find(R"("user":"lead","description":"it's new")"),
              std::string::npos)
        << at.mutations()[0];
    EXPECT_NE(at.mutations()[0].find(R"("deploymentType":"BLUE_GREEN")"), std::string::npos);
    changing_bench late;
    EXPECT_EQ(late.play("newrelic deployment record acme v43 --ago 3h").text(),
              "Recorded version v43 of acme, 2024-02-29 09:00 (UTC)");
}

TEST(newrelic_deployment_record, knows_its_own_among_others_of_the_same_version) {
    const std::string line = "newrelic deployment record acme v43";
    changing_bench calm;
    ASSERT_FALSE(calm.play(line).failure);
    // Ours never arrives, and somebody else marks the same version meanwhile.
    changing_bench at;
    at.trouble(support::after(calm.requests_before_mutation(), R"("kind":"reset_before")"));
    const std::string guid = support::fact_of(calm.play("newrelic app show acme").answer, "Guid");
    at.somebody_does("changeTrackingCreateDeployment(deployment: {entityGuid: \"" + guid +
                     "\", version: \"v43\", user: \"lead\"}) { deploymentId }");
    const played asked = at.play(line);
    EXPECT_NE(asked.asked, "") << "another's is taken for ours: " << asked.text();
}

TEST(newrelic_changes, do_nothing_for_what_nobody_has_or_several_have) {
    for (const char* const line :
         {"newrelic issue acknowledge 00000000", "newrelic issue unacknowledge 00000000",
          "newrelic issue resolve 00000000", "newrelic incident close 00000000",
          "newrelic deployment record nobody v1", "newrelic policy rename nobody other",
          "newrelic policy destroy nobody", "newrelic mute --app nobody --for 1h",
          "newrelic mute --policy nobody --for 1h", "newrelic unmute nobody"}) {
        changing_bench at;
        EXPECT_EQ(at.play(line).text().substr(0, 12), "There is no ") << line;
        EXPECT_TRUE(at.mutations().empty()) << line;
    }
    for (const char* const line :
         {"newrelic deployment record TWIN v1", "newrelic mute --app TWIN --for 1h",
          "newrelic policy rename \"twin production\" other",
          "newrelic policy destroy \"twin production\""}) {
        changing_bench at;
        const played asked = at.play(line);
        EXPECT_EQ(asked.asked.substr(0, 6), "which ") << line;
        EXPECT_TRUE(at.mutations().empty()) << line;
        at.answer(asked.asked, "none");
        EXPECT_EQ(at.play(line).text().substr(0, 12), "None of the ") << line;
        EXPECT_TRUE(at.mutations().empty()) << line;
    }
}

/// A line that changes something; `ID` stands for an issue's id, `TAKEN` for that of one which
/// somebody has acknowledged, `INCIDENT` for its incident's.
struct relic_deed {
    const char* line;
    /// Whether its request must not be sent twice.
    bool once = true;

    friend std::ostream& operator<<(std::ostream& to, const relic_deed& each) {
        return to << each.line;
    }
};

constexpr relic_deed relic_deeds[] = {
    {"newrelic issue acknowledge ID"},
    {"newrelic issue unacknowledge TAKEN"},
    {"newrelic issue resolve ID"},
    {"newrelic incident close INCIDENT"},
    {"newrelic deployment record acme v43 --commit 1a2b3c4d"},
    {"newrelic deployment record acme v43 --ago 3h"},
    {"newrelic policy create \"acme staging\""},
    {"newrelic policy rename \"acme production\" \"acme's\"", false},
    {"newrelic policy destroy \"acme production\""},
    {"newrelic muting create --app acme --policy \"globex production\" --for 2h --name quiet"},
    {"newrelic muting remove \"Staging may break\""},
};

/// The issue, which somebody at New Relic has acknowledged.
std::string taken_by_somebody(changing_bench& at) {
    const boost::json::value state = at.service.state();
    const std::string id(state.at("issues").at(0).at("issueId").as_string());
    at.somebody_does("aiIssuesAckIssue(accountId: 1234567, issueId: \"" + id + "\") { error }");
    return id.substr(0, 8);
}

TEST(newrelic_issues_unacknowledged, are_those_that_nobody_has_taken_on) {
    changing_bench at;
    with_issue(at);
    EXPECT_EQ(at.play("nr issues --unacknowledged").text(),
              "1 open issue that nobody has acknowledged");
    changing_bench taken;
    with_issue(taken);
    taken_by_somebody(taken);
    EXPECT_EQ(taken.play("nr issues --unacknowledged").text(),
              "No open issue that nobody has acknowledged");
}

std::string line_at(changing_bench& at, const char* pattern) {
    std::string line = pattern;
    const std::string id = with_issue(at);
    if (const auto at_id = line.find("INCIDENT"); at_id != std::string::npos)
        line.replace(at_id, 8, incident_of(at));
    else if (const auto place = line.find("ID"); place != std::string::npos)
        line.replace(place, 2, id);
    else if (const auto taken = line.find("TAKEN"); taken != std::string::npos)
        line.replace(taken, 5, taken_by_somebody(at));
    return line;
}

/// Plays it until it has ended: says yes before something is lost, and where the bot cannot know
/// whether something happened, looks and says the truth.
played play_to_the_end(changing_bench& at, const std::string& line, int& questions) {
    played end = at.play(line);
    for (questions = 0; !end.asked.empty() && questions < 8; ++questions) {
        at.answer(end.asked, end.asked == "@confirm" ? "yes" : "again");
        end = at.play(line);
    }
    return end;
}

/// Ids and times are drawn or go on.
std::string without_ids(const std::string& text) { return text.substr(0, text.find(" (UTC)") - 6); }

struct calm_end {
    std::string answer;
    std::string state;
    int turns = 0;
    int before = 0;
    int questions = 0;
};

calm_end calmly_done(const char* pattern) {
    changing_bench at;
    const std::string line = line_at(at, pattern);
    calm_end calm;
    const played end = at.play(line);
    calm.turns = end.turns;
    int questions = 0;
    const played done = play_to_the_end(at, line, questions);
    calm.turns += done.turns;
    EXPECT_FALSE(done.failure) << line << ": " << done.text();
    EXPECT_EQ(done.answer.how, tone::good) << line << ": " << done.text();
    EXPECT_EQ(at.mutations().size(), 1u) << line;
    calm.questions = questions;
    calm.answer = without_ids(done.text());
    calm.before = at.requests_before_mutation();
    calm.state = at.whole_state();
    return calm;
}

class newrelic_deed : public testing::TestWithParam<relic_deed> {};

TEST_P(newrelic_deed, ends_as_if_nothing_had_been_after_a_crash_at_any_turn) {
    const calm_end calm = calmly_done(GetParam().line);
    ASSERT_GT(calm.turns, 5);
    for (int turns = 0; turns <= calm.turns; turns += 1 + calm.turns / 60) {
        changing_bench at;
        const std::string line = line_at(at, GetParam().line);
        const played cut = at.play(line, turns);
        if (cut.asked == "@confirm") {
            at.answer("@confirm", "yes");
            at.play(line, turns - cut.turns);
        }
        int questions = 0;
        const played end = play_to_the_end(at, line, questions);
        ASSERT_EQ(without_ids(end.text()), calm.answer) << line << " after turn " << turns;
        if (GetParam().once) {
            ASSERT_EQ(at.mutations().size(), 1u) << line << " after turn " << turns;
        }
        ASSERT_EQ(at.whole_state(), calm.state) << line << " after turn " << turns;
    }
}

TEST_P(newrelic_deed, ends_as_if_nothing_had_been_whatever_its_request_meets) {
    const calm_end calm = calmly_done(GetParam().line);
    for (const support::trouble& each : support::all_trouble) {
        changing_bench at;
        const std::string line = line_at(at, GetParam().line);
        at.trouble(support::after(calm.before, each.fault));
        int questions = 0;
        const played end = play_to_the_end(at, line, questions);
        EXPECT_EQ(without_ids(end.text()), calm.answer) << line << ", " << each.fault;
        const bool asks = GetParam().once && !each.has_effect;
        EXPECT_EQ(questions - calm.questions, asks ? 1 : 0)
            << line << ", " << each.fault << ": a person is asked only where nothing is found";
        EXPECT_EQ(at.whole_state(), calm.state) << line << ", " << each.fault;
    }
}

TEST_P(newrelic_deed, changes_nothing_where_it_is_refused) {
    const calm_end calm = calmly_done(GetParam().line);
    for (const char* const fault : {R"("kind":"status","status":403)",
                                    R"("kind":"status","status":429,"retry_after_s":900)"}) {
        changing_bench at;
        const std::string line = line_at(at, GetParam().line);
        const std::string before = at.whole_state();
        at.trouble(support::after(calm.before, fault));
        int questions = 0;
        const played end = play_to_the_end(at, line, questions);
        EXPECT_TRUE(end.failure) << line << ", " << fault << ": " << end.text();
        EXPECT_EQ(at.whole_state(), before) << line << ", " << fault;
    }
}

INSTANTIATE_TEST_SUITE_P(all, newrelic_deed, testing::ValuesIn(relic_deeds));

} // namespace
} // namespace chatops::operations
