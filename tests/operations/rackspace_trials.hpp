// What every change at Rackspace is put through: crashes at its turns, faults at the request that
// has the effect, a refusal, an account whose requests are used up. A test says which line.
#pragma once

#include "chatops/core/ascii.hpp"
#include "tests/operations/rackspace_bench.hpp"
#include "tests/support/troubles.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace chatops::support {

/// One line that changes something, and the method of the request by which it does.
struct rackspace_deed {
    std::string line;
    std::string method = "POST";
    /// Whether that request may be sent again without asking whether it had been carried out.
    bool may_repeat = false;
    mocks::rackspace::seed account = mocks::rackspace::agency_account();
    /// Where its requests go: a glob. What asks for a token may be asked again.
    std::string path = "/v2/*";
    /// What was done before, by another way.
    void (*prepare)(rackspace_bench&) = nullptr;
};

inline std::ostream& operator<<(std::ostream& to, const rackspace_deed& each) {
    return to << each.line;
}

/// Of its line, as a test may be called: `server_reboot_web_1`.
inline std::string name_of_rackspace_deed(const rackspace_deed& what) {
    std::string name;
    for (const char c : what.line.substr(std::string("rackspace ").size()))
        if (name.size() < 48) name += is_letter(c) || is_digit(c) ? c : '_';
    return name;
}

/// Where that has been done.
class prepared_rackspace : public rackspace_bench {
  public:
    explicit prepared_rackspace(const rackspace_deed& what) : rackspace_bench(what.account) {
        if (what.prepare == nullptr) return;
        what.prepare(*this);
        // What has moved meanwhile is seen once it is asked for.
        get("/servers");
    }
};

/// What a person answers to a command's own questions.
inline std::string rackspace_answer(const std::string& asked) {
    if (asked == "@confirm") return "yes";
    if (asked == "trial") return "keep";
    return "again";
}

/// Plays it until it has ended: says yes before something is lost, keeps what is on trial, and
/// where the bot cannot know whether something happened, says that it did not.
inline played play_on(rackspace_bench& at, const std::string& line, int most_questions = 8) {
    played end = at.play(line);
    for (int questions = 0; !end.asked.empty() && questions < most_questions; ++questions) {
        at.answer(end.asked, rackspace_answer(end.asked));
        end = at.play(line);
    }
    return end;
}

/// Methods and paths, with bodies but for a mark that is drawn anew for each run.
inline std::vector<std::string> comparable_at_rackspace(std::vector<std::string> deeds) {
    for (std::string& each : deeds)
        if (const auto mark = each.find(R"("chatops":")"); mark != std::string::npos)
            each.resize(mark);
    return deeds;
}

/// The address of what was made is drawn by the mock.
inline std::string without_address(const std::string& text) {
    const auto colon = text.find(" is up: ");
    return colon == std::string::npos ? text : text.substr(0, colon + 6);
}

struct undisturbed_at_rackspace {
    std::string answer;
    std::string state;
    std::vector<std::string> deeds;
    int turns = 0;
};

inline undisturbed_at_rackspace calmly(const rackspace_deed& what) {
    prepared_rackspace at(what);
    undisturbed_at_rackspace calm;
    played end = at.play(what.line);
    calm.turns = end.turns;
    while (!end.asked.empty()) {
        at.answer(end.asked, rackspace_answer(end.asked));
        end = at.play(what.line);
        calm.turns += end.turns;
    }
    EXPECT_FALSE(end.failure) << what.line << ": " << end.text();
    EXPECT_NE(end.answer.how, tone::bad) << what.line << ": " << end.text();
    at.pass(std::chrono::minutes(5));
    calm.answer = without_address(end.text());
    calm.state = at.state();
    calm.deeds = comparable_at_rackspace(at.deeds());
    EXPECT_FALSE(calm.deeds.empty()) << what.line;
    return calm;
}

/// Whatever turn the bot is killed at, the run ends as if it had not been.
inline void crash_at_rackspace(const rackspace_deed& what, int stride = 1) {
    const undisturbed_at_rackspace calm = calmly(what);
    ASSERT_GT(calm.turns, 5) << what.line;
    for (int turns = 0; turns <= calm.turns; turns += stride) {
        prepared_rackspace at(what);
        int left = turns;
        played cut = at.play(what.line, left);
        while (!cut.asked.empty() && cut.turns < left) {
            left -= cut.turns;
            at.answer(cut.asked, rackspace_answer(cut.asked));
            cut = at.play(what.line, left);
        }
        const played end = play_on(at, what.line);
        EXPECT_EQ(without_address(end.text()), calm.answer) << what.line << ", turn " << turns;
        if (!what.may_repeat) {
            EXPECT_EQ(comparable_at_rackspace(at.deeds()), calm.deeds)
                << what.line << ", after turn " << turns;
        }
        at.pass(std::chrono::minutes(5));
        EXPECT_EQ(at.state(), calm.state) << what.line << ", after turn " << turns;
        if (testing::Test::HasFailure()) return;
    }
}

/// Faults of the requests of servers only.
inline std::string at_servers(const std::string& method, const std::string& fault) {
    return R"([{"match":{"method":")" + method + R"(","path":"/v2/*"},)" + fault + "}]";
}

inline std::string at_its_path(const rackspace_deed& what, const std::string& fault) {
    return R"([{"match":{"method":")" + what.method + R"(","path":")" + what.path + R"("},)" +
           fault + "}]";
}

/// Whatever becomes of its request's answer, it is done once; a person is asked only where nobody
/// can find out.
inline void trouble_at_rackspace(const rackspace_deed& what) {
    const undisturbed_at_rackspace calm = calmly(what);
    for (const trouble& each : all_trouble) {
        prepared_rackspace at(what);
        at.trouble(at_its_path(what, each.fault));
        played end = at.play(what.line);
        while (end.asked == "@confirm") {
            at.answer("@confirm", "yes");
            end = at.play(what.line);
        }
        const bool is_unsure = !end.asked.empty() && end.asked != "trial";
        EXPECT_EQ(is_unsure, !each.has_effect && !what.may_repeat)
            << what.line << ", " << each.fault
            << ": a person is asked only where nothing is found: " << end.text();
        end = play_on(at, what.line);
        EXPECT_EQ(without_address(end.text()), calm.answer) << what.line << ", " << each.fault;
        const std::size_t once_more = each.has_effect && !what.may_repeat ? 0 : 1;
        EXPECT_EQ(at.deeds().size(), calm.deeds.size() + once_more)
            << what.line << ", " << each.fault;
        at.pass(std::chrono::minutes(5));
        EXPECT_EQ(at.state(), calm.state) << what.line << ", " << each.fault;
    }
}

/// A refusal, and an account whose requests are used up, are told; nothing has changed.
inline void refused_at_rackspace(const rackspace_deed& what) {
    const std::string before = prepared_rackspace(what).state();
    prepared_rackspace used_up(what);
    used_up.trouble(at_its_path(what, R"("kind":"status","status":429,"retry_after_s":900)"));
    const played late = used_up.play_and_confirm(what.line);
    EXPECT_TRUE(late.failure) << what.line << ": " << late.text();
    EXPECT_EQ(late.text(), "OverLimit Retry...") << what.line;
    EXPECT_EQ(used_up.state(), before) << what.line;
}

} // namespace chatops::support
