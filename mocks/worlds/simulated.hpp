// What is simulated: commands, the world they act in, and providers of one's own.
#pragma once

#include "chatops/run/catalogue.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/company.hpp"

#include <vector>

namespace chatops::mocks::worlds {

/// The same in a test, in a terminal and in the page.
struct simulated {
    std::vector<entry> commands;
    mocks::worlds::world world = agency();
    /// Each with its mock, beside the vendors of the world.
    std::vector<other_vendor> others = {};
};

} // namespace chatops::mocks::worlds
