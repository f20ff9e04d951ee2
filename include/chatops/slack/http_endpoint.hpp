// Slack's deliveries over HTTP: what each request is answered, and when.
#pragma once

#include "chatops/chat/inbox.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/log.hpp"
#include "chatops/http/message.hpp"
#include "chatops/slack/authenticator.hpp"
#include "chatops/slack/response_cache.hpp"

#include <string_view>
#include <variant>

namespace chatops::slack {

/// An answer, or the coroutine that makes it.
using http_answering = std::variant<http::response, asio::awaitable<http::response>>;

/// Serves `/slack/commands`, `/slack/events` and `/slack/interactive`.
///
/// 200 means: it is on disk, or it is nothing for us. 400 malformed, 401 not signed by Slack, 404
/// another path, 405 no POST, 413 too large, 415 another content type, 503 the store is down: Slack
/// delivers events again.
class http_endpoint {
  public:
    /// All three must outlive this.
    http_endpoint(const authenticator& door, inbox& to, log& where_to_log)
        : door_(door), inbox_(to), log_(where_to_log) {}

    /// Refusals, Slack's own questions and `help` are answered at once. What must be accepted is
    /// journaled first and then acknowledged, with an empty body; the request need not live until
    /// then. A form with mistakes is answered with them, a menu that asks with its options.
    http_answering answer(const http::request& request);

    static constexpr std::string_view commands_path = "/slack/commands";
    static constexpr std::string_view events_path = "/slack/events";
    static constexpr std::string_view interactive_path = "/slack/interactive";

  private:
    using step = std::variant<http::response, authentic<said>, authentic<clicked>,
                              authentic<submitted>, authentic<half_filled>>;

    /// Either the answer, or what is to be accepted.
    step take(const http::request& request);
    asio::awaitable<http::response> accept(step what);
    http::response refuse(const http::request& request, int status, std::string_view why);

    const authenticator& door_;
    inbox& inbox_;
    log& log_;
    response_cache responses_;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/http_endpoint.ipp")
