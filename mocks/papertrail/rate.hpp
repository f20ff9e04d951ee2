// How many requests an account may send in a while.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/papertrail/limits.hpp"

#include <optional>

namespace chatops::mocks::papertrail {

/// A window that begins with the first request in it.
struct rate_window {
    std::optional<time_point> began;
    int used = 0;

    /// False if there is none left.
    bool take(time_point now) {
        if (!began || now >= *began + limits::rate_window || now < *began) {
            began = now;
            used = 0;
        }
        if (used == limits::rate_requests) return false;
        ++used;
        return true;
    }
    [[nodiscard]] int left() const { return limits::rate_requests - used; }
    /// Whole seconds until there are more.
    [[nodiscard]] long seconds_left(time_point now) const {
        if (!began) return 0;
        const auto rest = (*began + limits::rate_window - now).count();
        return rest <= 0 ? 0 : static_cast<long>((rest + 999) / 1'000);
    }
};

} // namespace chatops::mocks::papertrail
