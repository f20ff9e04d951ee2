// What people name at Sentry: a project, an issue, a release, an environment, a person or a team.
#pragma once

#include "chatops/command/held_at.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/provider/word.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace chatops::sentry {

// Each of these is text, on a line (`text_of`) and in JSON (`json::is_text`): `parse` reads what
// `to_text` writes. A mistake's places count from the start of the text.

namespace detail {
/// Mistakes: `sentry_project`, `sentry_issue`, `sentry_release`, `sentry_environment`,
/// `sentry_assignee`, `sentry_monitor`, `sentry_event`, `sentry_key`; nothing where the text is
/// good. None lets a text through that would mean another path in a URL.
std::optional<mistake> wrong_project(std::string_view text, std::string_view);
std::optional<mistake> wrong_issue(std::string_view text, std::string_view);
std::optional<mistake> wrong_release(std::string_view text, std::string_view);
std::optional<mistake> wrong_environment(std::string_view text, std::string_view);
std::optional<mistake> wrong_assignee(std::string_view text, std::string_view);
std::optional<mistake> wrong_monitor(std::string_view text, std::string_view);
std::optional<mistake> wrong_event(std::string_view text, std::string_view);
std::optional<mistake> wrong_key(std::string_view text, std::string_view);
} // namespace detail

/// `acme-web`: lower-case letters, digits, dashes and underscores.
/// Source: getsentry/sentry, models/project.py.
using project_name = provider::word<"name of a project", &detail::wrong_project>;
/// What people call an issue, `ACME-1A`, in any case, or its id.
using issue_ref = provider::word<"issue", &detail::wrong_issue>;
/// A release's version, `acme@1.4.2`, or a commit. Source: the same, models/releases/util.py.
using release_version = provider::word<"version of a release", &detail::wrong_release>;
/// `production`. Source: the same, models/environment.py.
using environment_name = provider::word<"environment", &detail::wrong_environment>;
/// Who works on an issue: an email address, a name, `team:backend`, or `nobody`.
using assignee_ref = provider::word<"person or team", &detail::wrong_assignee>;
/// A job's slug, `nightly-backup`.
using monitor_name = provider::word<"monitor", &detail::wrong_monitor>;
/// An event's id: 32 hexadecimal digits, with or without dashes; or its beginning, 8 of them.
using event_ref = provider::word<"event", &detail::wrong_event>;
/// The name or the id of a project's client key. Source: the same, models/projectkey.py.
using key_ref = provider::word<"name or id of a key", &detail::wrong_key>;

} // namespace chatops::sentry

template <>
inline constexpr std::string_view chatops::held_at<chatops::sentry::project_name> = "sentry";

#include CHATOPS_BODY("chatops/provider/sentry/names.ipp")
