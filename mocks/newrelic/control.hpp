// What a test may do to the account: trouble, issues, errors.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/newrelic/state.hpp"

#include <optional>

namespace chatops::mocks::newrelic {

/// Nothing when there is no such route.
std::optional<http::response> control(account_state& account, const http::request& what,
                                      time_point now);

} // namespace chatops::mocks::newrelic
