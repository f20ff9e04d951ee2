// How a request leaves: the interface. native/ has sockets and TLS, sim/ the mocks in process.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/http/message.hpp"

#include <memory>
#include <optional>
#include <string>

namespace chatops::http {

/// A WebSocket, seen as text frames. Pings are answered below this interface.
class socket {
  public:
    socket() = default;
    socket(const socket&) = delete;
    socket& operator=(const socket&) = delete;
    virtual ~socket() = default;

    /// The next text frame, or nothing once the other side has closed or the connection is dead.
    virtual asio::awaitable<std::optional<std::string>> receive() = 0;
    /// Throws `unavailable` when the connection is gone.
    virtual asio::awaitable<void> send(const std::string& text) = 0;
    /// Ends it: a pending `receive` returns nothing.
    virtual void close() = 0;
};

/// An answer whose body goes on for as long as the other side has something to say: a log that is
/// followed. Its end, by whatever way, closes it.
class stream {
  public:
    stream() = default;
    stream(const stream&) = delete;
    stream& operator=(const stream&) = delete;
    virtual ~stream() = default;

    /// Status and headers; the body is empty.
    [[nodiscard]] virtual const response& head() const = 0;
    /// The next piece of the body, as it came: any size but none. Nothing at its end, or once it is
    /// closed here. Throws `unavailable` when the connection breaks.
    virtual asio::awaitable<std::optional<std::string>> receive() = 0;
    /// Ends it: a pending `receive` returns nothing.
    virtual void close() = 0;
};

/// Sends one request and waits for the whole answer.
///
/// Throws `unavailable` when there is no usable answer by `deadline`: its `effect()` says whether
/// the request may have reached the other side. Any status is an answer. References must live until
/// the awaitable ends.
class transport {
  public:
    transport() = default;
    transport(const transport&) = delete;
    transport& operator=(const transport&) = delete;
    virtual ~transport() = default;

    virtual asio::awaitable<response> send(const request& what, time_point deadline) = 0;

    /// Opens a WebSocket at a `ws://` or `wss://` URL; throws `unavailable`.
    virtual asio::awaitable<std::unique_ptr<socket>> connect(const std::string& url,
                                                             time_point deadline) = 0;

    /// Sends a request and waits until `deadline` for the head of its answer; the body is read from
    /// the stream, for as long as it lasts. Throws like `send`.
    virtual asio::awaitable<std::unique_ptr<stream>> open(const request& what, time_point deadline);
};

inline asio::awaitable<std::unique_ptr<stream>> transport::open(const request&, time_point) {
    throw unavailable("network", "this transport carries whole answers only",
                      effect_known::did_not_happen);
    co_return nullptr;
}

} // namespace chatops::http
