// Every command of Papertrail's: with crashes at every turn, with every fault at its requests, with
// an account that is used up, of what nobody has.
#include "tests/operations/change_trials.hpp"
#include "tests/operations/papertrail_bench.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::operations {
namespace {

using support::change_line;
using support::played;
using support::unclear_line;

struct papertrail_trial : support::vendor_trial<support::papertrail_bench> {
    static constexpr const char* used_up = "Rate limit exceeded";
    static constexpr const char* secrets[] = {"0123papertrail"};

    /// The title, without the port that Papertrail draws.
    static std::string told(const played& end) {
        const std::string text = end.text();
        return text.substr(0, text.find(".com:"));
    }
};

class papertrail_deed : public testing::TestWithParam<change_line> {};

TEST_P(papertrail_deed, ends_as_if_nothing_had_been_after_a_crash_at_any_turn) {
    support::crash_at_every_turn<papertrail_trial>(GetParam());
}
TEST_P(papertrail_deed, ends_as_if_nothing_had_been_whatever_its_request_meets) {
    support::meet_every_trouble<papertrail_trial>(GetParam());
}
TEST_P(papertrail_deed, is_not_done_where_papertrail_refuses) {
    support::be_refused<papertrail_trial>(GetParam());
}
TEST_P(papertrail_deed, leaves_no_credential_behind) {
    support::keep_no_secret<papertrail_trial>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    each, papertrail_deed,
    testing::Values(
        change_line{"papertrail system create web-9 --hostname w9", "POST", true},
        change_line{"papertrail system create web-9 --ip 203.0.113.40", "POST", true},
        change_line{"papertrail system rename switch core", "PUT", false},
        change_line{"papertrail system change switch --ip 203.0.113.41", "PUT", false},
        change_line{"papertrail system change switch --hostname sw1", "PUT", false},
        change_line{"papertrail system join acme-db-1 Network", "POST", false},
        change_line{"papertrail system leave switch Network", "POST", false},
        change_line{"papertrail system destroy switch", "DELETE", true},
        change_line{"papertrail group create Web --wildcard *web*", "POST", true},
        change_line{"papertrail group rename Network Net", "PUT", false},
        change_line{"papertrail group change Network --wildcard sw*", "PUT", false},
        change_line{"papertrail group change Production --no-wildcard", "PUT", false},
        change_line{"papertrail group destroy Network", "DELETE", true},
        change_line{"papertrail saved create Slow duration", "POST", true},
        change_line{"papertrail saved rename \"Failed requests\" Bad", "PUT", false},
        change_line{"papertrail saved change \"Failed requests\" 50x --group Network", "PUT",
                    false},
        change_line{"papertrail saved destroy \"Failed requests\"", "DELETE", true},
        change_line{"papertrail destination create --description routers", "POST", true},
        change_line{"papertrail destination change 39273 --filter /health", "PUT", false},
        change_line{"papertrail destination destroy 39273", "DELETE", true},
        change_line{"papertrail user invite pm@agency.example", "POST", true},
        change_line{"papertrail user remove dev@agency.example", "DELETE", true}),
    [](const auto& info) { return support::name_of_line(info.param.line); });

class papertrail_look : public testing::TestWithParam<const char*> {};

TEST_P(papertrail_look, is_not_disturbed_by_one_fault) {
    support::look_in_spite_of_a_fault<papertrail_trial>(GetParam());
}
TEST_P(papertrail_look, says_that_nothing_was_seen) {
    support::look_where_nothing_is_said<papertrail_trial>(GetParam());
}
TEST_P(papertrail_look, tells_a_program_the_same) {
    support::tell_the_same_as_json<papertrail_trial>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    each, papertrail_look,
    testing::Values("papertrail search", "papertrail search error --system switch --group Network",
                    "papertrail searches", "papertrail saved run \"Failed requests\"",
                    "papertrail systems", "papertrail systems --group Network",
                    "papertrail system show switch", "papertrail groups",
                    "papertrail group show Network", "papertrail destinations", "papertrail users",
                    "papertrail usage", "papertrail archives",
                    "papertrail archive show 2024-02-28"),
    [](const auto& info) { return support::name_of_line(info.param); });

class papertrail_stranger : public testing::TestWithParam<unclear_line> {};

TEST_P(papertrail_stranger, is_said_to_be_none_and_nothing_is_done) {
    support::do_nothing_for<papertrail_trial>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    each, papertrail_stranger,
    testing::Values(
        unclear_line{"papertrail search --system nobody", "There is no system “nobody”"},
        unclear_line{"papertrail search --group nobody", "There is no group “nobody”"},
        unclear_line{"papertrail tail --system nobody", "There is no system “nobody”"},
        unclear_line{"papertrail tail --group nobody", "There is no group “nobody”"},
        unclear_line{"papertrail systems --group nobody", "There is no group “nobody”"},
        unclear_line{"papertrail system show nobody", "There is no system “nobody”"},
        unclear_line{"papertrail system create a --hostname a --destination 1",
                     "There is no destination “1”"},
        unclear_line{"papertrail system rename nobody x", "There is no system “nobody”"},
        unclear_line{"papertrail system change nobody --ip 203.0.113.4",
                     "There is no system “nobody”"},
        unclear_line{"papertrail system change switch --hostname a --destination 1",
                     "There is no destination “1”"},
        unclear_line{"papertrail system join nobody Network", "There is no system “nobody”"},
        unclear_line{"papertrail system join switch nobody", "There is no group “nobody”"},
        unclear_line{"papertrail system leave nobody Network", "There is no system “nobody”"},
        unclear_line{"papertrail system leave switch nobody", "There is no group “nobody”"},
        unclear_line{"papertrail system destroy nobody", "There is no system “nobody”"},
        unclear_line{"papertrail group show nobody", "There is no group “nobody”"},
        unclear_line{"papertrail group create X --system nobody", "There is no system “nobody”"},
        unclear_line{"papertrail group rename nobody x", "There is no group “nobody”"},
        unclear_line{"papertrail group change nobody --no-wildcard", "There is no group “nobody”"},
        unclear_line{"papertrail group destroy nobody", "There is no group “nobody”"},
        unclear_line{"papertrail saved run nobody", "There is no saved search “nobody”"},
        unclear_line{"papertrail saved create X y --group nobody", "There is no group “nobody”"},
        unclear_line{"papertrail saved rename nobody x", "There is no saved search “nobody”"},
        unclear_line{"papertrail saved change nobody x", "There is no saved search “nobody”"},
        unclear_line{"papertrail saved change \"Failed requests\" --group nobody",
                     "There is no group “nobody”"},
        unclear_line{"papertrail saved destroy nobody", "There is no saved search “nobody”"},
        unclear_line{"papertrail destination change 1 --no-filter", "There is no destination “1”"},
        unclear_line{"papertrail destination destroy 1", "There is no destination “1”"},
        unclear_line{"papertrail user remove x@y.example", "There is no person “x@y.example”"},
        unclear_line{"papertrail archive show 1999-12-31", "There is no archive “1999-12-31”"}),
    [](const auto& info) { return support::name_of_line(info.param.line); });

/// Where two names differ in case only, and a line has neither's.
TEST(papertrail_namesakes, are_never_chosen_from) {
    for (const char* const line :
         {"papertrail search --system SWITCH", "papertrail tail --system SWITCH",
          "papertrail systems --group NETWORK", "papertrail system show SWITCH",
          "papertrail system rename SWITCH x", "papertrail system change SWITCH --hostname x",
          "papertrail system join SWITCH Production", "papertrail system leave switch NETWORK",
          "papertrail system destroy SWITCH", "papertrail group show NETWORK",
          "papertrail group rename NETWORK x", "papertrail group change NETWORK --wildcard x",
          "papertrail group destroy NETWORK", "papertrail saved run \"FAILED REQUESTS\"",
          "papertrail saved rename \"FAILED REQUESTS\" x",
          "papertrail saved change \"FAILED REQUESTS\" x",
          "papertrail saved destroy \"FAILED REQUESTS\""}) {
        support::papertrail_bench at;
        at.ask("PUT", "systems/acme-db-1.json", "system[name]=Switch");
        at.ask("POST", "groups.json", "group[name]=network");
        at.ask("POST", "searches.json",
               "search[name]=failed requests&search[query]=x&search[group_id]=" +
                   at.id_of("groups", "Production"));
        const std::string before = at.whole_state();
        const played end = at.play(line);
        EXPECT_FALSE(end.failure) << line << ": " << end.text();
        EXPECT_NE(end.answer.how, tone::good) << line << ": " << end.text();
        EXPECT_NE(end.asked, "@confirm") << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
        EXPECT_EQ(at.whole_state(), before) << line;
    }
}

} // namespace
} // namespace chatops::operations
