// Which of several moments comes first.
#pragma once

#include "chatops/core/clock.hpp"

#include <optional>

namespace chatops::mocks {

/// Nothing is later than anything.
inline void keep_earlier(std::optional<time_point>& earliest,
                         const std::optional<time_point>& other) {
    if (other && (!earliest || *other < *earliest)) earliest = other;
}

} // namespace chatops::mocks
