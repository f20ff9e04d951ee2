// Every change at Heroku: with crashes at every turn, with every fault at its request, with an
// account that is used up, and for an application that nobody has.
#include "tests/operations/heroku_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using bench = support::heroku_bench;
using support::played;

/// A line that changes something, the method of the request that does, and whether that must not be
/// done twice.
struct deed {
    const char* line;
    const char* method;
    bool once;

    friend std::ostream& operator<<(std::ostream& to, const deed& each) { return to << each.line; }
};

constexpr deed all_deeds[] = {
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

/// How often it was sent; opening a log does nothing.
int times_sent(const bench& at, std::string_view method) {
    const auto all = at.deeds();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const std::string& each) {
        return each.compare(0, method.size(), method) == 0 &&
               each.find("/log-sessions") == std::string::npos;
    }));
}

/// The title, without the number that Heroku draws for a dyno.
std::string told(const played& end) {
    std::string text = end.text();
    const auto dyno = text.find("run.");
    if (dyno == std::string::npos) return text;
    const auto after = text.find_first_not_of("0123456789", dyno + 4);
    return text.substr(0, dyno + 4) + text.substr(std::min(after, text.size()));
}

/// Plays it until it has ended: says yes before something is lost, and where the bot cannot know
/// whether something happened, looks and says the truth.
played play_on(bench& at, const std::string& line) {
    played end = at.play(line);
    for (int questions = 0; !end.asked.empty() && questions < 8; ++questions) {
        at.answer(end.asked, end.asked == "@confirm" ? "yes" : "again");
        end = at.play(line);
    }
    return end;
}

struct undisturbed {
    std::string answer;
    std::string state;
    int turns = 0;
};

undisturbed calmly(const std::string& line) {
    bench at;
    undisturbed calm;
    played end = at.play(line);
    calm.turns = end.turns;
    if (end.asked == "@confirm") {
        at.answer("@confirm", "yes");
        end = at.play(line);
        calm.turns += end.turns;
    }
    EXPECT_FALSE(end.failure) << line << ": " << end.text();
    at.pass(1min);
    calm.answer = told(end);
    calm.state = at.whole_state();
    return calm;
}

class heroku_deed : public testing::TestWithParam<deed> {};

TEST_P(heroku_deed, ends_as_if_nothing_had_been_after_a_crash_at_any_turn) {
    const std::string line = GetParam().line;
    const undisturbed calm = calmly(line);
    ASSERT_GT(calm.turns, 5);
    for (int turns = 0; turns <= calm.turns; turns += 1 + calm.turns / 200) {
        bench at;
        const played cut = at.play(line, turns);
        if (cut.asked == "@confirm") {
            at.answer("@confirm", "yes");
            at.play(line, turns - cut.turns);
        }
        const played end = play_on(at, line);
        ASSERT_EQ(told(end), calm.answer) << "after turn " << turns;
        ASSERT_GE(times_sent(at, GetParam().method), 1) << "after turn " << turns;
        if (GetParam().once) {
            ASSERT_EQ(times_sent(at, GetParam().method), 1) << "after turn " << turns;
        }
        at.pass(1min);
        ASSERT_EQ(at.whole_state(), calm.state) << "after turn " << turns;
    }
}

TEST_P(heroku_deed, ends_as_if_nothing_had_been_whatever_its_request_meets) {
    const std::string line = GetParam().line;
    const undisturbed calm = calmly(line);
    for (const support::trouble& each : support::all_trouble) {
        bench at;
        at.trouble(support::of_method(GetParam().method, each.fault));
        const played end = at.play_and_confirm(line);
        const bool asks = GetParam().once && !each.has_effect;
        EXPECT_EQ(end.asked.empty(), !asks)
            << each.fault << ": a person is asked only where nothing is found: " << end.text();
        EXPECT_EQ(told(play_on(at, line)), calm.answer) << each.fault;
        at.pass(1min);
        EXPECT_EQ(at.whole_state(), calm.state) << each.fault;
        if (GetParam().once) {
            EXPECT_EQ(times_sent(at, GetParam().method), each.has_effect ? 1 : 2) << each.fault;
        }
    }
}

TEST_P(heroku_deed, is_not_done_where_the_account_is_used_up) {
    bench at;
    const std::string before = at.whole_state();
    at.trouble(support::of_method(GetParam().method,
                                  R"("kind":"status","status":429,"retry_after_s":900)"));
    const played refused = at.play_and_confirm(GetParam().line);
    ASSERT_TRUE(refused.failure) << refused.text();
    EXPECT_NE(refused.text().find("rate limit"), std::string::npos) << refused.text();
    EXPECT_EQ(times_sent(at, GetParam().method), 1);
    EXPECT_EQ(at.whole_state(), before);
}

TEST_P(heroku_deed, is_not_done_to_an_application_that_nobody_has) {
    std::string line = GetParam().line;
    const auto name = line.find("acme-staging");
    if (name == std::string::npos) return; // It makes one.
    line.replace(name, 12, "nobody");
    bench at;
    const std::string before = at.whole_state();
    EXPECT_EQ(at.play_and_confirm(line).text(), "Couldn't find that app.");
    EXPECT_EQ(at.whole_state(), before);
}

TEST_P(heroku_deed, leaves_no_secret_behind) {
    bench at;
    at.play_and_confirm(GetParam().line);
    EXPECT_EQ(at.all_kept().find("s3cr3t"), std::string::npos);
    EXPECT_EQ(at.all_kept().find("HRKU-right"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(each, heroku_deed, testing::ValuesIn(all_deeds), [](const auto& info) {
    std::string name = info.param.line;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_');
    return name;
});

} // namespace
} // namespace chatops::operations
