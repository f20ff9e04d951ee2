// One connection of the client, plain or TLS: a request out, an answer in.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/native/http_client.hpp"
#include "chatops/native/inside/io_socket.hpp"
#include "chatops/native/inside/target.hpp"
#include "chatops/native/inside/watch.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <string>

namespace chatops::native {

/// How far an exchange came, for who has to say whether it may have had an effect.
struct progress {
    bool has_sent = false;
    bool has_received = false;
    /// The connection can serve another request.
    bool is_kept = false;
};

class client_connection {
  public:
    client_connection() = default;
    client_connection(const client_connection&) = delete;
    client_connection& operator=(const client_connection&) = delete;
    virtual ~client_connection() = default;

    [[nodiscard]] virtual io_socket& socket() = 0;
    /// Negotiates TLS, where it is TLS. Throws `unavailable`.
    virtual asio::awaitable<void> handshake(const target& where, const watch& until) = 0;
    /// Throws `boost::system::system_error` with what went wrong; `how_far` says when.
    virtual asio::awaitable<http::response> exchange(const std::string& head,
                                                     const http::request& what,
                                                     std::size_t body_bytes, progress& how_far) = 0;
    /// Like `exchange`, but the body is left: `read_body` reads it.
    virtual asio::awaitable<http::response> begin(const std::string& head,
                                                  const http::request& what, progress& how_far) = 0;
    /// What has come of the body by now, or comes next, as much of it as there is room for; 0 at
    /// its end. Throws `boost::system::system_error`.
    virtual asio::awaitable<std::size_t> read_body(asio::mutable_buffer into) = 0;
    /// Becomes a WebSocket; this connection is empty then. Throws `unavailable`.
    virtual asio::awaitable<std::unique_ptr<http::socket>>
    upgrade(const target& where, const http_client_settings& settings, watch& until) = 0;

    /// Nothing has come since the last answer, not even the other side's goodbye.
    [[nodiscard]] bool is_quiet();

    steady_time unused_since{};
};

/// Over a connected socket: TLS with these authorities, or plain if there are none.
std::unique_ptr<client_connection> connection_over(io_socket socket, asio::ssl::context* trusted);

/// What is said of a failure of the network, without any of the request.
std::string words_for(const boost::system::error_code& failed);

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/inside/client_connection.ipp")
