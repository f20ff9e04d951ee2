// What a server and its connections share; included by bodies only.
#pragma once

#include "chatops/native/http_server.hpp"
#include "chatops/native/inside/io_socket.hpp"
#include "chatops/native/inside/web_socket.hpp"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <list>
#include <memory>
#include <string>

namespace chatops::native {

class server_connection;

struct http_server::state : std::enable_shared_from_this<http_server::state> {
    state(asio::io_context& io, const http_server_settings& given, http_service served, log& to);

    void listen();
    void accept();
    /// Closes connections whose patience has ended, and comes back.
    void sweep();
    /// Closes the connection that waits longest for a request; false if none does.
    bool evict_idle();
    /// Begins to end: see `http_server::stop`.
    void end_gently();
    void end_at_once();
    /// A connection or a WebSocket has gone.
    void one_gone();
    [[nodiscard]] std::size_t count() const { return open.size() + sockets; }

    /// Runs a WebSocket's session to its end.
    asio::awaitable<void> run(socket_session session, io_socket stream, http::request asked);

    /// The text of the `Date` field for this second.
    std::string_view date();

    asio::io_context& io;
    http_server_settings settings;
    http_service service;
    log& where_to_log;
    io_acceptor acceptor;
    std::uint16_t port = 0;
    boost::asio::steady_timer sweeping;
    boost::asio::steady_timer resting;
    /// Cancelled whenever something has gone, for who waits in `stop`.
    boost::asio::steady_timer changed;
    std::list<server_connection*> open;
    std::list<std::weak_ptr<closable>> links;
    std::size_t sockets = 0;
    bool is_accepting = false;
    bool is_ending = false;

  private:
    void accepted(io_socket socket);

    std::string date_;
    std::chrono::system_clock::time_point date_second_{};
};

} // namespace chatops::native
