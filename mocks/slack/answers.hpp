// What the app's answers do: acknowledgements that carry something to show, and response URLs.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/slack/parts.hpp"
#include "mocks/slack/surfaces.hpp"

namespace chatops::mocks::slack {

/// The app took a delivery, or did not in time: shows what it answered, or tells the person.
void settle(parts& in, const parcel& what, const outcome& how, sim::moment when);

/// Answers a POST to a response URL: 200 `ok`; 404 `used_url` after five uses, `expired_url` after
/// thirty minutes, and for a URL that never was.
http::response answer_hook(parts& in, const http::request& what, sim::moment when);

} // namespace chatops::mocks::slack
