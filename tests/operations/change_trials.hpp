// What every command of a vendor is put through: crashes at its turns, faults at its requests,
// refusals, an account that is used up. A test says which lines, and what its vendor is like.
#pragma once

#include "chatops/chat/json_form.hpp"
#include "chatops/core/json.hpp"
#include "tests/operations/command_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <ostream>
#include <string>
#include <string_view>

namespace chatops::support {

// What a vendor is like is a type with
// - `bench`: its bench, with `whole_state()`;
// - `used_up`: of what it says where its account is used up;
// - `secrets`: texts that are kept nowhere;
// - `does_nothing`, where there is such: part of the path of requests that change nothing;
// - `told(played)`: how a run ended, without what the vendor draws.

/// A line that changes something, the method of the request that does, and whether that must not be
/// done twice.
struct change_line {
    const char* line;
    const char* method;
    bool once;

    friend std::ostream& operator<<(std::ostream& to, const change_line& each) {
        return to << each.line;
    }
};

/// A test's name of a line.
inline std::string name_of_line(std::string line) {
    std::replace_if(
        line.begin(), line.end(),
        [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return line;
}

/// How often a request with that method was sent, but for those that do nothing whatever they say.
template <class Vendor>
int times_sent(const typename Vendor::bench& at, std::string_view method) {
    if constexpr (requires { Vendor::does_nothing; }) {
        const auto all = at.deeds();
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const std::string& each) {
            return each.compare(0, method.size(), method) == 0 &&
                   each.find(Vendor::does_nothing) == std::string::npos;
        }));
    } else {
        return at.sent(method);
    }
}

/// Plays it until it has ended: says yes before something is lost, and where the bot cannot know
/// whether something happened, looks and says the truth.
inline played play_to_its_end(command_bench& at, const std::string& line) {
    constexpr int most_questions = 8;
    played end = at.play(line);
    for (int questions = 0; !end.asked.empty() && questions < most_questions; ++questions) {
        at.answer(end.asked, end.asked == "@confirm" ? "yes" : "again");
        end = at.play(line);
    }
    return end;
}

/// What a change sets going has ended by then, without the bot.
inline constexpr duration goes_on_for = std::chrono::minutes(1);

/// How it ends where nothing goes wrong.
struct calm_ending {
    std::string told;
    std::string state;
    int turns = 0;
};

template <class Vendor>
calm_ending calmly(const std::string& line) {
    typename Vendor::bench at;
    calm_ending calm;
    played end = at.play(line);
    calm.turns = end.turns;
    if (end.asked == "@confirm") {
        at.answer("@confirm", "yes");
        end = at.play(line);
        calm.turns += end.turns;
    }
    EXPECT_FALSE(end.failure) << line << ": " << end.text();
    EXPECT_NE(end.answer.how, tone::bad) << line << ": " << end.text();
    calm.told = Vendor::told(end);
    at.pass(goes_on_for);
    calm.state = at.whole_state();
    return calm;
}

/// Whatever turn the bot is killed at, the run ends as if it had not been.
template <class Vendor>
void crash_at_every_turn(const change_line& what) {
    const calm_ending calm = calmly<Vendor>(what.line);
    ASSERT_GT(calm.turns, 5);
    for (int turns = 0; turns <= calm.turns; turns += 1 + calm.turns / 200) {
        typename Vendor::bench at;
        const played cut = at.play(what.line, turns);
        if (cut.asked == "@confirm") {
            at.answer("@confirm", "yes");
            at.play(what.line, turns - cut.turns);
        }
        const played end = play_to_its_end(at, what.line);
        ASSERT_EQ(Vendor::told(end), calm.told) << "after turn " << turns;
        ASSERT_GE(times_sent<Vendor>(at, what.method), 1) << "after turn " << turns;
        if (what.once) {
            ASSERT_EQ(times_sent<Vendor>(at, what.method), 1) << "after turn " << turns;
        }
        at.pass(goes_on_for);
        ASSERT_EQ(at.whole_state(), calm.state) << "after turn " << turns;
    }
}

