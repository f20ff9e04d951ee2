// What every request must pass before it is anyone's: the API's version, credentials, the rate.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/heroku/state.hpp"

#include <string>
#include <vector>

namespace chatops::mocks::heroku {

/// Refuses with 406 unless one of the `Accept`s asks for the API's version 3 (or a variant:
/// `3.sdk`).
void check_version(const http::request& what);

/// Refuses with 401 unless the token is right: `Bearer TOKEN`, or Basic with it as the password.
void check_credentials(const http::request& what, const account_state& account);

/// Refuses with 403 a change of an application that needs a second factor, without one: any six
/// digits are right. `words` are those of the route.
void check_second_factor(const http::request& what, const account_state& account,
                         const std::vector<std::string>& words);

/// Refuses with 400 what is no JSON object; nothing at all is an empty one.
boost::json::object read_body(const http::request& what);

} // namespace chatops::mocks::heroku
