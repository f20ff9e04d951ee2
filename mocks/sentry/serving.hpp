// One request from the line to the answer.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/sentry/state.hpp"

namespace chatops::mocks::sentry {

http::response serve(account_state& account, const http::request& what, time_point now);

} // namespace chatops::mocks::sentry
