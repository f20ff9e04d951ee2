// What an account at New Relic holds when a mock starts.
#pragma once

#include <cstdint>
#include <string>

namespace chatops::mocks::newrelic {

/// One account, whose credentials may do everything.
struct seed {
    /// A user key: `NRAK-…`.
    std::string api_key;
    std::int64_t account_id = 0;
};

} // namespace chatops::mocks::newrelic
