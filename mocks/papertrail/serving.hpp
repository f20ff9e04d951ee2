// One request from the line to the answer.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/papertrail/errors.hpp"
#include "mocks/papertrail/state.hpp"

namespace chatops::mocks::papertrail {

http::response serve(account_state& account, const http::request& what, time_point now);

/// A refusal as Papertrail sends it, with the headers that every answer has.
http::response refusal_response(account_state& account, const refused& why, time_point now);

} // namespace chatops::mocks::papertrail
