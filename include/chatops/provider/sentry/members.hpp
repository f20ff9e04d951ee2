// Sentry's own way to write JSON, as our types have it; and its links from page to page.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/provider/vendor.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace chatops::sentry {

/// `shortId` as `short_id`, `eventID` as `event_id`; what has no capital letters stays.
std::string member_name(std::string_view theirs);

/// The same value with all its members called so.
boost::json::value with_our_names(const boost::json::value& from);

/// The cursor of the next page, where the `Link` header says that there is anything; else nothing.
///
/// Only the cursor is taken from there: an address in an answer is not where a token is sent to.
/// Source: docs.sentry.io/api/pagination.
std::optional<std::string> next_cursor(std::string_view link);

/// What Sentry says in a refusal: `detail`, `error`, or what is wrong with each field.
provider::refusal refusal_in(const boost::json::value& body);

} // namespace chatops::sentry

#include CHATOPS_BODY("chatops/provider/sentry/members.ipp")
