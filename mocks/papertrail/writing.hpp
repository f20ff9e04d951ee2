// What programs write: any line of theirs, from its number alone.
#pragma once

#include "mocks/papertrail/event.hpp"

#include <cstdint>
#include <string_view>

namespace chatops::mocks::papertrail {

/// Fills in facility, severity and message of a line of that program; the same line for the same
/// `drawn`.
void write_line(event& into, std::string_view program, std::uint64_t drawn);

} // namespace chatops::mocks::papertrail
