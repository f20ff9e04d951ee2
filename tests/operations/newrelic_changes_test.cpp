// Every change at New Relic: what it does, with crashes at its turns, with every fault at the
// request that has the effect, and for what nobody has.
#include "tests/operations/change_trials.hpp"
#include "tests/operations/newrelic_bench.hpp"

#include <gtest/gtest.h>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::change_line;
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
          "newrelic mute --policy nobody --for 1h", "newrelic unmute nobody",
          "newrelic policy change nobody --issues target", "newrelic muting enable nobody",
          "newrelic muting change nobody --for 1h", "newrelic muting disable nobody",
          "newrelic app change nobody --apdex 1s", "newrelic app remove nobody",
          "newrelic deployment remove nobody v42", "newrelic deployment remove acme v99"}) {
        changing_bench at;
        EXPECT_EQ(at.play(line).text().substr(0, 12), "There is no ") << line;
        EXPECT_TRUE(at.mutations().empty()) << line;
    }
    for (const char* const line :
         {"newrelic deployment record TWIN v1", "newrelic mute --app TWIN --for 1h",
          "newrelic deployment remove TWIN v1", "newrelic app change TWIN --apdex 1s",
          "newrelic app remove TWIN", "newrelic policy change \"twin production\" --issues target",
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
constexpr change_line relic_deeds[] = {
    {"newrelic issue acknowledge ID", "POST", true},
    {"newrelic issue unacknowledge TAKEN", "POST", true},
    {"newrelic issue resolve ID", "POST", true},
    {"newrelic incident close INCIDENT", "POST", true},
    {"newrelic deployment record acme v43 --commit 1a2b3c4d", "POST", true},
    {"newrelic deployment record acme v43 --ago 3h", "POST", true},
    {"newrelic policy create \"acme staging\"", "POST", true},
    {"newrelic policy rename \"acme production\" \"acme's\"", "POST", false},
    {"newrelic policy change \"acme production\" --issues target", "POST", false},
    {"newrelic policy destroy \"acme production\"", "POST", true},
    {"newrelic app change acme --apdex 750ms", "POST", false},
    {"newrelic app remove globex", "POST", true},
    {"newrelic deployment remove acme v41", "DELETE", true},
    {"newrelic muting change \"Staging may break\" --for 2h --reason moving", "POST", false},
    {"newrelic muting enable \"Night work\"", "POST", false},
    {"newrelic muting disable \"Staging may break\"", "POST", false},
    {"newrelic muting create --app acme --policy \"globex production\" --for 2h --name quiet",
     "POST", true},
    {"newrelic muting remove \"Staging may break\"", "POST", true},
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

struct newrelic_trial : support::vendor_trial<changing_bench> {
    static constexpr const char* used_up = "Too many concurrent requests";

    static std::string typed(changing_bench& at, const change_line& what) {
        return line_at(at, what.line);
    }
    /// Whatever is asked goes to one address: the mutation is the request after those that look.
    static std::string plan(const change_line& what, const std::string& fault) {
        changing_bench at;
        const std::string line = line_at(at, what.line);
        support::play_through<newrelic_trial>(at, line);
        return support::after(at.requests_before_mutation(), fault);
    }
    static bool ends_well(const played& end) { return end.answer.how == tone::good; }
    static std::vector<std::string> deeds(const changing_bench& at) { return at.mutations(); }
    /// Ids are drawn.
    static std::string comparable(const std::string&) { return "mutation"; }
    /// Ids and times are drawn or go on.
    static std::string told(const played& end) {
        const std::string text = end.text();
        return text.substr(0, text.find(" (UTC)") - 6);
    }
};

class newrelic_deed : public testing::TestWithParam<change_line> {};

TEST_P(newrelic_deed, ends_as_if_nothing_had_been_after_a_crash_at_any_turn) {
    support::crash_at_every_turn<newrelic_trial>(GetParam());
}
TEST_P(newrelic_deed, ends_as_if_nothing_had_been_whatever_its_request_meets) {
    support::meet_every_trouble<newrelic_trial>(GetParam());
}
TEST_P(newrelic_deed, is_not_done_where_new_relic_refuses) {
    support::be_refused<newrelic_trial>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(all, newrelic_deed, testing::ValuesIn(relic_deeds));

} // namespace
} // namespace chatops::operations
