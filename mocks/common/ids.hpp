// Identities as vendors make them.
#pragma once

#include "chatops/core/random.hpp"

#include <string>

namespace chatops::mocks {

/// The next UUID of a sequence, of version 4 as RFC 4122 sets its bits.
std::string next_uuid(random_source& chance);

} // namespace chatops::mocks
