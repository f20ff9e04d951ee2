// One request from the line to the answer.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/rackspace/state.hpp"

namespace chatops::mocks::rackspace {

http::response serve(account_state& account, const http::request& what, time_point now);

/// A refusal of that request as its service sends it, with the headers that every answer has.
http::response refusal_response(account_state& account, const refused& why,
                                const http::request& what);

} // namespace chatops::mocks::rackspace
