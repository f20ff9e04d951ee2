// Every change at Papertrail: with crashes at every turn, with every fault at its request, with an
// account that is used up.
#include "tests/operations/papertrail_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using papertrail_at = support::papertrail_bench;
using support::played;

/// A line that changes something, the method of the request that does, and whether that must not be
/// done twice.
struct papertrail_change {
    const char* line;
    const char* method;
    bool once;

    friend std::ostream& operator<<(std::ostream& to, const papertrail_change& each) {
        return to << each.line;
    }
};

constexpr papertrail_change all_papertrail_changes[] = {
    {"papertrail system create web-9 --hostname w9", "POST", true},
    {"papertrail system create web-9 --ip 203.0.113.40", "POST", true},
    {"papertrail system rename switch core", "PUT", false},
    {"papertrail system join acme-db-1 Network", "POST", false},
    {"papertrail system leave switch Network", "POST", false},
    {"papertrail system destroy switch", "DELETE", true},
    {"papertrail group create Web --wildcard *web*", "POST", true},
    {"papertrail group rename Network Net", "PUT", false},
    {"papertrail group destroy Network", "DELETE", true},
    {"papertrail saved create Slow duration", "POST", true},
    {"papertrail saved create \"Failed requests\" 50x --group Production", "PUT", false},
    {"papertrail saved destroy \"Failed requests\"", "DELETE", true},
    {"papertrail destination create --description routers", "POST", true},
    {"papertrail destination destroy 39273", "DELETE", true},
    {"papertrail user invite pm@agency.example", "POST", true},
    {"papertrail user remove dev@agency.example", "DELETE", true},
};

int times_sent_to_papertrail(const papertrail_at& at, std::string_view method) {
    const auto all = at.deeds();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const std::string& each) {
        return each.compare(0, method.size(), method) == 0;
    }));
}

/// The title, without the port that Papertrail draws.
std::string told_by_papertrail(const played& end) {
    const std::string text = end.text();
    return text.substr(0, text.find(".com:"));
}

/// Plays it until it has ended: says yes before something is lost, and where the bot cannot know
/// whether something happened, looks and says the truth.
played play_on_at_papertrail(papertrail_at& at, const std::string& line) {
    played end = at.play(line);
    for (int questions = 0; !end.asked.empty() && questions < 8; ++questions) {
        at.answer(end.asked, end.asked == "@confirm" ? "yes" : "again");
        end = at.play(line);
    }
    return end;
}

struct calm_papertrail {
    std::string answer;
    std::string state;
    int turns = 0;
};

calm_papertrail calmly_at_papertrail(const std::string& line) {
    papertrail_at at;
    calm_papertrail calm;
    played end = at.play(line);
    calm.turns = end.turns;
    if (end.asked == "@confirm") {
        at.answer("@confirm", "yes");
        end = at.play(line);
        calm.turns += end.turns;
    }
    EXPECT_FALSE(end.failure) << line << ": " << end.text();
    EXPECT_NE(end.answer.how, tone::bad) << line << ": " << end.text();
    calm.answer = told_by_papertrail(end);
    calm.state = at.whole_state();
    return calm;
}

class papertrail_deed : public testing::TestWithParam<papertrail_change> {};

TEST_P(papertrail_deed, ends_as_if_nothing_had_been_after_a_crash_at_any_turn) {
    const std::string line = GetParam().line;
    const calm_papertrail calm = calmly_at_papertrail(line);
    ASSERT_GT(calm.turns, 5);
    for (int turns = 0; turns <= calm.turns; turns += 1 + calm.turns / 200) {
        papertrail_at at;
        const played cut = at.play(line, turns);
        if (cut.asked == "@confirm") {
            at.answer("@confirm", "yes");
            at.play(line, turns - cut.turns);
        }
        const played end = play_on_at_papertrail(at, line);
        ASSERT_EQ(told_by_papertrail(end), calm.answer) << "after turn " << turns;
        ASSERT_GE(times_sent_to_papertrail(at, GetParam().method), 1) << "after turn " << turns;
        if (GetParam().once) {
            ASSERT_EQ(times_sent_to_papertrail(at, GetParam().method), 1) << "after turn " << turns;
        }
        ASSERT_EQ(at.whole_state(), calm.state) << "after turn " << turns;
    }
}

TEST_P(papertrail_deed, ends_as_if_nothing_had_been_whatever_its_request_meets) {
    const std::string line = GetParam().line;
    const calm_papertrail calm = calmly_at_papertrail(line);
    for (const support::trouble& each : support::all_trouble) {
        papertrail_at at;
        at.trouble(support::of_method(GetParam().method, each.fault));
        const played end = at.play_and_confirm(line);
        const bool asks = GetParam().once && !each.has_effect;
        EXPECT_EQ(end.asked.empty(), !asks)
            << each.fault << ": a person is asked only where nothing is found: " << end.text();
        EXPECT_EQ(told_by_papertrail(play_on_at_papertrail(at, line)), calm.answer) << each.fault;
        EXPECT_EQ(at.whole_state(), calm.state) << each.fault;
        if (GetParam().once) {
            EXPECT_EQ(times_sent_to_papertrail(at, GetParam().method), each.has_effect ? 1 : 2)
                << each.fault;
        }
    }
}

TEST_P(papertrail_deed, is_not_done_where_the_account_is_used_up) {
    papertrail_at at;
    const std::string before = at.whole_state();
    at.trouble(support::of_method(GetParam().method,
                                  R"("kind":"status","status":429,"retry_after_s":900)"));
    const played refused = at.play_and_confirm(GetParam().line);
    ASSERT_TRUE(refused.failure) << refused.text();
    EXPECT_NE(refused.text().find("Rate limit exceeded"), std::string::npos) << refused.text();
    EXPECT_EQ(times_sent_to_papertrail(at, GetParam().method), 1);
    EXPECT_EQ(at.whole_state(), before);
}

TEST_P(papertrail_deed, leaves_no_credential_behind) {
    papertrail_at at;
    at.play_and_confirm(GetParam().line);
    EXPECT_EQ(at.all_kept().find("0123papertrail"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(each, papertrail_deed, testing::ValuesIn(all_papertrail_changes),
                         [](const auto& info) {
                             std::string name = info.param.line;
                             std::replace_if(
                                 name.begin(), name.end(),
                                 [](char c) { return std::isalnum(c) == 0; }, '_');
                             return name;
                         });

} // namespace
} // namespace chatops::operations
