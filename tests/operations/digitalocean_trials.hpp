// What every change at DigitalOcean is put through: crashes at its turns, faults at the request
// that has the effect, a refusal, an account that is used up. A test says which line, and which
// account.
#pragma once

#include "tests/operations/digitalocean_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace chatops::support {

/// One line that changes something, and the method of the request by which it does.
struct deed {
    std::string line;
    std::string method = "POST";
    /// Whether that request may be sent again without asking whether it had been carried out.
    bool may_repeat = false;
    mocks::digitalocean::seed account = mocks::digitalocean::agency_account();
    /// What there is besides, before it begins.
    std::function<void(digitalocean_bench&)> before = nullptr;
};

/// Plays it until it has ended: says yes before something is lost, and where the bot cannot know
/// whether something happened, looks and says the truth.
inline played play_on(digitalocean_bench& at, const std::string& line, int most_questions = 8) {
    played end = at.play(line);
    for (int questions = 0; !end.asked.empty() && questions < most_questions; ++questions) {
        at.answer(end.asked, end.asked == "@confirm" ? "yes" : "again");
        end = at.play(line);
    }
    return end;
}

/// Methods and paths, with bodies but for a tag that is drawn anew for each run.
inline std::vector<std::string> comparable(std::vector<std::string> deeds) {
    for (std::string& each : deeds)
        if (const auto mark = each.find("chatops-"); mark != std::string::npos) each.resize(mark);
    return deeds;
}

/// The address of what was made is drawn by the mock, and differs with what was asked before it.
inline std::string without_drawn(const std::string& text) {
    const auto colon = text.find(" is up: ");
    if (colon != std::string::npos) return text.substr(0, colon + 6);
    const auto kept = text.find("203.0.113.");
    return kept == std::string::npos ? text : text.substr(0, kept);
}

struct undisturbed {
    std::string answer;
    std::string state;
    std::vector<std::string> deeds;
    int turns = 0;
};

inline std::unique_ptr<digitalocean_bench> bench_of(const deed& what) {
    auto made = std::make_unique<digitalocean_bench>(what.account);
    if (what.before) what.before(*made);
    return made;
}

inline undisturbed calmly(const deed& what) {
    const auto at = bench_of(what);
    undisturbed calm;
    played end = at->play(what.line);
    calm.turns = end.turns;
    if (end.asked == "@confirm") {
        at->answer("@confirm", "yes");
        end = at->play(what.line);
        calm.turns += end.turns;
    }
    EXPECT_FALSE(end.failure) << what.line << ": " << end.text();
    EXPECT_NE(end.answer.how, tone::bad) << what.line << ": " << end.text();
    at->pass(std::chrono::minutes(1));
    calm.answer = without_drawn(end.text());
    calm.state = at->state();
    calm.deeds = comparable(at->deeds());
    EXPECT_FALSE(calm.deeds.empty()) << what.line;
    return calm;
}

/// Whatever turn the bot is killed at, the run ends as if it had not been.
inline void crash_at_every_turn(const deed& what, int stride = 1) {
    const undisturbed calm = calmly(what);
    ASSERT_GT(calm.turns, 5) << what.line;
    for (int turns = 0; turns <= calm.turns; turns += stride) {
        const auto at = bench_of(what);
        const played cut = at->play(what.line, turns);
        if (cut.asked == "@confirm") {
            at->answer("@confirm", "yes");
            at->play(what.line, turns - cut.turns);
        }
        const played end = play_on(*at, what.line);
        EXPECT_EQ(without_drawn(end.text()), calm.answer) << what.line << ", after turn " << turns;
        // What may be asked for twice was perhaps under way.
        if (!what.may_repeat) {
            EXPECT_EQ(comparable(at->deeds()), calm.deeds) << what.line << ", after turn " << turns;
        }
        at->pass(std::chrono::minutes(1));
        EXPECT_EQ(at->state(), calm.state) << what.line << ", after turn " << turns;
        if (testing::Test::HasFailure()) return;
    }
}

/// Whatever becomes of its request's answer, it is done once; a person is asked only where nobody
/// can find out.
inline void trouble_with(const deed& what) {
    const undisturbed calm = calmly(what);
    for (const trouble& each : all_trouble) {
        const auto at = bench_of(what);
        at->trouble(of_method(what.method, each.fault));
        played end = at->play(what.line);
        if (end.asked == "@confirm") {
            at->answer("@confirm", "yes");
            end = at->play(what.line);
        }
        EXPECT_EQ(end.asked.empty(), each.has_effect || what.may_repeat)
            << what.line << ", " << each.fault
            << ": a person is asked only where nothing is found: " << end.text();
        end = play_on(*at, what.line);
        EXPECT_EQ(without_drawn(end.text()), calm.answer) << what.line << ", " << each.fault;
        const std::size_t once_more = each.has_effect && !what.may_repeat ? 0 : 1;
        EXPECT_EQ(at->deeds().size(), calm.deeds.size() + once_more)
            << what.line << ", " << each.fault;
        at->pass(std::chrono::minutes(1));
        EXPECT_EQ(at->state(), calm.state) << what.line << ", " << each.fault;
    }
}

/// Says yes, where that request is answered with that status; the bench after it.
inline std::unique_ptr<digitalocean_bench> refused_with(const deed& what, const std::string& fault,
                                                        played& end) {
    auto at = bench_of(what);
    at->trouble(R"([{"match":{"method":")" + what.method + R"(","path":"*"},"kind":"status",)" +
                fault + "}]");
    end = at->play_and_confirm(what.line);
    return at;
}

/// A refusal, and an account whose requests are used up, are told; nothing has changed.
inline void refused(const deed& what) {
    const std::string before = bench_of(what)->state();
    played end;
    const auto forbidden = refused_with(what, R"("status":403)", end);
    EXPECT_TRUE(end.failure) << what.line << ": " << end.text();
    EXPECT_EQ(end.text(), "You do not have access for the attempted action.") << what.line;
    EXPECT_EQ(forbidden->state(), before) << what.line;
    EXPECT_EQ(forbidden->deeds().size(), 1u) << what.line;
    played late;
    const auto used_up = refused_with(what, R"("status":429,"retry_after_s":900)", late);
    EXPECT_TRUE(late.failure) << what.line << ": " << late.text();
    EXPECT_EQ(late.text(), "API Rate limit exceeded.") << what.line;
    EXPECT_EQ(used_up->state(), before) << what.line;
}

/// All of it.
inline void try_all(const std::vector<deed>& deeds) {
    for (const deed& each : deeds) {
        crash_at_every_turn(each, 5);
        trouble_with(each);
        refused(each);
    }
}

/// Lines that name what is not there, or what two have, do nothing, and say so.
struct unclear {
    const char* line;
    const char* said;
};
inline void try_unclear(const mocks::digitalocean::seed& account,
                        const std::vector<unclear>& lines) {
    for (const unclear& each : lines) {
        digitalocean_bench at(account);
        EXPECT_EQ(at.play(each.line).title(), each.said) << each.line;
        EXPECT_TRUE(at.deeds().empty()) << each.line;
    }
}

} // namespace chatops::support
