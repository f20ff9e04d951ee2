// When and where a line was typed: what `tomorrow 9:00` means depends on it.
#pragma once

#include "chatops/command/time_zone.hpp"

#include <optional>

namespace chatops {

/// Readers of values have no clock: whoever reads a line says when it was typed, and in which zone
/// its author lives. A run that goes on after a restart is read with what held when it was asked.
struct moment {
    /// Nothing where nobody knows, as for a program's own flags: `tomorrow` is then a mistake.
    std::optional<time_point> now{};
    time_zone zone{};
};

} // namespace chatops
