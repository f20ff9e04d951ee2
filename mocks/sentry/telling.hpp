// What a person tells to happen at Sentry: another error, or one of a new sort.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/sentry/state.hpp"

namespace chatops::mocks::sentry {

/// `POST /_mock/events`: `{"project": "acme", "type": "NoMethodError", "value": "undefined method",
/// "culprit", "level", "environment", "release", "tags": {}, "count": 1}`, or `{"issue": "ACME-1"}`
/// for one more of an issue. What has the same project, type, value and culprit is one issue.
/// Answers with what came: `{"ok": true, "issue": "ACME-3", "id": …, "event": …, "is_new": true}`.
http::response tell_events(account_state& account, const http::request& what, time_point now);

} // namespace chatops::mocks::sentry
