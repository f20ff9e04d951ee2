// Every change at Sentry: with crashes at every turn, with every fault at its request, with a rate
// that is used up, and of an issue that nobody has.
#include "tests/operations/sentry_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using bench = support::sentry_bench;
using support::played;

/// A line that changes something, the method of the request that does, and whether that must not be
/// done twice.
struct sentry_deed {
    const char* line;
    const char* method;
    bool once;

    friend std::ostream& operator<<(std::ostream& to, const sentry_deed& each) {
        return to << each.line;
    }
};

constexpr sentry_deed sentry_deeds[] = {
    {"sentry issue resolve SHOP-1", "PUT", false},
    {"sentry issue resolve SHOP-1 SHOP-2", "PUT", false},
    {"sentry issue resolve SHOP-1 --in-release shop@1.1", "PUT", false},
    {"sentry issue unresolve SHOP-3", "PUT", false},
    {"sentry issue ignore SHOP-1 --until-count 5", "PUT", false},
    {"sentry issue ignore SHOP-1 SITE-1", "PUT", false},
    {"sentry issue assign SHOP-2 team:backend", "PUT", false},
    {"sentry issue assign SHOP-1 nobody", "PUT", false},
    {"sentry issue merge SHOP-1 SHOP-2", "PUT", true},
    {"sentry issue destroy SHOP-1", "DELETE", true},
    {"sentry release create shop@1.2 shop", "POST", false},
    {"sentry deploy create shop@1.1 canary --name friday", "POST", true},
};

/// Plays it until it has ended: says yes before something is lost, and where the bot cannot know
/// whether something happened, looks and says the truth.
played play_sentry_on(bench& at, const std::string& line) {
    played end = at.play(line);
    for (int questions = 0; !end.asked.empty() && questions < 8; ++questions) {
        at.answer(end.asked, end.asked == "@confirm" ? "yes" : "again");
        end = at.play(line);
    }
    return end;
}

struct sentry_calm {
    std::string answer;
    std::string state;
    int turns = 0;
};

sentry_calm calmly_at_sentry(const std::string& line) {
    bench at;
    sentry_calm calm;
    played end = at.play(line);
    calm.turns = end.turns;
    if (end.asked == "@confirm") {
        at.answer("@confirm", "yes");
        end = at.play(line);
        calm.turns += end.turns;
    }
    EXPECT_FALSE(end.failure) << line << ": " << end.text();
    calm.answer = end.text();
    calm.state = at.whole_state();
    return calm;
}

class sentry_hardship : public testing::TestWithParam<sentry_deed> {};

TEST_P(sentry_hardship, ends_as_if_nothing_had_been_after_a_crash_at_any_turn) {
    const std::string line = GetParam().line;
    const sentry_calm calm = calmly_at_sentry(line);
    ASSERT_GT(calm.turns, 5);
    for (int turns = 0; turns <= calm.turns; turns += 1 + calm.turns / 200) {
        bench at;
        const played cut = at.play(line, turns);
        if (cut.asked == "@confirm") {
            at.answer("@confirm", "yes");
            at.play(line, turns - cut.turns);
        }
        const played end = play_sentry_on(at, line);
        ASSERT_EQ(end.text(), calm.answer) << "after turn " << turns;
        ASSERT_GE(at.sent(GetParam().method), 1) << "after turn " << turns;
        if (GetParam().once) {
            ASSERT_EQ(at.sent(GetParam().method), 1) << "after turn " << turns;
        }
        ASSERT_EQ(at.whole_state(), calm.state) << "after turn " << turns;
    }
}

TEST_P(sentry_hardship, ends_as_if_nothing_had_been_whatever_its_request_meets) {
    const std::string line = GetParam().line;
    const sentry_calm calm = calmly_at_sentry(line);
    for (const support::trouble& each : support::all_trouble) {
        bench at;
        at.trouble(support::of_method(GetParam().method, each.fault));
        const played end = at.play_and_confirm(line);
        const bool asks = GetParam().once && !each.has_effect;
        EXPECT_EQ(end.asked.empty(), !asks)
            << each.fault << ": a person is asked only where nothing is found: " << end.text();
        EXPECT_EQ(play_sentry_on(at, line).text(), calm.answer) << each.fault;
        EXPECT_EQ(at.whole_state(), calm.state) << each.fault;
        if (GetParam().once) {
            EXPECT_EQ(at.sent(GetParam().method), each.has_effect ? 1 : 2) << each.fault;
        }
    }
}

TEST_P(sentry_hardship, is_not_done_where_the_rate_is_used_up) {
    bench at;
    const std::string before = at.whole_state();
    at.trouble(support::of_method(GetParam().method,
                                  R"("kind":"status","status":429,"retry_after_s":900)"));
    const played refused = at.play_and_confirm(GetParam().line);
    ASSERT_TRUE(refused.failure) << refused.text();
    EXPECT_NE(refused.text().find("too frequently"), std::string::npos) << refused.text();
    EXPECT_EQ(at.sent(GetParam().method), 1);
    EXPECT_EQ(at.whole_state(), before);
}

TEST_P(sentry_hardship, is_not_done_where_sentry_refuses) {
    bench at;
    const std::string before = at.whole_state();
    at.trouble(support::of_method(GetParam().method, R"("kind":"status","status":403)"));
    const played refused = at.play_and_confirm(GetParam().line);
    ASSERT_TRUE(refused.failure) << refused.text();
    EXPECT_EQ(at.whole_state(), before);
}

TEST_P(sentry_hardship, is_not_done_to_what_nobody_has) {
    std::string line = GetParam().line;
    const auto issue = line.find("SHOP-");
    if (issue == std::string::npos) return; // It is about a release.
    line.insert(issue + 5, "9");
    bench at;
    const std::string before = at.whole_state();
    const played none = at.play_and_confirm(line);
    EXPECT_EQ(none.text().substr(0, 24), "There is no issue SHOP-9") << none.text();
    EXPECT_EQ(at.sent(GetParam().method), 0);
    EXPECT_EQ(at.whole_state(), before);
}

TEST_P(sentry_hardship, leaves_no_secret_behind) {
    bench at;
    at.play_and_confirm(GetParam().line);
    EXPECT_EQ(at.all_kept().find("sntryu_right"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(each, sentry_hardship, testing::ValuesIn(sentry_deeds),
                         [](const auto& info) {
                             std::string name = info.param.line;
                             std::replace_if(
                                 name.begin(), name.end(),
                                 [](char c) { return std::isalnum(c) == 0; }, '_');
                             return name;
                         });

// ---- looking, whatever the network does

TEST(sentry_looking, is_not_disturbed_by_one_fault) {
    for (const char* const fault : support::every_fault) {
        bench at;
        at.trouble(support::after(1, fault));
        EXPECT_EQ(at.play("sentry issue show SHOP-1").text(),
                  "SHOP-1: NoMethodError: undefined method `total' for nil")
            << fault;
    }
}

} // namespace
} // namespace chatops::operations
