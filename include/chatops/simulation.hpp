// A company to simulate: its commands, mocks of its own providers, and the program that plays it in
// a terminal.
#pragma once

#include "apps/sim/program.hpp"
#include "chatops/sim/mock.hpp"
#include "mocks/common/json.hpp"
#include "mocks/worlds/simulated.hpp"
