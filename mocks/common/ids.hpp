// Identities as vendors make them.
#pragma once

#include "chatops/core/random.hpp"

#include <cstdint>
#include <string>

namespace chatops::mocks {

/// A UUID of version 4, as RFC 4122 sets its bits, of what else those 128 bits hold.
std::string uuid(std::uint64_t high, std::uint64_t low);

/// The next UUID of a sequence.
std::string next_uuid(random_source& chance);

} // namespace chatops::mocks
