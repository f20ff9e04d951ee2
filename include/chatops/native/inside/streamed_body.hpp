// A body that goes on over a connection of the server: what its writer and the connection share.
#pragma once

#include "chatops/http/body_writer.hpp"
#include "chatops/native/inside/io_socket.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <string_view>
#include <utility>

namespace chatops::native {

class server_connection;

/// Kept by both: either may end before the other.
class streamed_body {
  public:
    streamed_body(asio::io_context& io, server_connection& through)
        : through_(&through), ended_(io, steady_time::max()) {}
    streamed_body(const streamed_body&) = delete;
    streamed_body& operator=(const streamed_body&) = delete;

    /// The connection has nothing more to do with it, for whatever reason.
    void over() {
        through_ = nullptr;
        ended_.cancel();
    }
    /// Null once it is over.
    [[nodiscard]] server_connection* through() const { return through_; }

    static asio::awaitable<void> gone(std::shared_ptr<streamed_body> self) {
        while (self->through_ != nullptr) {
            boost::system::error_code woken;
            co_await self->ended_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
        }
    }

  private:
    server_connection* through_;
    /// Never expires: cancelled to wake whoever waits.
    boost::asio::steady_timer ended_;
};

/// What is handed out.
class streamed_body_writer final : public http::body_writer {
  public:
    explicit streamed_body_writer(std::shared_ptr<streamed_body> body) : body_(std::move(body)) {}

    void write(std::string_view piece) override;
    void end() override;
    void cut() override;
    asio::awaitable<void> gone() override { return streamed_body::gone(body_); }

  private:
    std::shared_ptr<streamed_body> body_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/inside/streamed_body.ipp")
