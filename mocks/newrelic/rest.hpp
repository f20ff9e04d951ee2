// REST v2: what of it this mock has.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/newrelic/state.hpp"

namespace chatops::mocks::newrelic {

http::response serve_rest(account_state& account, const http::request& what, time_point now);

} // namespace chatops::mocks::newrelic
