// What an application does, request by request: nothing of it is kept, all of it follows from the
// application and the moment.
#pragma once

#include "mocks/newrelic/state.hpp"

#include <cstdint>
#include <functional>
#include <string_view>

namespace chatops::mocks::newrelic {

struct transaction {
    time_point at;
    /// `WebTransaction/Controller/orders/index`
    std::string_view name;
    std::string_view method;
    std::string_view path;
    bool is_web = true;
    bool is_error = false;
    std::int64_t duration_us = 0;
    std::int64_t database_us = 0;
    const host* on = nullptr;
    /// `200`, `500`.
    std::string_view status;
    /// Of an error.
    std::string_view error_class;
    std::string_view error_message;
    /// Drawn for this one.
    std::uint64_t id = 0;
};

/// Calls `take` for each transaction from `since` until before `until`, in the order of their
/// beginnings; of `every` only one, which then stands for all of them.
void each_transaction(const account_state& account, const application& of, time_point since,
                      time_point until, std::int64_t every,
                      const std::function<void(const transaction&)>& take);

/// About how many there are.
std::int64_t transactions_between(const application& of, time_point since, time_point until);

} // namespace chatops::mocks::newrelic
