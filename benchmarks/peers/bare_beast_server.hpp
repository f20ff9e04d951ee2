// The peer for our server: the least that Beast needs to check a signed request and to answer it.
#pragma once

#include "benchmarks/signed_command.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <memory>
#include <string>
#include <utility>

namespace chatops::benchmarks {

/// A session as in Beast's own fast examples: callbacks, memory used again, no time-outs.
class bare_session : public std::enable_shared_from_this<bare_session> {
    using tcp = boost::asio::ip::tcp;

  public:
    explicit bare_session(tcp::socket socket) : socket_(std::move(socket)) {
        buffer_.reserve(4096);
        socket_.set_option(tcp::no_delay(true));
    }

    void read() {
        request_ = {};
        boost::beast::http::async_read(
            socket_, buffer_, request_,
            [self = shared_from_this()](boost::beast::error_code failed, std::size_t) {
                if (!failed) self->answer();
            });
    }

  private:
    void answer() {
        const auto header = [&](const char* name) {
            const auto value = request_[name];
            return std::string_view(value.data(), value.size());
        };
        const bool good = is_signed(header("X-Slack-Request-Timestamp"),
                                    header("X-Slack-Signature"), request_.body());
        response_ = {};
        response_.result(good ? 200 : 401);
        response_.set(boost::beast::http::field::content_type, "application/json");
        response_.body() = command_answer();
        response_.prepare_payload();
        boost::beast::http::async_write(
            socket_, response_,
            [self = shared_from_this()](boost::beast::error_code failed, std::size_t) {
                if (!failed) self->read();
            });
    }

    tcp::socket socket_;
    boost::beast::flat_buffer buffer_;
    boost::beast::http::request<boost::beast::http::string_body> request_;
    boost::beast::http::response<boost::beast::http::string_body> response_;
};

class bare_beast_server {
    using tcp = boost::asio::ip::tcp;

  public:
    bare_beast_server(boost::asio::io_context& io, std::uint16_t port)
        : acceptor_(io, {boost::asio::ip::make_address("127.0.0.1"), port}) {
        accept();
    }

  private:
    void accept() {
        acceptor_.async_accept([this](boost::beast::error_code failed, tcp::socket socket) {
            if (!failed) std::make_shared<bare_session>(std::move(socket))->read();
            accept();
        });
    }

    tcp::acceptor acceptor_;
};

} // namespace chatops::benchmarks
