// Lantern as it is simulated: in tests, in a terminal, in the page.
#pragma once

#include <chatops/simulation.hpp>

namespace lantern {

/// `token` is the one by which the bot knows itself to the status page.
chatops::mocks::worlds::simulated simulated(std::string token = "mock-status-token");

} // namespace lantern
