// What is simulated: commands, the world they act in, and providers of one's own.
#pragma once

#include "chatops/line/complete.hpp"
#include "chatops/run/catalogue.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/company.hpp"

#include <functional>
#include <string>
#include <vector>

namespace chatops::mocks::worlds {

/// What a value of a line may name, as it stands in that company; empty where that is not known.
using things_known =
    std::function<std::vector<std::string>(company&, const line::completion_request&)>;

/// The same in a test, in a terminal and in the page.
struct simulated {
    std::vector<entry> commands;
    mocks::worlds::world world = agency();
    /// Each with its mock, beside the vendors of the world.
    std::vector<other_vendor> others = {};
    /// At those: for completion, and for histories drawn at random.
    things_known things = {};
};

} // namespace chatops::mocks::worlds
