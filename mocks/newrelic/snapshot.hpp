// The whole state, to read and to compare.
#pragma once

#include "mocks/newrelic/state.hpp"

namespace chatops::mocks::newrelic {

value snapshot(const account_state& account);

} // namespace chatops::mocks::newrelic
