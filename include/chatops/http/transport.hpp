// How a request leaves: the interface. native/ has sockets and TLS, sim/ the mocks in process.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
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
};

} // namespace chatops::http
