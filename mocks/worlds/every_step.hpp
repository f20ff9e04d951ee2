// A story told again and again, with something else going wrong each time.
#pragma once

#include "mocks/worlds/history_checks.hpp"
#include "mocks/worlds/settled_state.hpp"
#include "mocks/worlds/story.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace chatops::mocks::worlds {

/// How a story ended, as far as it must not depend on what went wrong.
struct story_end {
    /// The tone of each run's answer, in their order; empty for one without.
    std::vector<std::string> tones;
    /// What each provider holds, where the bot was not killed.
    std::map<std::string, std::string> states;
    /// How often what is done anew each time was done.
    std::map<std::string, int> deeds;
};

inline story_end end_of(story& told) {
    story_end end;
    // A dyno starts for some seconds: what was disturbed has taken longer.
    told.world.simulation().wait(std::chrono::minutes(10));
    std::map<std::string, std::size_t> places;
    const sim::simulation& simulation = told.world.simulation();
    for (const journal::event& each : simulation.journal().events()) {
        if (each.what == journal::kind::accepted) {
            places.emplace(each.run.text, end.tones.size());
            end.tones.emplace_back();
        } else if (each.what == journal::kind::delivered) {
            end.tones[places.at(each.run.text)] =
                boost::json::parse(each.data).at("tone").as_string().c_str();
        }
    }
    // With the bot killed, what `tell` itself expects has to do: there are many more of those.
    const bool compares = told.wrong().crash_after == 0;
    for (const auto& [name, account] : simulation.configuration().providers)
        if (const sim::mock* const vendor = compares ? told.world.vendor(name) : nullptr)
            end.states[name] = settled_state(vendor->state());
    for (const change& each : changes_since(told.world, 0, told.wrong().hides_effect()))
        if (each.happened && each.repeats()) ++end.deeds[each.provider + ' ' + each.kind()];
    return end;
}

/// Every request has an answer, nothing is done more often, and what is held in the end is as
/// undisturbed, or an answer says that it is not.
inline void expect_sound(const story_end& end, const story_end& undisturbed) {
    ASSERT_EQ(end.tones.size(), undisturbed.tones.size()) << "as many runs as undisturbed";
    for (std::size_t i = 0; i < end.tones.size(); ++i)
        EXPECT_EQ(end.tones[i].empty(), undisturbed.tones[i].empty())
            << "run " << i + 1 << " ends like undisturbed: with an answer, or waiting";
    for (const auto& [what, count] : undisturbed.deeds) {
        const auto found = end.deeds.find(what);
        EXPECT_LE(found == end.deeds.end() ? 0 : found->second, count)
            << "done too often: " << what;
    }
    if (end.tones != undisturbed.tones) {
        EXPECT_TRUE(std::any_of(end.tones.begin(), end.tones.end(), [](const auto& tone) {
            return tone == "bad" || tone == "warning";
        })) << "what went otherwise must be told as such";
        return;
    }
    for (const auto& [name, state] : end.states)
        if (undisturbed.states.at(name) != state)
            ADD_FAILURE() << name << " holds something else, and nobody was told: "
                          << first_difference(state, undisturbed.states.at(name));
}

/// Tells a story undisturbed; then once for each of its steps with the bot killed after it; then,
/// for each of the bot's requests, three times with that one failing: refused with 503, cut off
/// before it has had its effect, and cut off after it. What `tell(story&)` expects must hold every
/// time; besides, each request has an answer, nothing is done more often than undisturbed, and
/// after a failed request providers hold what they do undisturbed, unless an answer says that it
/// went wrong. Stops at the first time where this is not so. `what` is a catalogue, or commands
/// with a world and providers of one's own (`simulated`).
template <class What, class Tell>
void at_every_step(const What& what, const company_settings& settings, Tell tell) {
    story undisturbed(what, settings);
    tell(undisturbed);
    EXPECT_GT(undisturbed.steps(), 0U)
        << "nothing was said: there is no step to kill the bot after";
    const story_end calm = end_of(undisturbed);
    const auto tell_with = [&](const disturbance& wrong) {
        if (testing::Test::HasFailure()) return;
        SCOPED_TRACE(wrong.text());
        story disturbed(what, settings, wrong);
        tell(disturbed);
        expect_sound(end_of(disturbed), calm);
    };
    for (std::size_t step = 1; step <= undisturbed.steps(); ++step) tell_with({step});
    for (const auto& [vendor, count] : undisturbed.requests())
        for (std::size_t request = 1; request <= count; ++request)
            for (const char* const fault : {"status", "reset_before", "reset_after"})
                tell_with({0, vendor, request, fault});
}
template <class What, class Tell>
void at_every_step(const What& what, Tell tell) {
    at_every_step(what, company_settings(), tell);
}

} // namespace chatops::mocks::worlds
