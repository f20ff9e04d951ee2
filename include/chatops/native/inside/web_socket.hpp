// A WebSocket over any stream: what the client's and the server's side have in common.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/http/transport.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace chatops::native {

/// Something that can be closed from outside, however its stream is made.
class closable {
  public:
    closable() = default;
    closable(const closable&) = delete;
    closable& operator=(const closable&) = delete;
    virtual ~closable() = default;
    /// Says goodbye, and waits for the other side a little.
    virtual void close() = 0;
    /// Ends at once.
    virtual void abort() = 0;
};

/// A handshaken WebSocket. One read is always under way, so that pings are answered and a dead
/// connection is noticed while nobody waits for a frame; frames that came wait in a queue.
///
/// It lives until its last operation has ended, whoever dropped it.
template <class Stream>
class web_socket_core final : public closable,
                              public std::enable_shared_from_this<web_socket_core<Stream>> {
    using error_code = boost::beast::error_code;

  public:
    using stream_type = boost::beast::websocket::stream<Stream>;

    web_socket_core(std::unique_ptr<stream_type> stream, std::string peer, duration silence,
                    std::size_t frame_bytes)
        : stream_(std::move(stream)), peer_(std::move(peer)),
          changed_(stream_->get_executor(), boost::asio::steady_timer::time_point::max()) {
        boost::beast::websocket::stream_base::timeout patience{};
        patience.handshake_timeout = std::chrono::seconds(3);
        patience.idle_timeout = silence;
        patience.keep_alive_pings = true;
        stream_->set_option(patience);
        stream_->read_message_max(frame_bytes);
        stream_->text(true);
    }

    void start() { read(); }

    void close() override {
        if (is_over_) return;
        waiting_.clear();
        end();
        stream_->async_close(boost::beast::websocket::close_code::normal,
                             [self = this->shared_from_this()](error_code) {});
    }

    void abort() override {
        waiting_.clear();
        end();
        error_code ignored;
        boost::beast::get_lowest_layer(*stream_).close(ignored);
    }

    asio::awaitable<std::optional<std::string>> receive() {
        while (waiting_.empty() && !is_over_) co_await change();
        if (waiting_.empty()) co_return std::nullopt;
        std::optional<std::string> frame(std::move(waiting_.front()));
        waiting_.pop_front();
        co_return frame;
    }

    asio::awaitable<void> send(const std::string& text) {
        if (is_over_) throw unavailable(peer_, gone(), effect_known::did_not_happen);
        // The frame goes out in its turn even if who waits for it stops waiting.
        outgoing_.push_back(text);
        const std::uint64_t mine = ++sent_;
        if (outgoing_.size() == 1) write();
        while (written_ < mine && !is_over_) co_await change();
        if (written_ < mine) throw unavailable(peer_, gone(), effect_known::may_have_happened);
    }

  private:
    [[nodiscard]] std::string gone() const { return peer_ + ": the WebSocket is closed"; }

    asio::awaitable<void> change() {
        error_code woken;
        co_await changed_.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    }

    void read() {
        stream_->async_read(incoming_,
                            [self = this->shared_from_this()](error_code failed, std::size_t) {
                                if (failed) return self->end();
                                // After our own close, frames still come until the other side's
                                // goodbye.
                                if (!self->is_over_ && self->stream_->got_text()) self->take();
                                self->incoming_.consume(self->incoming_.size());
                                self->read();
                            });
    }

    void take() {
        if (waiting_.size() == limits::socket_waiting_frames) return abort();
        waiting_.push_back(boost::beast::buffers_to_string(incoming_.cdata()));
        changed_.cancel();
    }

    void write() {
        stream_->async_write(asio::buffer(outgoing_.front()),
                             [self = this->shared_from_this()](error_code failed, std::size_t) {
                                 self->outgoing_.pop_front();
                                 if (failed) return self->end();
                                 ++self->written_;
                                 self->changed_.cancel();
                                 if (!self->outgoing_.empty()) self->write();
                             });
    }

    void end() {
        is_over_ = true;
        changed_.cancel();
    }

    std::unique_ptr<stream_type> stream_;
    std::string peer_;
    /// Never expires: cancelled to wake whoever waits for a change.
    boost::asio::steady_timer changed_;
    boost::beast::flat_buffer incoming_;
    std::deque<std::string> waiting_;
    std::deque<std::string> outgoing_;
    std::uint64_t sent_ = 0;
    std::uint64_t written_ = 0;
    bool is_over_ = false;
};

/// What is handed out: closes the WebSocket when it is dropped.
template <class Stream>
class web_socket final : public http::socket {
  public:
    explicit web_socket(std::shared_ptr<web_socket_core<Stream>> core) : core_(std::move(core)) {}
    ~web_socket() override { core_->close(); }

    asio::awaitable<std::optional<std::string>> receive() override {
        const auto core = core_;
        co_return co_await core->receive();
    }
    asio::awaitable<void> send(const std::string& text) override {
        const auto core = core_;
        co_await core->send(text);
    }
    void close() override { core_->close(); }

  private:
    std::shared_ptr<web_socket_core<Stream>> core_;
};

} // namespace chatops::native
