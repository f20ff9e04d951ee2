// One random conversation with crashes and faults, and what must be true at its end whatever
// happened.
#pragma once

#include "chatops/run/catalogue.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace chatops::mocks::worlds {

struct history_outcome {
    /// What was said and done, in order: `lead: heroku scale acme web=3`, `(crash)`.
    std::vector<std::string> conversation;
    /// Invariants that do not hold; empty for a good history.
    std::vector<std::string> broken;
    std::size_t crashes = 0;
    std::size_t faults = 0;
};

/// The same seed plays the same history. Checked are: every accepted request has an answer, in one
/// message; no effect that must not happen twice does; none happens without right or confirmation;
/// where nothing was answered differently, the final state is that of the undisturbed conversation.
history_outcome play_history(std::uint64_t seed, const catalogue& commands);

} // namespace chatops::mocks::worlds
