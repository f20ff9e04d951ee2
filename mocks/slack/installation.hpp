// OAuth: a person installs the app, and the app exchanges a code for its token.
#pragma once

#include "mocks/slack/web_api.hpp"

namespace chatops::mocks::slack {

/// `GET /oauth/v2/authorize`: where "Add to Slack" leads. The person is taken to agree at once
/// (with `mock_deny=1`, to cancel) and is sent back with `code` and `state`, or with `error`. An
/// unknown client or an address that the app does not have gets a page of Slack's that says so.
http::response answer_authorize(parts& in, const http::request& what, sim::moment when);

/// Who calls `oauth.v2.access`: `client_id` and `client_secret` as arguments, or as HTTP's basic
/// authentication. Throws `invalid_client_id`, `bad_client_secret`.
void check_client(const seed_app& app, const http::request& what, const arguments& args);

object oauth_v2_access(call& asked);

} // namespace chatops::mocks::slack
