// The whole state, to read and to compare.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/papertrail/state.hpp"

namespace chatops::mocks::papertrail {

/// All of the account, for `/_mock/state`: without credentials, and without what comes by itself.
value snapshot(const account_state& account);

} // namespace chatops::mocks::papertrail
