// Moments as Rackspace writes them.
#pragma once

#include "chatops/core/time.hpp"

#include <string>

namespace chatops::mocks::rackspace {

/// `2015-03-18T20:14:27Z`: without fractions. Source: general-api-info/date-time-format.rst.
inline std::string iso_time(time_point when) { return format_time(when).replace(19, 4, ""); }

} // namespace chatops::mocks::rackspace
