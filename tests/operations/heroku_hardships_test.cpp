// Every change at Heroku: with crashes at every turn, with every fault at its request, with an
// account that is used up, and for an application that nobody has.
#include "tests/operations/change_trials.hpp"
#include "tests/operations/heroku_bench.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace chatops::operations {
namespace {

using support::change_line;
using support::played;

struct heroku_trial : support::vendor_trial<support::heroku_bench> {
    static constexpr const char* used_up =
        "Your account reached the API rate limit Please wait a few minutes before making new "
        "requests";
    static constexpr const char* secrets[] = {"s3cr3t", "HRKU-right"};

    /// What is put into a pipeline is in none before.
    static std::unique_ptr<support::heroku_bench> begin(const change_line& what) {
        mocks::heroku::seed given = mocks::agency_account();
        auto& coupled = given.pipelines.front().apps;
        if (std::string_view(what.line).find("pipeline add") != std::string_view::npos)
            coupled.erase(coupled.begin());
        return std::make_unique<support::heroku_bench>(given);
    }

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
    {"heroku run acme-staging --for 5m echo hello", "POST", true},
    {"heroku stop acme-staging web.1", "POST", true},
    {"heroku feature enable acme-staging preboot", "PATCH", false},
    {"heroku drain add acme-staging https://logs.example/drain?key=s3cr3t", "POST", true},
    {"heroku drain remove acme-staging logs.agency.example", "DELETE", true},
    {"heroku webhook add acme-staging https://hooks.example/h?key=s3cr3t release", "POST", true},
    {"heroku webhook change acme-staging hooks.agency.example --event build --sync", "PATCH",
     false},
    {"heroku webhook remove acme-staging hooks.agency.example", "DELETE", true},
    {"heroku pipeline promote acme-staging brix", "POST", true},
    {"heroku pipeline create acme-shop", "POST", true},
    {"heroku pipeline rename acme acme-shop", "PATCH", false},
    {"heroku pipeline destroy acme", "DELETE", true},
    {"heroku pipeline add acme-staging --to acme --stage development", "POST", true},
    {"heroku pipeline move acme-staging --stage development", "PATCH", false},
    {"heroku pipeline remove acme-staging", "DELETE", true},
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
    if (name == std::string::npos) return; // It makes one, or is not about any.
    line.replace(name, 12, "nobody");
    support::heroku_bench at;
    const std::string before = at.whole_state();
    EXPECT_EQ(at.play_and_confirm(line).text(), "Couldn't find that app.");
    EXPECT_EQ(at.whole_state(), before);
}

INSTANTIATE_TEST_SUITE_P(each, heroku_deed, testing::ValuesIn(all_deeds),
                         [](const auto& info) { return support::name_of_line(info.param.line); });

// ---- what only looks

class heroku_look : public testing::TestWithParam<const char*> {};

TEST_P(heroku_look, is_not_disturbed_by_one_fault) {
    support::look_in_spite_of_a_fault<heroku_trial>(GetParam());
}
TEST_P(heroku_look, says_that_nothing_was_seen) {
    support::look_where_nothing_is_said<heroku_trial>(GetParam());
}
TEST_P(heroku_look, tells_a_program_the_same) {
    support::tell_the_same_as_json<heroku_trial>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(each, heroku_look,
                         testing::Values("heroku release show acme-staging v3", "heroku pipelines",
                                         "heroku pipeline show acme", "heroku addon services",
                                         "heroku addon plans heroku-redis"),
                         [](const auto& info) { return support::name_of_line(info.param); });

// ---- lines that cannot be carried out

class heroku_stranger : public testing::TestWithParam<support::unclear_line> {};

TEST_P(heroku_stranger, is_said_to_be_none_and_nothing_is_done) {
    support::do_nothing_for<heroku_trial>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    each, heroku_stranger,
    testing::Values(
        support::unclear_line{"heroku pipeline show nobodys", "There is no pipeline “nobodys”"},
        support::unclear_line{"heroku pipeline create acme",
                              "Nothing was made: there is a pipeline acme already"},
        support::unclear_line{"heroku pipeline rename nobodys acme-shop",
                              "There is no pipeline “nobodys”"},
        support::unclear_line{"heroku pipeline rename acme acme",
                              "The pipeline acme is called that already: nothing was changed"},
        support::unclear_line{"heroku pipeline destroy nobodys", "There is no pipeline “nobodys”"},
        support::unclear_line{"heroku pipeline add acme-staging --to nobodys --stage staging",
                              "There is no pipeline “nobodys”"},
        support::unclear_line{"heroku pipeline add acme-staging --to acme --stage staging",
                              "acme-staging is in stage staging of the pipeline acme already"},
        support::unclear_line{"heroku pipeline move acme-staging --stage staging",
                              "acme-staging is in stage staging of the pipeline acme already"},
        support::unclear_line{"heroku webhook change acme-staging hooks.example --sync",
                              "acme-staging has no webhook hooks.example"},
        support::unclear_line{"heroku webhook change acme-staging hooks.agency.example",
                              "Nothing was changed: say what is to be different"},
        support::unclear_line{"heroku webhook change acme-staging hooks.agency.example --no-sync",
                              "Heroku tells https://hooks.agency.example/[hidden] of api:release"},
        support::unclear_line{"heroku addon plans nothing", "Couldn't find that add-on service."}),
    [](const auto& info) { return support::name_of_line(info.param.line); });

} // namespace
} // namespace chatops::operations
