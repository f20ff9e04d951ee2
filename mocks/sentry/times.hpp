// Moments as Sentry writes them.
#pragma once

#include "chatops/core/time.hpp"

#include <optional>
#include <string>

namespace chatops::mocks::sentry {

/// `2018-11-06T21:19:58.536000Z`: as Sentry's JSON has every time.
inline std::string iso_time(time_point when) { return format_time(when).insert(23, "000"); }

} // namespace chatops::mocks::sentry
