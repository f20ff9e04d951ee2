// Moments as Heroku writes them.
#pragma once

#include "chatops/core/time.hpp"

#include <string>

namespace chatops::mocks::heroku {

/// `2012-01-01T12:00:00Z`: how the API writes every time, without fractions.
inline std::string iso_time(time_point when) { return format_time(when).replace(19, 4, ""); }

/// `2012-01-01T12:00:00.123000+00:00`: the beginning of a line of log.
inline std::string log_time(time_point when) {
    return format_time(when).substr(0, 23) + "000+00:00";
}

} // namespace chatops::mocks::heroku
