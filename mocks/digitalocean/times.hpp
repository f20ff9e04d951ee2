// Moments as DigitalOcean writes them.
#pragma once

#include "chatops/core/time.hpp"

#include <string>

namespace chatops::mocks::digitalocean {

/// `2020-07-21T18:37:44Z`: how the API writes every time, without fractions.
inline std::string iso_time(time_point when) { return format_time(when).replace(19, 4, ""); }

} // namespace chatops::mocks::digitalocean
