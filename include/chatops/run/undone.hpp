// What became of putting something back.
#pragma once

#include <string>
#include <utility>

namespace chatops {

/// What became of an undo: its step's name, and why it failed, or empty.
using undone = std::pair<std::string, std::string>;

} // namespace chatops
