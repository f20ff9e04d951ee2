// Many random conversations, with crashes and faults, each checked.
#pragma once

#include "mocks/worlds/simulated.hpp"

#include <cstdint>

namespace chatops::apps {

/// Plays `count` histories, from `first_seed` on; prints each that broke an invariant with its
/// seed. Returns the program's exit code: 1 if any did.
int check_histories(const mocks::worlds::simulated& what, std::uint64_t first_seed,
                    std::uint64_t count);

} // namespace chatops::apps
