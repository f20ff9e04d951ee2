// Every command that asks a provider, while that provider refuses, is silent or answers nonsense:
// whoever asked reads which provider it was, nothing is done without their knowing, and the bot
// goes on.
#include "chatops/run/explain.hpp"
#include "chatops/sim/completion.hpp"
#include "mocks/worlds/told_history.hpp"
#include "tests/support/story.hpp"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>

namespace chatops {
namespace {

namespace worlds = mocks::worlds;

const worlds::history_setting& hardship_setting() {
    static const worlds::history_setting setting{support::all_commands(), worlds::agency()};
    return setting;
}

/// A line that asks a provider, and goes well if one does in the agency: its volumes are attached,
/// so none can be destroyed.
struct good_line {
    std::uint64_t seed = 0;
    worlds::turn turn;
    std::string provider;
};

worlds::turn drawn_turn(const entry& of, std::uint64_t seed, worlds::told_history& told) {
    const moment typed{told.world().simulation().now(), {}};
    const worlds::known_things known = [&](const line::completion_request& asked) {
        return sim::values_of(told.world().simulation(), asked);
    };
    seeded_random chance(seed);
    worlds::turn made;
    made.person = "lead";
    made.channel = "acme";
    made.line = worlds::draw_line(support::all_commands(), of, known, chance, typed);
    return made;
}

std::optional<good_line> find_good_line(const entry& of) {
    constexpr std::uint64_t tries = 60;
    std::optional<good_line> asks;
    for (std::uint64_t seed = 1; seed <= tries; ++seed) {
        worlds::told_history told(seed, hardship_setting(), false);
        worlds::turn what = drawn_turn(of, seed, told);
        if (what.line.given == nullptr) continue;
        const worlds::told_turn came = told.tell(what, nullptr);
        if (came.asked.empty()) continue;
        asks = good_line{seed, std::move(what), came.asked.front()};
        if (came.ending.find("bad") == std::string::npos) break;
    }
    return asks;
}

/// By name; of commands that ask no provider, nothing. Looked for once.
const std::map<std::string_view, good_line>& good_lines() {
    static const auto* const all = [] {
        auto* const made = new std::map<std::string_view, good_line>;
        for (const entry& each : support::all_commands().entries())
            if (each.supervise == nullptr && each.answer == nullptr)
                if (auto found = find_good_line(each))
                    made->emplace(each.what->info.name, std::move(*found));
        return made;
    }();
    return *all;
}

std::string last_word_of(worlds::told_history& told) {
    std::string last;
    for (const auto& each : told.world().messages())
        if (each.user == "ops" && each.thread_ts.empty())
            last = each.text + ' ' + boost::json::serialize(each.blocks);
    return last;
}

/// How the provider fails, as a plan of faults has it; for as long as the line is told.
struct hardship {
    const char* name;
    const char* plan;
};

class every_command : public testing::TestWithParam<hardship> {};

TEST(every_command, asks_a_provider) {
    for (const entry& each : support::all_commands().entries())
        if (each.supervise == nullptr && each.answer == nullptr) {
            EXPECT_EQ(good_lines().count(each.what->info.name), 1U)
                << each.what->info.name << ": no line of it asks one in the agency";
        }
}

TEST_P(every_command, says_who_failed) {
    for (const auto& [name, good] : good_lines()) {
        SCOPED_TRACE(good.turn.line.text);
        worlds::told_history told(good.seed, hardship_setting(), false);
        worlds::turn what = drawn_turn(*good.turn.line.command, good.seed, told);
        const http::response planned = told.world().simulation().control(
            *told.world().vendor(good.provider), "PUT", "/_mock/faults", GetParam().plan);
        ASSERT_EQ(planned.status, 200) << planned.body;
        const worlds::told_turn came = told.tell(what, nullptr);
        for (const std::string& broken : told.outcome.broken) ADD_FAILURE() << broken;
        const std::string said = last_word_of(told);
        EXPECT_NE(said.find(display_name(good.provider)), std::string::npos) << said;
        EXPECT_EQ(came.done.size(), 0U) << "something was done";
    }
}

INSTANTIATE_TEST_SUITE_P(
    of, every_command,
    testing::Values(
        hardship{"limits", R"([{"match":"* *","kind":"status","status":429,"count":0}])"},
        hardship{"forbids", R"([{"match":"* *","kind":"status","status":403,"count":0}])"},
        hardship{"is_broken", R"([{"match":"* *","kind":"status","status":503,"count":0}])"},
        hardship{"is_not_there", R"([{"match":"* *","kind":"reset_before","count":0}])"},
        hardship{"is_silent", R"([{"match":"* *","kind":"timeout","count":0}])"},
        hardship{"is_a_web_page", R"([{"match":"* *","kind":"html","count":0}])"}),
    [](const auto& info) { return std::string(info.param.name); });

} // namespace
} // namespace chatops