/// Whatever becomes of its request's answer, it is done once; a person is asked only where nobody
/// can find out.
template <class Vendor>
void meet_every_trouble(const change_line& what) {
    const calm_ending calm = calmly<Vendor>(what.line);
    for (const trouble& each : all_trouble) {
        typename Vendor::bench at;
        at.trouble(of_method(what.method, each.fault));
        const played end = at.play_and_confirm(what.line);
        const bool asks = what.once && !each.has_effect;
        EXPECT_EQ(end.asked.empty(), !asks)
            << each.fault << ": a person is asked only where nothing is found: " << end.text();
        EXPECT_EQ(Vendor::told(play_to_its_end(at, what.line)), calm.told) << each.fault;
        at.pass(goes_on_for);
        EXPECT_EQ(at.whole_state(), calm.state) << each.fault;
        if (what.once) {
            EXPECT_EQ(times_sent<Vendor>(at, what.method), each.has_effect ? 1 : 2) << each.fault;
        }
    }
}

/// A refusal of its request is told, and nothing has changed.
template <class Vendor>
void be_refused(const change_line& what) {
    typename Vendor::bench forbidden;
    const std::string before = forbidden.whole_state();
    forbidden.trouble(of_method(what.method, R"("kind":"status","status":403)"));
    const played refused = forbidden.play_and_confirm(what.line);
    EXPECT_TRUE(refused.failure) << refused.text();
    EXPECT_EQ(times_sent<Vendor>(forbidden, what.method), 1);
    EXPECT_EQ(forbidden.whole_state(), before);
    typename Vendor::bench used_up;
    used_up.trouble(of_method(what.method, R"("kind":"status","status":429,"retry_after_s":900)"));
    const played late = used_up.play_and_confirm(what.line);
    EXPECT_TRUE(late.failure) << late.text();
    EXPECT_NE(late.text().find(Vendor::used_up), std::string::npos) << late.text();
    EXPECT_EQ(times_sent<Vendor>(used_up, what.method), 1);
    EXPECT_EQ(used_up.whole_state(), before);
}

template <class Vendor>
void keep_no_secret(const change_line& what) {
    typename Vendor::bench at;
    at.play_and_confirm(what.line);
    for (const char* const secret : Vendor::secrets)
        EXPECT_EQ(at.all_kept().find(secret), std::string::npos) << secret;
}

// ---- lines that only look

/// One fault of any of its requests disturbs nobody.
template <class Vendor>
void look_in_spite_of_a_fault(const std::string& line) {
    typename Vendor::bench calm;
    const std::string told = Vendor::told(calm.play(line));
    const int requests = calm.sent("GET");
    ASSERT_GT(requests, 0);
    for (const char* const fault : every_fault)
        for (int passed = 0; passed < requests; ++passed) {
            typename Vendor::bench at;
            at.trouble(after(passed, fault));
            EXPECT_EQ(Vendor::told(at.play(line)), told) << fault << " of request " << passed + 1;
        }
}

/// Where the vendor refuses, is used up or is silent, that is a failure and no empty list.
template <class Vendor>
void look_where_nothing_is_said(const std::string& line) {
    for (const char* const fault :
         {R"("kind":"status","status":403)", R"("kind":"status","status":429,"retry_after_s":900)",
          R"("kind":"timeout")"}) {
        typename Vendor::bench at;
        at.trouble(R"([{"match":{"method":"*","path":"*"},"count":0,)" + std::string(fault) + "}]");
        const played end = at.play(line);
        EXPECT_TRUE(end.failure) << fault << ": " << end.text();
    }
}

/// With `--json`, a program reads what a person reads without it.
template <class Vendor>
void tell_the_same_as_json(const std::string& line) {
    typename Vendor::bench people;
    const played plain = people.play(line);
    ASSERT_FALSE(plain.failure) << plain.text();
    typename Vendor::bench programs;
    const played asked = programs.play(line + " --json");
    const auto read = json::parse(json::text(json_form(asked.answer)));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->at("title"), boost::json::value(plain.answer.title));
    const auto again = read_json_form(*read);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_TRUE(*again == plain.answer) << json::text(*read);
}

// ---- lines that cannot be carried out

/// A line, and the beginning of what is said of it; nothing is asked to be done.
struct unclear_line {
    const char* line;
    const char* said;

    friend std::ostream& operator<<(std::ostream& to, const unclear_line& each) {
        return to << each.line;
    }
};

template <class Vendor>
void do_nothing_for(const unclear_line& what) {
    typename Vendor::bench at;
    const played end = at.play(what.line);
    EXPECT_EQ(end.title().substr(0, std::string_view(what.said).size()), what.said);
    EXPECT_TRUE(at.deeds().empty());
}

} // namespace chatops::support
