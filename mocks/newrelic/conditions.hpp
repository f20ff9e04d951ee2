// What a condition watches, in numbers.
#pragma once

#include "mocks/newrelic/state.hpp"

#include <string>
#include <string_view>

namespace chatops::mocks::newrelic {

struct watching {
    std::string query;
    /// `ABOVE` or `BELOW`.
    std::string_view sign;
    double threshold = 0;
    /// ` > 5.0`, as titles have it.
    std::string_view shown;
};

watching watching_of(const condition& which, const account_state& account);

} // namespace chatops::mocks::newrelic
