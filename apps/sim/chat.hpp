// The simulation as a chat in the terminal, with line editing, history and completion.
#pragma once

#include "apps/sim/play.hpp"

namespace chatops::apps {

/// Reads lines until the end of input or `quit`. A bare line is said by whoever spoke last.
int chat_on_terminal(const mocks::worlds::simulated& what, const sim_settings& settings);

} // namespace chatops::apps
