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
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::support {

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

// What a vendor is like is a type that says
// - `used_up`, `secrets`: what it says where its account is used up, and texts that are kept
// nowhere;
// - `told(played)`: how a run ended, without what the vendor draws;
// and where it is not as here, the rest.

template <class Bench, class Line = change_line>
struct vendor_trial {
    using bench = Bench;
    using line = Line;

    /// What it says where somebody may not do that.
    static constexpr const char* forbidden = "";
    /// What a change sets going has ended by then, without the bot.
    static constexpr duration goes_on_for = std::chrono::minutes(1);

    /// The bench, as it is before the line is typed.
    static std::unique_ptr<Bench> begin(const Line&) { return std::make_unique<Bench>(); }
    static bool is_once(const Line& what) { return what.once; }
    /// A plan of that fault at the request that has the effect.
    static std::string plan(const Line& what, const std::string& fault) {
        return of_method(what.method, fault.c_str());
    }
    /// What is typed there.
    static std::string typed(Bench&, const Line& what) { return what.line; }
    static std::string state(Bench& at) { return at.whole_state(); }

    static bool ends_well(const played& end) { return end.answer.how != tone::bad; }

    static std::vector<std::string> deeds(const Bench& at) { return at.deeds(); }
    /// Of one of them, what is the same in each run; empty where it changes nothing.
    static std::string comparable(const std::string& deed) {
        return deed.substr(0, deed.find(' '));
    }

    /// Whether a command asks that of itself, and what a person answers to whatever is asked: yes
    /// before something is lost, and where the bot cannot know whether something happened, that it
    /// did not.
    static bool is_own_question(const std::string& asked) { return asked == "@confirm"; }
    static std::string answer(const std::string& asked) {
        return asked == "@confirm" ? "yes" : "again";
    }
};

/// What was asked to be done, as two runs can be compared.
template <class Vendor>
std::vector<std::string> deeds_of(const typename Vendor::bench& at) {
    std::vector<std::string> made;
    for (const std::string& each : Vendor::deeds(at))
        if (std::string deed = Vendor::comparable(each); !deed.empty())
            made.push_back(std::move(deed));
    return made;
}

/// Plays it until it has ended.
template <class Vendor>
played play_to_its_end(typename Vendor::bench& at, const std::string& line) {
    constexpr int most_questions = 8;
    played end = at.play(line);
    for (int questions = 0; !end.asked.empty() && questions < most_questions; ++questions) {
        at.answer(end.asked, Vendor::answer(end.asked));
        end = at.play(line);
    }
    return end;
}

/// Plays it through the command's own questions, for so many turns.
template <class Vendor>
played play_through(typename Vendor::bench& at, const std::string& line, int turns = 1'000'000) {
    played end = at.play(line, turns);
    int all = end.turns;
    while (Vendor::is_own_question(end.asked) && all < turns) {
        at.answer(end.asked, Vendor::answer(end.asked));
        end = at.play(line, turns - all);
        all += end.turns;
    }
    end.turns = all;
    return end;
}

/// How it ends where nothing goes wrong.
struct calm_ending {
    std::string told;
    std::string state;
    std::vector<std::string> deeds;
    int turns = 0;
};

template <class Vendor>
calm_ending calmly(const typename Vendor::line& what) {
    const auto at = Vendor::begin(what);
    const std::string line = Vendor::typed(*at, what);
    const played end = play_through<Vendor>(*at, line);
    EXPECT_FALSE(end.failure) << what.line << ": " << end.text();
    EXPECT_TRUE(Vendor::ends_well(end)) << what.line << ": " << end.text();
    at->pass(Vendor::goes_on_for);
    calm_ending calm{Vendor::told(end), Vendor::state(*at), deeds_of<Vendor>(*at), end.turns};
    EXPECT_FALSE(calm.deeds.empty()) << what.line;
    return calm;
}

/// Whatever turn the bot is killed at, the run ends as if it had not been. Without a stride, some
/// two hundred turns are tried.
template <class Vendor>
void crash_at_every_turn(const typename Vendor::line& what, int stride = 0) {
    const calm_ending calm = calmly<Vendor>(what);
    ASSERT_GT(calm.turns, 5) << what.line;
    if (stride == 0) stride = 1 + calm.turns / 200;
    for (int turns = 0; turns <= calm.turns; turns += stride) {
        const auto at = Vendor::begin(what);
        const std::string line = Vendor::typed(*at, what);
        play_through<Vendor>(*at, line, turns);
        const played end = play_to_its_end<Vendor>(*at, line);
        ASSERT_EQ(Vendor::told(end), calm.told) << what.line << ", after turn " << turns;
        // What may be asked for twice was perhaps under way.
        if (Vendor::is_once(what)) {
            ASSERT_EQ(deeds_of<Vendor>(*at), calm.deeds) << what.line << ", after turn " << turns;
        }
        ASSERT_GE(deeds_of<Vendor>(*at).size(), calm.deeds.size()) << what.line;
        at->pass(Vendor::goes_on_for);
        ASSERT_EQ(Vendor::state(*at), calm.state) << what.line << ", after turn " << turns;
    }
}

/// Whatever becomes of its request's answer, it is done once; a person is asked only where nobody
/// can find out.
template <class Vendor>
void meet_every_trouble(const typename Vendor::line& what) {
    const calm_ending calm = calmly<Vendor>(what);
    for (const trouble& each : all_trouble) {
        const auto at = Vendor::begin(what);
        const std::string line = Vendor::typed(*at, what);
        at->trouble(Vendor::plan(what, each.fault));
        const played end = play_through<Vendor>(*at, line);
        const bool asks = Vendor::is_once(what) && !each.has_effect;
        EXPECT_EQ(end.asked.empty(), !asks)
            << what.line << ", " << each.fault
            << ": a person is asked only where nothing is found: " << end.text();
        EXPECT_EQ(Vendor::told(play_to_its_end<Vendor>(*at, line)), calm.told)
            << what.line << ", " << each.fault;
        const std::size_t once_more = each.has_effect && Vendor::is_once(what) ? 0 : 1;
        EXPECT_EQ(deeds_of<Vendor>(*at).size(), calm.deeds.size() + once_more)
            << what.line << ", " << each.fault;
        at->pass(Vendor::goes_on_for);
        EXPECT_EQ(Vendor::state(*at), calm.state) << what.line << ", " << each.fault;
    }
}

/// A refusal of its request, and an account that is used up, are told; nothing has changed.
template <class Vendor>
void be_refused(const typename Vendor::line& what) {
    const std::pair<const char*, const char*> refusals[] = {
        {R"("kind":"status","status":403)", Vendor::forbidden},
        {R"("kind":"status","status":429,"retry_after_s":900)", Vendor::used_up}};
    for (const auto& [fault, said] : refusals) {
        const auto at = Vendor::begin(what);
        const std::string line = Vendor::typed(*at, what);
        const std::string before = Vendor::state(*at);
        at->trouble(Vendor::plan(what, fault));
        const played refused = play_through<Vendor>(*at, line);
        EXPECT_TRUE(refused.failure) << what.line << ": " << refused.text();
        EXPECT_FALSE(refused.text().empty()) << what.line;
        if (*said != 0) {
            EXPECT_EQ(refused.text(), said) << what.line;
        }
        EXPECT_EQ(deeds_of<Vendor>(*at).size(), 1u) << what.line << ", " << fault;
        EXPECT_EQ(Vendor::state(*at), before) << what.line << ", " << fault;
    }
}

/// All of it.
template <class Vendor>
void try_change(const typename Vendor::line& what, int stride = 5) {
    crash_at_every_turn<Vendor>(what, stride);
    meet_every_trouble<Vendor>(what);
    be_refused<Vendor>(what);
}

template <class Vendor>
void keep_no_secret(const typename Vendor::line& what) {
    const auto at = Vendor::begin(what);
    const std::string line = Vendor::typed(*at, what);
    play_to_its_end<Vendor>(*at, line);
    for (const char* const secret : Vendor::secrets)
        EXPECT_EQ(at->all_kept().find(secret), std::string::npos) << secret;
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
