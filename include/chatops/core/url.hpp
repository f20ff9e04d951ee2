// Text inside URLs, and forms: percent-encoding (RFC 3986) and application/x-www-form-urlencoded.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops {

/// All but RFC 3986's unreserved characters as `%XX`: for one segment of a path, or a value of a
/// query.
///
/// `.` and `..` stay what they are, for they mean the same when encoded: whoever puts names of
/// people's choosing into a path refuses those first.
std::string percent_encode(std::string_view text);

/// Names and values in their order; a name may come more than once.
using form = std::vector<std::pair<std::string, std::string>>;

/// As a browser sends a form (WHATWG URL, 5): a space is `+`.
std::string form_encode(const form& fields);

/// Reads a form's body or a query. A name without `=` has an empty value; empty pieces (`a&&b`) are
/// skipped.
///
/// Mistakes: `form_malformed` (a `%` without two hexadecimal digits, with its offset) and
/// `form_too_long` (more than limits::form_fields).
result<form> form_decode(std::string_view text);

/// The first value of that name, or null.
const std::string* find_field(const form& fields, std::string_view name);

} // namespace chatops

#include CHATOPS_BODY("chatops/core/url.ipp")
