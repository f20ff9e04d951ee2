// The transport over sockets and TLS: keep-alive connections, WebSockets, a deadline for
// everything.
#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/http/transport.hpp"

#include <cstddef>
#include <memory>
#include <string>

namespace boost::asio {
class io_context;
}

namespace chatops::native {

struct http_client_settings {
    /// For tests and the demo: a URL of any other machine throws `std::logic_error`, and not even
    /// its name is looked up.
    bool loopback_only = false;
    /// A PEM file of authorities trusted besides the system's; empty for none.
    std::string authorities_file;
    /// What an answer's body may have.
    std::size_t body_bytes = limits::provider_body_bytes;
    /// Connections to one host at once; a request beyond them waits.
    std::size_t connections_per_host = limits::connections_per_host;
    /// A connection that was unused for longer is not used again.
    duration idle_patience = limits::connection_idle_milliseconds;
    /// A WebSocket that was silent for half of it is pinged; after all of it, it is dead.
    duration socket_silence = limits::socket_silence_milliseconds;
    std::size_t socket_frame_bytes = limits::socket_frame_bytes;
    /// Sent with every request that names none.
    std::string user_agent = "chatops";
};

/// HTTP/1.1 and WebSocket over TCP and TLS 1.2 or newer, certificates verified against the system's
/// authorities.
///
/// Redirects are answers, and nothing is retried but this: a GET or HEAD whose kept-alive
/// connection turns out to be closed before any byte of the answer came is sent once more, on a new
/// connection. Messages of `unavailable` name the host and what failed, never a path, a query or a
/// header. Call it from the thread that runs `io`.
class http_client final : public http::transport {
  public:
    explicit http_client(asio::io_context& io, const http_client_settings& settings = {});
    /// Idle connections are closed; requests under way fail, and so do streams.
    ~http_client() override;

    asio::awaitable<http::response> send(const http::request& what, time_point deadline) override;
    asio::awaitable<std::unique_ptr<http::socket>> connect(const std::string& url,
                                                           time_point deadline) override;
    /// A stream may outlive the client; it does not count as one of the `connections_per_host`.
    asio::awaitable<std::unique_ptr<http::stream>> open(const http::request& what,
                                                        time_point deadline) override;

    /// Connections that are kept alive and unused now.
    [[nodiscard]] std::size_t idle_connections() const;

    struct state;

  private:
    std::shared_ptr<state> state_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/http_client.ipp")
