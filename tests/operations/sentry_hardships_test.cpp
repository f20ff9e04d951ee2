// Every command of Sentry's: with crashes at every turn, with every fault at its requests, with a
// rate that is used up, of what nobody has.
#include "tests/operations/change_trials.hpp"
#include "tests/operations/sentry_bench.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::operations {
namespace {

using support::change_line;
using support::played;
using support::unclear_line;

/// With a release that is not out yet, an issue that bears every mark, a monitor and a key that are
/// off.
class sentry_bench_with_draft : public support::sentry_bench {
  public:
    sentry_bench_with_draft() {
        change("POST", "/organizations/acme/releases/",
               R"({"version":"shop@2.0","projects":["shop"]})");
        change("PUT", "/organizations/acme/issues/?query=issue:SITE-1",
               R"({"inbox":false,"isBookmarked":true,"isSubscribed":true})");
        change("PUT", "/organizations/acme/monitors/hourly/", R"({"status":"disabled"})");
        change("POST", "/projects/acme/shop/keys/", R"({"name":"Spare","isActive":false})");
    }
};

struct sentry_trial : support::vendor_trial<sentry_bench_with_draft> {
    static constexpr const char* used_up =
        "You are attempting to use this endpoint too frequently. Limit is 40 requests in 1 seconds";
    static constexpr const char* forbidden = "You do not have permission to perform this action.";
    static constexpr const char* secrets[] = {"sntryu_right"};

