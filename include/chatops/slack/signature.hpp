// Whether a request really comes from Slack: its signature and its age.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/secret.hpp"

#include <string_view>

namespace chatops::slack {

enum class signature_verdict {
    good,
    /// A header is absent or empty.
    missing,
    /// A header is not of the documented form.
    malformed,
    /// Older than `limits::signature_age_seconds`, or as far in the future.
    stale,
    /// Signed with another secret, or changed on the way.
    wrong,
};

/// For logs: `stale`.
std::string_view word_of(signature_verdict verdict);

/// Checks the headers `X-Slack-Request-Timestamp` and `X-Slack-Signature` against the body as
/// received.
///
/// Compares in constant time and allocates nothing. Source: Slack, "Verifying requests from Slack";
/// the window is symmetric as in its Python SDK, for a stamp from the future lets a recorded
/// request live longer.
signature_verdict check_signature(const secret& signing_secret, std::string_view timestamp,
                                  std::string_view signature, std::string_view body,
                                  time_point now);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/signature.ipp")
