// What every request must pass before it is anyone's: credentials, the rate, a readable body.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/digitalocean/state.hpp"

#include <boost/json/object.hpp>

namespace chatops::mocks::digitalocean {

/// Refuses with 401 unless it is `Bearer TOKEN` with the right one.
void check_credentials(const http::request& what, const account_state& account);

/// Counts the request, or refuses with 429; a refused one does not count.
void check_rate(account_state& account, time_point now);

/// Refuses with 400 what is no JSON object. Nothing, `null`, and what is not said to be JSON are an
/// empty one.
boost::json::object read_body(const http::request& what);

} // namespace chatops::mocks::digitalocean
