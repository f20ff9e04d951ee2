// What people name at New Relic: an application, an issue, a policy, a query.
#pragma once

#include "chatops/command/held_at.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/provider/word.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace chatops::newrelic {

// Each of these is text, on a line (`text_of`) and in JSON (`json::is_text`): `parse` reads what
// `to_text` writes. A mistake's places count from the start of the text.

namespace detail {
/// Mistakes: `newrelic_reference`, `newrelic_id`, `newrelic_query`, `newrelic_text`; nothing where
/// the text is good.
std::optional<mistake> wrong_reference(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_id(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_query(std::string_view text, std::string_view kind);
std::optional<mistake> wrong_line(std::string_view text, std::string_view kind);
} // namespace detail

using provider::word;

/// Something that there is, by what people call it or by New Relic's id: one line of at most 255
/// bytes.
template <fixed_string Kind>
using reference = word<Kind, &detail::wrong_reference>;
using app_ref = reference<"name or guid of an application">;
using policy_ref = reference<"name or id of an alert policy">;
using muting_ref = reference<"name or id of a muting rule">;
using marker_ref = reference<"version or id of a deployment">;
/// What is to be called so.
using policy_name = reference<"name for an alert policy">;
using muting_name = reference<"name for a muting rule">;

/// An id, or its beginning: at least four of its letters, digits and dashes.
template <fixed_string Kind>
using id_ref = word<Kind, &detail::wrong_id>;
using issue_ref = id_ref<"id of an issue">;
using incident_ref = id_ref<"id of an incident">;

/// A query in New Relic's language, on as many lines as one likes.
using nrql_text = word<"NRQL query", &detail::wrong_query>;

/// One line that is shown with a deployment.
template <fixed_string Kind>
using line_text = word<Kind, &detail::wrong_line>;
using version_text = line_text<"version">;

/// Whether the text has the form of an entity's guid: letters and digits in base 64 of
/// `1234567|APM|APPLICATION|7654321`.
bool is_guid(std::string_view text);

/// A text as NRQL and entitySearch write it, whatever is in it: `acme's` is `'acme\'s'`.
/// Source: docs.newrelic.com, "NRQL reference", strings.
std::string nrql_text_of(std::string_view text);

} // namespace chatops::newrelic

template <>
inline constexpr std::string_view chatops::held_at<chatops::newrelic::app_ref> = "newrelic";

#include CHATOPS_BODY("chatops/provider/newrelic/names.ipp")
