// Every change at Heroku: with crashes at every turn, with every fault at its request, with an
// account that is used up, and for an application that nobody has.
#include "tests/operations/change_trials.hpp"
#include "tests/operations/heroku_bench.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace chatops::operations {
namespace {

using support::change_line;
using support::played;

struct heroku_trial : support::vendor_trial<support::heroku_bench> {
    static constexpr const char* used_up =
        "Your account reached the API rate limit Please wait a few minutes before making new "
        "requests";
    static constexpr const char* secrets[] = {"s3cr3t", "HRKU-right"};

    /// Opening a log changes nothing.
    static std::string comparable(const std::string& deed) {
        return deed.find("/log-sessions") == std::string::npos ? deed.substr(0, deed.find(' '))
                                                               : std::string();
    }

    /// The title, without the number that Heroku draws for a dyno.
    static std::string told(const played& end) {
        std::string text = end.text();
        const auto dyno = text.find("run.");
        if (dyno == std::string::npos) return text;
        const auto after = text.find_first_not_of("0123456789", dyno + 4);
        return text.substr(0, dyno + 4) + text.substr(std::min(after, text.size()));
    }
};

constexpr change_line all_deeds[] = {
    {"heroku scale acme-staging web=3 --wait", "PATCH", false},
    {"heroku restart acme-staging --wait", "DELETE", true},
    {"heroku maintenance on acme-staging", "PATCH", false},
    {"heroku config unset acme-staging LOG_LEVEL --wait", "PATCH", false},
    {"heroku config set acme-staging LOG_LEVEL=s3cr3t-too --wait", "PATCH", false},
    {"heroku domain add acme-staging www.acme.example", "POST", true},
    {"heroku domain remove acme-staging staging.acme.example", "DELETE", true},
    {"heroku collaborator add acme-staging pm@agency.example", "POST", true},
    {"heroku collaborator remove acme-staging dev@agency.example", "DELETE", true},
    {"heroku addon create acme-staging heroku-redis:mini --name acme-cache", "POST", true},
    {"heroku addon plan acme-staging postgresql-round-1 essential-1", "PATCH", false},
    {"heroku addon destroy acme-staging postgresql-round-1", "DELETE", true},
    {"heroku app create acme-demo", "POST", true},
    {"heroku app rename acme-staging acme-test", "PATCH", false},
    {"heroku app destroy acme-staging", "DELETE", true},
    {"heroku build create acme-staging --source https://code.example/a.tgz --version 1a2b3c4d",
     "POST", true},
    {"heroku rollback acme-staging --wait", "POST", true},
    {"heroku run acme-staging echo hello", "POST", true},
    {"heroku stop acme-staging web.1", "POST", true},
    {"heroku feature enable acme-staging preboot", "PATCH", false},
    {"heroku drain add acme-staging https://logs.example/drain?key=s3cr3t", "POST", true},
    {"heroku drain remove acme-staging logs.agency.example", "DELETE", true},
    {"heroku webhook add acme-staging https://hooks.example/h?key=s3cr3t release", "POST", true},
    {"heroku webhook remove acme-staging hooks.agency.example", "DELETE", true},
    {"heroku pipeline promote acme-staging brix", "POST", true},
    {"heroku stack set acme-staging heroku-22", "PATCH", false},
};

class heroku_deed : public testing::TestWithParam<change_line> {};

TEST_P(heroku_deed, ends_as_if_nothing_had_been_after_a_crash_at_any_turn) {
    support::crash_at_every_turn<heroku_trial>(GetParam());
}
TEST_P(heroku_deed, ends_as_if_nothing_had_been_whatever_its_request_meets) {
    support::meet_every_trouble<heroku_trial>(GetParam());
}
TEST_P(heroku_deed, is_not_done_where_heroku_refuses) {
    support::be_refused<heroku_trial>(GetParam());
}
TEST_P(heroku_deed, leaves_no_secret_behind) { support::keep_no_secret<heroku_trial>(GetParam()); }

TEST_P(heroku_deed, is_not_done_to_an_application_that_nobody_has) {
    std::string line = GetParam().line;
    const auto name = line.find("acme-staging");
    if (name == std::string::npos) return; // It makes one.
    line.replace(name, 12, "nobody");
    support::heroku_bench at;
    const std::string before = at.whole_state();
    EXPECT_EQ(at.play_and_confirm(line).text(), "Couldn't find that app.");
    EXPECT_EQ(at.whole_state(), before);
}

INSTANTIATE_TEST_SUITE_P(each, heroku_deed, testing::ValuesIn(all_deeds),
                         [](const auto& info) { return support::name_of_line(info.param.line); });

} // namespace
} // namespace chatops::operations
