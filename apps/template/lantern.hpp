// What every program of Lantern's is made of.
#pragma once

#include <chatops/run/entry.hpp>

#include <vector>

namespace lantern {

/// Lantern's commands, and those that chatops comes with.
std::vector<chatops::entry> entries();

} // namespace lantern
