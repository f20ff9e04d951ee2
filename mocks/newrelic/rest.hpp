// REST v2: what of it this mock has.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/newrelic/state.hpp"

namespace chatops::mocks::newrelic {

/// `{"error": {"title": …}}`.
http::response rest_refusal(int status, std::string_view title);

http::response serve_rest(account_state& account, const http::request& what, time_point now);

} // namespace chatops::mocks::newrelic
