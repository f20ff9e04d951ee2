// What every request must pass before it is anyone's: credentials, a readable body.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/rackspace/place.hpp"
#include "mocks/rackspace/state.hpp"

#include <string_view>

namespace chatops::mocks::rackspace {

/// Null when there is none of that id, or it is not valid any more.
const token* find_token(const account_state& account, std::string_view id, time_point now);

/// Refuses with 401 unless `X-Auth-Token` is a valid one and the tenant is the account's.
void check_token(const http::request& what, const place& where, const account_state& account,
                 time_point now);

/// Refuses with 400 what is no JSON object. Nothing and `null` are an empty one.
object read_body(const http::request& what);

} // namespace chatops::mocks::rackspace