    static std::string told(const played& end) { return end.text(); }
};

class sentry_hardship : public testing::TestWithParam<change_line> {};

TEST_P(sentry_hardship, ends_as_if_nothing_had_been_after_a_crash_at_any_turn) {
    support::crash_at_every_turn<sentry_trial>(GetParam());
}
TEST_P(sentry_hardship, ends_as_if_nothing_had_been_whatever_its_request_meets) {
    support::meet_every_trouble<sentry_trial>(GetParam());
}
TEST_P(sentry_hardship, is_not_done_where_sentry_refuses) {
    support::be_refused<sentry_trial>(GetParam());
}
TEST_P(sentry_hardship, leaves_no_secret_behind) {
    support::keep_no_secret<sentry_trial>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    each, sentry_hardship,
    testing::Values(change_line{"sentry issue resolve SHOP-1", "PUT", false},
                    change_line{"sentry issue resolve SHOP-1 SHOP-2", "PUT", false},
                    change_line{"sentry issue resolve SHOP-1 --in-release shop@1.1", "PUT", false},
                    change_line{"sentry issue unresolve SHOP-3", "PUT", false},
                    change_line{"sentry issue ignore SHOP-1 --until-count 5", "PUT", false},
                    change_line{"sentry issue ignore SHOP-1 SITE-1", "PUT", false},
                    change_line{"sentry issue assign SHOP-2 team:backend", "PUT", false},
                    change_line{"sentry issue assign SHOP-1 nobody", "PUT", false},
                    change_line{"sentry issue merge SHOP-1 SHOP-2", "PUT", true},
                    change_line{"sentry issue destroy SHOP-1", "DELETE", true},
                    change_line{"sentry issue priority low SHOP-1 SHOP-2", "PUT", false},
                    change_line{"sentry issue ignore SHOP-1 --until-count 5 --within 1h", "PUT",
                                false},
                    change_line{"sentry release create shop@1.2 shop", "POST", false},
                    change_line{"sentry release finalize shop@2.0", "PUT", false},
                    change_line{"sentry release destroy shop@2.0", "DELETE", true},
                    change_line{"sentry deploy create shop@1.1 canary --name friday", "POST", true},
                    change_line{"sentry monitor mute nightly", "PUT", false},
                    change_line{"sentry monitor disable nightly", "PUT", false},
                    change_line{"sentry monitor enable hourly", "PUT", false},
                    change_line{"sentry monitor destroy nightly", "DELETE", true},
                    change_line{"sentry key disable shop Default", "PUT", false},
                    change_line{"sentry key enable shop Spare", "PUT", false},
                    change_line{"sentry issue review SHOP-1 SHOP-2", "PUT", false},
                    change_line{"sentry issue unreview SITE-1", "PUT", false},
                    change_line{"sentry issue bookmark SHOP-1", "PUT", false},
                    change_line{"sentry issue unbookmark SITE-1", "PUT", false},
                    change_line{"sentry issue subscribe SHOP-1 SHOP-2", "PUT", false},
                    change_line{"sentry issue unsubscribe SITE-1", "PUT", false}),
    [](const auto& info) { return support::name_of_line(info.param.line); });

class sentry_look : public testing::TestWithParam<const char*> {};

TEST_P(sentry_look, is_not_disturbed_by_one_fault) {
    support::look_in_spite_of_a_fault<sentry_trial>(GetParam());
}
TEST_P(sentry_look, says_that_nothing_was_seen) {
    support::look_where_nothing_is_said<sentry_trial>(GetParam());
}
TEST_P(sentry_look, tells_a_program_the_same) {
    support::tell_the_same_as_json<sentry_trial>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    each, sentry_look,
    testing::Values("sentry issues", "sentry issues shop --environment staging",
                    "sentry issue show SHOP-1", "sentry events SHOP-1 -e production",
                    "sentry event show SHOP-1", "sentry releases shop",
                    "sentry release show shop@1.1", "sentry projects", "sentry project show shop",
                    "sentry teams", "sentry members", "sentry environments shop", "sentry monitors",
                    "sentry monitor show nightly", "sentry monitor check-ins hourly -n 4",
                    "sentry issues --for-review --sort inbox", "sentry project events shop -n 4",
                    "sentry keys shop", "sentry whoami", "sentry usage"),
    [](const auto& info) { return support::name_of_line(info.param); });

class sentry_stranger : public testing::TestWithParam<unclear_line> {};

TEST_P(sentry_stranger, is_said_to_be_none_and_nothing_is_done) {
    support::do_nothing_for<sentry_trial>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    each, sentry_stranger,
    testing::Values(
        unclear_line{"sentry issues nope", "There is no project nope"},
        unclear_line{"sentry issues --environment moon", "There is no environment moon"},
        unclear_line{"sentry issues shop -e moon", "There is no environment moon of shop"},
        unclear_line{"sentry watch nope", "There is no project nope"},
        unclear_line{"sentry watch -e moon", "There is no environment moon"},
        unclear_line{"sentry issue show SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry events SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry events SHOP-1 -e moon", "There is no environment moon of shop"},
        unclear_line{"sentry event show SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry event show SHOP-1 00000000", "SHOP-1 has no event 00000000"},
        unclear_line{"sentry issue resolve SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry issue resolve SHOP-1 SHOP-9",
                     "There is no issue SHOP-9: nothing was changed"},
        unclear_line{"sentry issue unresolve SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry issue ignore SHOP-1 SHOP-9",
                     "There is no issue SHOP-9: nothing was changed"},
        unclear_line{"sentry issue assign SHOP-9 nobody", "There is no issue SHOP-9"},
        unclear_line{"sentry issue assign SHOP-1 team:moon",
                     "Nobody at Sentry is called “team:moon”: nothing was changed"},
        unclear_line{"sentry issue merge SHOP-1 SHOP-9",
                     "There is no issue SHOP-9: nothing was changed"},
        unclear_line{"sentry issue destroy SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry releases nope", "There is no project nope"},
        unclear_line{"sentry release show shop@9", "There is no release shop@9"},
        unclear_line{"sentry release create shop@9 nope", "There is no project nope"},
        unclear_line{"sentry release finalize shop@9", "There is no release shop@9"},
        unclear_line{"sentry release destroy shop@9", "There is no release shop@9"},
        unclear_line{"sentry deploy create shop@9 canary", "There is no release shop@9"},
        unclear_line{"sentry issue priority high SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry project show nope", "There is no project nope"},
        unclear_line{"sentry environments nope", "There is no project nope"},
        unclear_line{"sentry monitor show nope", "There is no monitor nope"},
        unclear_line{"sentry monitor mute nope", "There is no monitor nope"},
        unclear_line{"sentry monitor unmute nope", "There is no monitor nope"},
        unclear_line{"sentry monitor check-ins nope", "There is no monitor nope"},
        unclear_line{"sentry monitor check-ins nightly -e moon",
                     "There is no environment moon of shop"},
        unclear_line{"sentry monitor enable nope", "There is no monitor nope"},
        unclear_line{"sentry monitor disable nope", "There is no monitor nope"},
        unclear_line{"sentry monitor destroy nope", "There is no monitor nope"},
        unclear_line{"sentry project events nope", "There is no project nope"},
        unclear_line{"sentry keys nope", "There is no project nope"},
        unclear_line{"sentry key enable nope Default", "There is no project nope"},
        unclear_line{"sentry key enable shop nope", "There is no key “nope” of shop"},
        unclear_line{"sentry key disable shop nope", "There is no key “nope” of shop"},
        unclear_line{"sentry issue review SHOP-1 SHOP-9",
                     "There is no issue SHOP-9: nothing was changed"},
        unclear_line{"sentry issue unreview SHOP-3",
                     "SHOP-3 is resolved, and nobody is to look at it: nothing was changed"},
        unclear_line{"sentry issue unreview SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry issue bookmark SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry issue unbookmark SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry issue subscribe SHOP-9", "There is no issue SHOP-9"},
        unclear_line{"sentry issue unsubscribe SHOP-9", "There is no issue SHOP-9"}),
    [](const auto& info) { return support::name_of_line(info.param.line); });

} // namespace
} // namespace chatops::operations
