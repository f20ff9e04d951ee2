// The two halves of a file's way that are no method: its bytes going up and coming down.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/slack/parts.hpp"

#include <optional>

namespace chatops::mocks::slack {

/// Answers `/upload/v1/…` and `/files-pri/…`; nothing for another path. An upload URL needs no
/// token: it is one.
std::optional<http::response> answer_file(parts& in, const http::request& what, sim::moment when);

} // namespace chatops::mocks::slack
