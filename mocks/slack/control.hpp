// What tests and demos do and see under `/_mock/`, beside what every mock has.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/slack/parts.hpp"
#include "mocks/slack/workspace.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace chatops::mocks::slack {

/// Answers `POST /_mock/say`, `/click`, `/submit`, `/suggest`, `/edit`, `/shortcut`, `/home`,
/// `/archive`, `/socket`, `/verify`, `/token_rotation`, `GET /_mock/messages`, `/deliveries`, and
/// `PUT /_mock/faults` with the faults of deliveries and the errors of calls; nothing for another
/// route.
std::optional<http::response> answer_control(parts& in, const http::request& what,
                                             sim::moment when);

/// Oldest first. Mistake: `unknown_channel`.
result<std::vector<shown_message>> shown_messages(parts& in, std::string_view channel);

/// The workspace to read and to compare; without credentials.
value state_json(parts& in);

} // namespace chatops::mocks::slack
