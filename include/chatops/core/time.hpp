// Moments as text: ISO 8601 in UTC, and the dates of HTTP headers.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"

#include <string>
#include <string_view>

namespace chatops {

/// ISO 8601 in UTC, always 24 characters, so that texts sort as times do:
/// `2024-02-29T12:00:00.000Z`.
std::string format_time(time_point when);

/// As HTTP's `Date` header wants it: `Thu, 29 Feb 2024 12:00:00 GMT` (RFC 9110, 5.6.7).
std::string format_http_time(time_point when);

/// Reads ISO 8601 with a zone (`2024-02-29T12:00:00.5+01:00`; RFC 3339) and the three
/// forms of an HTTP date. What is finer than a millisecond is cut off. Mistake: `time_malformed`.
result<time_point> read_time(std::string_view text);

} // namespace chatops

#include CHATOPS_BODY("chatops/core/time.ipp")
