// What every request must pass before it is anyone's: credentials, the endpoint's rate.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/sentry/routing.hpp"
#include "mocks/sentry/state.hpp"

#include <span>
#include <string_view>

namespace chatops::mocks::sentry {

/// Refuses with 401 unless the token is right.
void check_credentials(const http::request& what, const account_state& account);

/// Refuses with 403 unless the token has one of these scopes, if there are any.
void check_scopes(std::span<const std::string_view> enough, const account_state& account);

/// What is left of an endpoint's window.
struct rate_left {
    limits::rate allowed;
    int remaining = 0;
    /// The window's end.
    std::int64_t resets_at_seconds = 0;
    bool is_refused = false;
};
/// Counts one request.
rate_left count_request(account_state& account, const matched& endpoint, time_point now);

/// Refuses with 400 what is no JSON object; nothing at all is an empty one.
boost::json::object read_body(const http::request& what);

} // namespace chatops::mocks::sentry
