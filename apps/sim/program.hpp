// A simulation as a program: a world that plays itself, and its people in a terminal.
#pragma once

#include "mocks/worlds/simulated.hpp"

namespace chatops::apps {

/// What the `main` of a simulation returns; `--help` says what it takes. 0: all was played; 1: a
/// line was no good, or a history broke an invariant; 2: a flag or a file is wrong.
int sim_program(int argc, const char* const* argv, const mocks::worlds::simulated& what);

} // namespace chatops::apps
