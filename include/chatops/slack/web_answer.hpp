// What Slack's Web API answered: the result, a refusal that passes, an error, or nothing that can
// be used.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/http/message.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace chatops::slack {

/// Too much at once; nothing happened. Without `Retry-After`, the caller must think of a time.
struct limited {
    std::optional<duration> retry_after;
};

/// No answer of Slack's: an error of a server between, HTML, cut off. What it did is not known.
struct unusable {
    std::string what;
};

using web_answer = std::variant<boost::json::object, limited, provider_error, unusable>;

/// Reads the answer to `method` (`chat.postMessage`). Slack answers errors with 200 and
/// `{"ok":false,"error":…}`; its own passing troubles (`internal_error`, `request_timeout`) are
/// `unusable`.
web_answer read_answer(std::string_view method, const http::response& answer);

/// Reads the answer of a `response_url`, which is `ok` as text, or as JSON.
web_answer read_response_url_answer(const http::response& answer);

/// A sentence for people: what the error word means, and what to do.
std::string explain(std::string_view method, std::string_view error);

/// Whether no repetition of `apps.connections.open` can help: the app must be set up anew.
/// Source: Slack's SocketModeClient, and tokens that are no app tokens.
bool is_beyond_repair(std::string_view error);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/web_answer.ipp")
