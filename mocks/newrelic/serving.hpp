// One request from the line to the answer.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/newrelic/state.hpp"

#include <string_view>

namespace chatops::mocks::newrelic {

http::response serve(account_state& account, const http::request& what, time_point now);

/// The key that a request carries, in whatever header; empty when none.
std::string_view key_of(const http::request& what);

/// `errors` with one message and a class.
http::response failing(int status, std::string_view message, std::string_view error_class);

} // namespace chatops::mocks::newrelic
