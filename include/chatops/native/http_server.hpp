// A small HTTP/1.1 server with WebSocket, on one thread: what the bot listens with, and the mocks.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/log.hpp"
#include "chatops/http/body_writer.hpp"
#include "chatops/http/message.hpp"
#include "chatops/http/transport.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <variant>

namespace boost::asio {
class io_context;
}

namespace chatops::native {

/// A response, and what becomes of the connection: a mock's faults are said with it.
struct answer {
    enum class ending {
        /// As HTTP has it: kept alive when the client can.
        keep,
        /// Closed after what is sent.
        close,
        /// TCP reset; nothing is sent.
        reset,
        /// Nothing is ever sent; the connection stays open until the client gives up or the server
        /// stops.
        silent,
    };

    answer(http::response given) : what(std::move(given)) {} // NOLINT: a response is an answer

    static answer reset() {
        answer made{http::response{}};
        made.then = ending::reset;
        return made;
    }
    static answer silent() {
        answer made{http::response{}};
        made.then = ending::silent;
        return made;
    }
    /// The head promises the whole body; `body_bytes` of it come, then the connection is closed.
    static answer truncated(http::response given, std::size_t body_bytes) {
        answer made{std::move(given)};
        made.then = ending::close;
        made.body_bytes = body_bytes;
        return made;
    }
    /// The body goes on after what `given` has of it, if there is a session: sent in chunks, or up
    /// to the end of the connection for a client of HTTP/1.0. What the session throws is logged,
    /// and cuts the body off. It is not begun where an answer has no body: to HEAD, or with status
    /// 204.
    static answer going_on(http::response given, http::body_session session) {
        answer made{std::move(given)};
        made.rest = std::move(session);
        return made;
    }

    http::response what;
    ending then = ending::keep;
    std::size_t body_bytes = std::numeric_limits<std::size_t>::max();
    http::body_session rest;
};

/// What goes on over one WebSocket; when it returns, the WebSocket is closed. The server keeps the
/// function until then.
using socket_session = std::function<asio::awaitable<void>(std::unique_ptr<http::socket>)>;

/// What is known without waiting, which costs no coroutine; or the coroutine that makes the answer.
using answering = std::variant<http::response, asio::awaitable<answer>>;

/// What a server serves. Any member may be empty. The request's `url` is the target only; a request
/// lives until it is answered. What a function throws is logged and answered with 500.
struct http_service {
    /// To delay an answer, wait in its coroutine.
    std::function<answering(const http::request&)> handle;
    /// Someone asks for a WebSocket: an empty session refuses, and then `handle` answers the
    /// request.
    std::function<socket_session(const http::request&)> upgrade;
};

struct http_server_settings {
    std::string address = "127.0.0.1";
    /// 0: any that is free; `http_server::port()` says which.
    std::uint16_t port = 0;
    /// A larger body is answered 413.
    std::size_t body_bytes = limits::slack_body_bytes;
    /// A longer head is answered 431.
    std::size_t head_bytes = limits::request_head_bytes;
    /// Further connections take the place of the one that was idle longest, or wait.
    std::size_t connections = limits::server_connections;
    /// From a request's first byte to the end of its head, however many bytes keep trickling in.
    duration head_patience{10'000};
    /// From there to the end of its body.
    duration body_patience{30'000};
    /// For a client to take an answer.
    duration send_patience{30'000};
    /// What may wait for a client to take it of a body that goes on; one further behind is cut off.
    std::size_t waiting_bytes = limits::stream_waiting_bytes;
    /// Between two requests of one connection.
    duration idle_patience{75'000};
    /// A WebSocket that was silent for half of it is pinged; after all of it, it is dead.
    duration socket_silence{30'000};
    std::size_t socket_frame_bytes = limits::socket_frame_bytes;
};

/// Listens from construction; everything happens on the thread that runs `io`.
///
/// Throws `std::system_error` naming the address when it cannot listen. Malformed requests are
/// answered 400 and logged; pipelined requests are answered in order. `where_to_log` must live as
/// long as the server.
class http_server {
  public:
    http_server(asio::io_context& io, const http_server_settings& settings, http_service service,
                log& where_to_log);
    http_server(const http_server&) = delete;
    http_server& operator=(const http_server&) = delete;
    /// Closes every connection at once.
    ~http_server();

    [[nodiscard]] std::uint16_t port() const;
    /// `http://127.0.0.1:9100`, without a slash at the end.
    [[nodiscard]] std::string url() const;
    /// Open connections, WebSockets included.
    [[nodiscard]] std::size_t connections() const;

    /// Ends gently: no new connection, idle ones are closed, WebSockets are told, bodies that go on
    /// end, and what is being answered is answered; after `patience` what is left is closed.
    asio::awaitable<void> stop(duration patience);

    struct state;

  private:
    std::shared_ptr<state> state_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/http_server.ipp")
