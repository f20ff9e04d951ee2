// What is simulated, by its name among the programs.
#pragma once

#include "mocks/worlds/simulated.hpp"

namespace chatops::apps {
using mocks::worlds::simulated;
} // namespace chatops::apps
