#pragma once

#include "chatops/native/inside/http_connection.hpp"
#include "chatops/native/inside/http_connection.ipp"
#include "chatops/native/inside/streamed_body.hpp"
#include "chatops/native/inside/vanished_peer.hpp"

namespace chatops::native {

namespace detail {

/// Runs what goes on with a body to its end, which is the body's.
inline asio::awaitable<void> run_body(std::shared_ptr<http_server::state> server,
                                      std::shared_ptr<streamed_body> body,
                                      http::body_session session) {
    std::string wrong;
    try {
        asio::awaitable<void> running = session(std::make_unique<streamed_body_writer>(body));
        co_await std::move(running);
    } catch (const std::exception& thrown) {
        wrong = thrown.what();
    }
    server_connection* const through = body->through();
    // Whatever is wrong after the reader has left concerns nobody; the server may have ended, too.
    if (through == nullptr) co_return;
    if (!wrong.empty()) server->where_to_log.error("body's session failed", {{"why", wrong}});
    through->end_body(wrong.empty());
}

inline void append_hexadecimal(std::string& to, std::size_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number, 16).ptr;
    to.append(digits, end);
}

} // namespace detail

CHATOPS_INLINE void server_connection::begin_body(answer with) {
    // HTTP/1.0 knows no chunks: there the end of the connection is the end of the body.
    is_chunked_ = parser_->version() >= 11;
    if (!is_chunked_ || with.then == answer::ending::close) is_keeping_ = false;
    const bool is_keeping = may_keep();
    begin_head(with.what, is_keeping);
    if (is_chunked_) outgoing_ += "Transfer-Encoding: chunked\r\n";
    outgoing_ += "\r\n";
    if (!is_keeping) is_last_ = true;
    if (request_.method == "HEAD") {
        forget_request();
        return go();
    }
    append_piece(with.what.body);
    forget_request();
    auto body = body_ = std::make_shared<streamed_body>(server_->io, *this);
    notice_when_gone(socket_);
    listen();
    if (server_->is_ending) return end_body(true);
    go();
    // Without its reader it is not begun.
    if (body_ != body) return;
    asio::co_spawn(
        server_->io,
        [server = server_, body, session = std::move(with.rest)]() mutable {
            return detail::run_body(std::move(server), std::move(body), std::move(session));
        },
        asio::detached);
}

CHATOPS_INLINE void server_connection::append_piece(std::string_view piece) {
    // A chunk of no bytes would be the end.
    if (piece.empty()) return;
    if (is_chunked_) {
        detail::append_hexadecimal(outgoing_, piece.size());
        outgoing_ += "\r\n";
    }
    outgoing_ += piece;
    if (is_chunked_) outgoing_ += "\r\n";
}

CHATOPS_INLINE void server_connection::write_more(std::string_view piece) {
    if (sent_ > detail::joined_bytes) {
        outgoing_.erase(0, sent_);
        sent_ = 0;
    }
    append_piece(piece);
    if (outgoing_.size() - sent_ > server_->settings.waiting_bytes) {
        server_->where_to_log.info("body cut off", {{"why", "its reader is too slow"}});
        return close();
    }
    // While it is sending, `go` follows.
    if (doing_ != phase::sending) go();
}

CHATOPS_INLINE void server_connection::end_body(bool is_whole) {
    if (is_whole && is_chunked_) outgoing_ += "0\r\n\r\n";
    if (!is_whole) is_last_ = true;
    std::exchange(body_, nullptr)->over();
    if (doing_ != phase::sending) go();
}

CHATOPS_INLINE void server_connection::listen() {
    // Waits for bytes without a place to put them: what the next request is read into may move as
    // soon as the body has ended.
    socket_.async_wait(io_socket::wait_read,
                       [self = shared_from_this(), body = body_](boost::system::error_code failed) {
                           if (self->body_ != body) return;
                           // A client that sends that much before it has its answer is none.
                           if (failed || !self->make_room()) return self->close();
                           const std::size_t room = self->incoming_.size() - self->end_;
                           const std::size_t bytes = self->socket_.read_some(
                               asio::buffer(self->incoming_.data() + self->end_, room), failed);
                           if (failed && failed != asio::error::would_block) return self->close();
                           self->end_ += bytes;
                           self->listen();
                       });
}

CHATOPS_INLINE bool server_connection::make_room() {
    if (end_ < incoming_.size()) return true;
    if (begin_ > 0) {
        std::memmove(incoming_.data(), incoming_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    } else {
        incoming_.resize(std::min(incoming_.size() * 2,
                                  server_->settings.head_bytes + detail::first_read_bytes));
    }
    return end_ < incoming_.size();
}

} // namespace chatops::native
