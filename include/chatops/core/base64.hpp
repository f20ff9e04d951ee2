// Base64 (RFC 4648, 4): bytes as text that goes everywhere.
#pragma once

#include "chatops/core/config.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace chatops {

/// With padding, on one line.
std::string base64(std::string_view bytes);

/// Nothing when it is not base64. The padding may be missing, not a part of it.
std::optional<std::string> from_base64(std::string_view text);

} // namespace chatops

#include CHATOPS_BODY("chatops/core/base64.ipp")
