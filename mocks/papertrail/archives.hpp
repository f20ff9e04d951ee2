// Older logs as files, a day each.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/papertrail/state.hpp"

#include <optional>

namespace chatops::mocks::papertrail {

/// What the address answers that the API redirects to: the file, or 403 without its signature. No
/// token is asked for there. Nothing where the request is for no such address.
std::optional<http::response> archive_file(account_state& account, const http::request& what,
                                           time_point now);

} // namespace chatops::mocks::papertrail
