// The other side, byte by byte: a peer that follows no protocol but the test's own script.
#pragma once

#include "tests/native/loop.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace chatops::native::testing {

/// One end of a TCP connection.
class raw_connection {
  public:
    explicit raw_connection(asio::ip::tcp::socket socket) : socket_(std::move(socket)) {}

    asio::awaitable<void> write(std::string bytes) {
        co_await asio::async_write(socket_, asio::buffer(bytes), asio::use_awaitable);
    }
    /// All that comes, up to and including `mark`; what came after it stays for the next call. Less
    /// than that if the connection ends first.
    asio::awaitable<std::string> read_until(std::string mark) {
        boost::system::error_code ended;
        std::size_t size =
            co_await asio::async_read_until(socket_, asio::dynamic_buffer(read_), mark,
                                            asio::redirect_error(asio::use_awaitable, ended));
        if (ended) size = read_.size();
        std::string taken = read_.substr(0, size);
        read_.erase(0, size);
        co_return taken;
    }
    asio::awaitable<std::string> read_to_end() {
        ended_with = {};
        co_await asio::async_read(socket_, asio::dynamic_buffer(read_),
                                  asio::redirect_error(asio::use_awaitable, ended_with));
        co_return std::exchange(read_, {});
    }
    asio::awaitable<std::string> read_bytes(std::size_t count) {
        while (read_.size() < count) {
            char piece[4096];
            boost::system::error_code ended;
            const std::size_t size = co_await socket_.async_read_some(
                asio::buffer(piece), asio::redirect_error(asio::use_awaitable, ended));
            if (ended) break;
            read_.append(piece, size);
        }
        std::string taken = read_.substr(0, count);
        read_.erase(0, count);
        co_return taken;
    }
    /// Closes with a TCP reset.
    void reset() {
        socket_.set_option(asio::socket_base::linger(true, 0));
        socket_.close();
    }
    void close() { socket_.close(); }
    void finish_sending() { socket_.shutdown(asio::ip::tcp::socket::shutdown_send); }
    asio::ip::tcp::socket& socket() { return socket_; }

    /// How `read_to_end` ended: `eof`, or `connection_reset`.
    boost::system::error_code ended_with;

  private:
    asio::ip::tcp::socket socket_;
    std::string read_;
};

inline asio::awaitable<std::unique_ptr<raw_connection>> raw_connect(asio::io_context& io,
                                                                    std::uint16_t port) {
    asio::ip::tcp::socket socket(io);
    const asio::ip::tcp::endpoint where(asio::ip::address_v4::loopback(), port);
    co_await socket.async_connect(where, asio::use_awaitable);
    co_return std::make_unique<raw_connection>(std::move(socket));
}

/// A server that runs a script with each connection; `number` counts them from 1.
class raw_server {
  public:
    using script = std::function<asio::awaitable<void>(raw_connection&, int number)>;

    raw_server(asio::io_context& io, script with)
        : acceptor_(io, {asio::ip::address_v4::loopback(), 0}), script_(std::move(with)) {
        accept();
    }

    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port()); }
    [[nodiscard]] int connections() const { return count_; }

  private:
    void accept() {
        acceptor_.async_accept(
            [this](boost::system::error_code failed, asio::ip::tcp::socket socket) {
                if (failed) return;
                asio::co_spawn(acceptor_.get_executor(), serve(std::move(socket), ++count_),
                               [](const std::exception_ptr&) {});
                accept();
            });
    }

    asio::awaitable<void> serve(asio::ip::tcp::socket socket, int number) {
        raw_connection connection(std::move(socket));
        asio::awaitable<void> running = script_(connection, number);
        co_await std::move(running);
    }

    asio::ip::tcp::acceptor acceptor_;
    script script_;
    int count_ = 0;
};

} // namespace chatops::native::testing
