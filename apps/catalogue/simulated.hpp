// What a simulation is about, in a terminal or in the page: commands, a world, providers of one's
// own.
#pragma once

#include "chatops/run/entry.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/company.hpp"

#include <vector>

namespace chatops::apps {

struct simulated {
    std::vector<entry> commands;
    mocks::worlds::world world = mocks::worlds::agency();
    /// Each with its mock, beside the vendors of the world.
    std::vector<mocks::worlds::other_vendor> others = {};
};

} // namespace chatops::apps
