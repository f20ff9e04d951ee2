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
/// `unusable`, and so is a workspace that is being moved.
web_answer read_answer(std::string_view method, const http::response& answer);

/// Reads the answer of a `response_url`, which is `ok` as text, or as JSON.
web_answer read_response_url_answer(const http::response& answer);

/// What a refusal is about, and so what can be done.
enum class refusal_cause {
    /// A token, a scope, a setting of the app or the workspace: until a person has mended it, no
    /// call of that kind will do.
    installation,
    /// The bot is not heard there, but perhaps elsewhere.
    place,
    /// A form that Slack does not take: simpler, it may do.
    message,
    other,
};

/// Source: the errors of chat.postMessage and of every method in slack-ruby/slack-api-ref.
refusal_cause cause_of(std::string_view error);

/// Whether the token itself is refused, whatever it is used for.
bool is_about_the_token(std::string_view error);

/// What the error word means and what to do, in a sentence; empty where that is not known.
std::string_view meaning_of(std::string_view error);

/// The same for the log and for people who know Slack: with the method, the word, and which token.
std::string explain(std::string_view method, std::string_view error);

/// Whether no repetition of `apps.connections.open` can help: the app must be set up anew.
/// Source: Slack's SocketModeClient, and tokens that are no app tokens.
bool is_beyond_repair(std::string_view error);

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/web_answer.ipp")
