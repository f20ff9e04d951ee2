// One random conversation with crashes and faults, and what must be true at its end whatever
// happened.
#pragma once

#include "mocks/worlds/company.hpp"
#include "mocks/worlds/drawn_line.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace chatops::mocks::worlds {

/// What histories are about.
struct history_setting {
    /// Must outlive the histories.
    const catalogue& commands;
    mocks::worlds::world world;
    std::vector<other_vendor> others = {};
};

struct history_outcome {
    /// What was said and done, in order: `lead: heroku scale acme web=3`, `(crash)`.
    std::vector<std::string> conversation;
    /// Invariants that do not hold; empty for a good history.
    std::vector<std::string> broken;
    std::size_t crashes = 0;
    std::size_t faults = 0;
    /// Names of commands that were carried out, and of those that changed something at a provider.
    std::set<std::string, std::less<>> played;
    std::set<std::string, std::less<>> changed;
};

/// The same seed plays the same history. Every command of the catalogue takes part: it is the last
/// line of each history whose seed leaves its place in the catalogue as the remainder, and may be
/// any other. Lines are said to the bot, typed behind its slash command or into a form; questions
/// are answered, declined, or left alone; runs are cancelled before and while they act.
///
/// Checked are: every accepted request has an answer, in one message; no effect that must not
/// happen twice does; none happens without right or confirmation, and none of what only looks; no
/// secret is said or written anywhere; where nothing was answered differently, the final state is
/// that of the undisturbed conversation.
history_outcome play_history(std::uint64_t seed, const history_setting& in);

} // namespace chatops::mocks::worlds
