#pragma once

#include "chatops/native/inside/http_connection.hpp"
#include "chatops/native/inside/streamed_body.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <exception>
#include <limits>
#include <utility>

namespace chatops::native {

namespace detail {

/// What a connection keeps between requests; beyond it memory is given back.
inline constexpr std::size_t kept_bytes = 64 << 10;
/// Answers to pipelined requests are joined up to about this, then sent.
inline constexpr std::size_t joined_bytes = 64 << 10;
/// A first read: a signed slash command is about 1.2 KB.
inline constexpr std::size_t first_read_bytes = 4 << 10;
/// What is read away from a client that was refused, before it is cut off.
inline constexpr std::size_t drained_bytes = 4 << 20;
inline constexpr duration linger_patience{2'000};

/// Appends a field's text. A line break would end the field, so it becomes a space.
inline void append_field_text(std::string& to, std::string_view text) {
    const std::size_t begin = to.size();
    to += text;
    for (std::size_t i = begin; i < to.size(); ++i)
        if (to[i] == '\r' || to[i] == '\n') to[i] = ' ';
}

inline void append_number(std::string& to, std::size_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    to.append(digits, end);
}

/// Fields that say how the message is framed: the server's own business.
inline bool is_framing(std::string_view name) {
    return http::equal_without_case(name, "content-length") ||
           http::equal_without_case(name, "transfer-encoding") ||
           http::equal_without_case(name, "connection");
}

inline bool is_bodiless(int status) { return status / 100 == 1 || status == 204 || status == 304; }

} // namespace detail

CHATOPS_INLINE server_connection::server_connection(std::shared_ptr<http_server::state> server,
                                                    io_socket socket)
    : server_(std::move(server)), socket_(std::move(socket)), incoming_(detail::first_read_bytes) {
    place_ = server_->open.insert(server_->open.end(), this);
}

CHATOPS_INLINE server_connection::~server_connection() {
    if (body_) body_->over();
    server_->open.erase(place_);
    server_->one_gone();
}

CHATOPS_INLINE void server_connection::start() {
    boost::system::error_code failed;
    socket_.non_blocking(true, failed);
    if (!failed) socket_.set_option(asio::ip::tcp::no_delay(true), failed);
    if (failed) return close();
    read();
}

CHATOPS_INLINE void server_connection::go() {
    if (body_) {
        if (flush()) wait_for(phase::streaming, duration::max());
        return;
    }
    for (;;) {
        if (is_last_) {
            if (flush()) linger();
            return;
        }
        const parsed state = parse();
        if (state == parsed::wrong) continue;
        if (state == parsed::partly) {
            if (flush()) read();
            return;
        }
        if (parser_->upgrade() && upgrade()) return;
        if (auto making = begin_answer()) {
            doing_ = phase::answering;
            deadline_ = steady_time::max();
            asio::co_spawn(
                server_->io,
                [self = shared_from_this(), making = std::move(*making)]() mutable {
                    return self->answer_later(std::move(making));
                },
                asio::detached);
            return;
        }
        if (outgoing_.size() > detail::joined_bytes && !flush()) return;
    }
}

CHATOPS_INLINE server_connection::parsed server_connection::parse() {
    if (begin_ == end_) return parsed::partly;
    if (!parser_) {
        parser_.emplace(request_, server_->settings.head_bytes, server_->settings.body_bytes);
        is_continued_ = false;
    }
    boost::beast::error_code wrong;
    begin_ += parser_->put(asio::buffer(incoming_.data() + begin_, end_ - begin_), wrong);
    if (begin_ == end_) begin_ = end_ = 0;
    if (wrong && wrong != boost::beast::http::error::need_more) {
        refuse(wrong);
        return parsed::wrong;
    }
    if (parser_->is_done()) return parsed::whole;
    // What the parser leaves in a full buffer is a line that has no end.
    if (end_ - begin_ >= server_->settings.head_bytes + detail::first_read_bytes) {
        refuse(boost::beast::http::error::header_limit);
        return parsed::wrong;
    }
    if (parser_->is_header_done() && parser_->expects_continue() && !is_continued_) {
        outgoing_ += "HTTP/1.1 100 Continue\r\n\r\n";
        is_continued_ = true;
    }
    return parsed::partly;
}

CHATOPS_INLINE void server_connection::refuse(boost::beast::error_code wrong) {
    using boost::beast::http::error;
    http::response refusal;
    refusal.status = wrong == error::body_limit     ? 413
                     : wrong == error::header_limit ? 431
                     : wrong == error::bad_version  ? 505
                                                    : 400;
    refusal.headers.set("Content-Type", "text/plain");
    refusal.body = wrong.message() + "\n";
    server_->where_to_log.info(
        "request refused", {{"status", std::to_string(refusal.status)}, {"why", wrong.message()}});
    is_keeping_ = false;
    respond(refusal, std::string::npos);
    forget_request();
}

CHATOPS_INLINE std::optional<asio::awaitable<answer>> server_connection::begin_answer() {
    try {
        answering begun = http::response{404};
        if (server_->service.handle) begun = server_->service.handle(request_);
        if (auto* const making = std::get_if<asio::awaitable<answer>>(&begun))
            return std::move(*making);
        respond(std::get<http::response>(begun), std::string::npos);
    } catch (const std::exception& wrong) {
        failed(wrong.what());
    }
    forget_request();
    return std::nullopt;
}

CHATOPS_INLINE asio::awaitable<void>
server_connection::answer_later(asio::awaitable<answer> making) {
    answer made{http::response{}};
    std::string wrong;
    bool is_wrong = false;
    try {
        answer given = co_await std::move(making);
        made = std::move(given);
    } catch (const std::exception& thrown) {
        is_wrong = true;
        wrong = thrown.what();
    }
    if (!socket_.is_open()) co_return;
    if (!is_wrong) {
        finish(std::move(made));
    } else {
        failed(wrong.c_str());
        forget_request();
        go();
    }
}

CHATOPS_INLINE void server_connection::finish(answer with) {
    if (with.then == answer::ending::reset) {
        // Closing with a linger time of zero makes TCP send a reset.
        boost::system::error_code ignored;
        socket_.set_option(asio::socket_base::linger(true, 0), ignored);
        return close();
    }
    if (with.then == answer::ending::silent) {
        wait_for(phase::silent, duration::max());
        return drain();
    }
    if (with.rest && !detail::is_bodiless(with.what.status)) return begin_body(std::move(with));
    const bool is_truncated = with.body_bytes < with.what.body.size();
    if (with.then == answer::ending::close && !is_truncated) is_keeping_ = false;
    respond(with.what, with.body_bytes);
    if (is_truncated) is_last_ = true;
    forget_request();
    go();
}

CHATOPS_INLINE void server_connection::failed(const char* what) {
    server_->where_to_log.error(
        "handler failed",
        {{"method", request_.method}, {"path", std::string(request_.path())}, {"why", what}});
    http::response refusal;
    refusal.status = 500;
    refusal.headers.set("Content-Type", "text/plain");
    refusal.body = "internal error\n";
    respond(refusal, std::string::npos);
}

CHATOPS_INLINE bool server_connection::upgrade() {
    if (!server_->service.upgrade || !request_.headers.has("Sec-WebSocket-Key")) return false;
    // A client may not send frames before it has our answer (RFC 6455, 4.1).
    if (begin_ != end_ || !outgoing_.empty()) {
        refuse(boost::beast::http::error::bad_value);
        if (flush()) linger();
        return true;
    }
    socket_session session;
    try {
        session = server_->service.upgrade(request_);
    } catch (const std::exception& wrong) {
        failed(wrong.what());
        is_last_ = true;
        forget_request();
        if (flush()) linger();
        return true;
    }
    if (!session) return false;
    ++server_->sockets;
    asio::co_spawn(
        server_->io,
        [server = server_, session = std::move(session), stream = std::move(socket_),
         asked = std::move(request_)]() mutable {
            return server->run(std::move(session), std::move(stream), std::move(asked));
        },
        asio::detached);
    return true;
}

CHATOPS_INLINE bool server_connection::may_keep() const {
    return is_keeping_ && !server_->is_ending && parser_ && parser_->is_done() &&
           parser_->keep_alive();
}

CHATOPS_INLINE void server_connection::begin_head(const http::response& with, bool is_keeping) {
    outgoing_ += "HTTP/1.1 ";
    detail::append_number(outgoing_, static_cast<std::size_t>(std::clamp(with.status, 100, 999)));
    outgoing_ += ' ';
    const auto reason = boost::beast::http::obsolete_reason(
        boost::beast::http::int_to_status(static_cast<unsigned>(with.status)));
    outgoing_.append(reason.data(), reason.size());
    outgoing_ += "\r\n";
    bool has_date = false;
    for (const auto& [name, value] : with.headers) {
        if (detail::is_framing(name)) continue;
        has_date = has_date || http::equal_without_case(name, "date");
        detail::append_field_text(outgoing_, name);
        outgoing_ += ": ";
        detail::append_field_text(outgoing_, value);
        outgoing_ += "\r\n";
    }
    if (!has_date) {
        outgoing_ += "Date: ";
        outgoing_ += server_->date();
        outgoing_ += "\r\n";
    }
    if (!is_keeping)
        outgoing_ += "Connection: close\r\n";
    else if (parser_->version() < 11)
        outgoing_ += "Connection: keep-alive\r\n";
}

CHATOPS_INLINE void server_connection::respond(const http::response& with, std::size_t body_bytes) {
    const bool is_keeping = may_keep();
    const bool is_bodiless = detail::is_bodiless(with.status);
    begin_head(with, is_keeping);
    if (!is_bodiless) {
        outgoing_ += "Content-Length: ";
        detail::append_number(outgoing_, with.body.size());
        outgoing_ += "\r\n";
    }
    outgoing_ += "\r\n";
    if (!is_bodiless && request_.method != "HEAD") outgoing_.append(with.body, 0, body_bytes);
    if (!is_keeping) is_last_ = true;
}

CHATOPS_INLINE void server_connection::forget_request() {
    parser_.reset();
    request_.headers.clear();
    request_.url.clear();
    if (request_.body.capacity() > detail::kept_bytes)
        request_.body = std::string();
    else
        request_.body.clear();
    doing_ = phase::answering;
}

CHATOPS_INLINE bool server_connection::flush() {
    while (sent_ < outgoing_.size()) {
        boost::system::error_code failed;
        sent_ += socket_.write_some(asio::buffer(outgoing_) + sent_, failed);
        if (failed == asio::error::would_block) {
            wait_for(phase::sending, server_->settings.send_patience);
            socket_.async_wait(io_socket::wait_write,
                               [self = shared_from_this()](boost::system::error_code woken) {
                                   if (woken) return self->close();
                                   self->go();
                               });
            return false;
        }
        if (failed) {
            close();
            return false;
        }
    }
    sent_ = 0;
    if (outgoing_.capacity() > detail::kept_bytes)
        outgoing_ = std::string();
    else
        outgoing_.clear();
    return true;
}

CHATOPS_INLINE void server_connection::read() {
    const http_server_settings& settings = server_->settings;
    if (!parser_) {
        if (server_->is_ending) return close();
        wait_for(phase::idle, settings.idle_patience);
    } else if (!parser_->is_header_done()) {
        if (doing_ != phase::head) wait_for(phase::head, settings.head_patience);
    } else if (doing_ != phase::body) {
        wait_for(phase::body, settings.body_patience);
    }
    make_room();
    socket_.async_read_some(
        asio::buffer(incoming_.data() + end_, incoming_.size() - end_),
        [self = shared_from_this()](boost::system::error_code failed, std::size_t bytes) {
            if (failed) return self->close();
            self->end_ += bytes;
            self->go();
        });
}

CHATOPS_INLINE void server_connection::linger() {
    boost::system::error_code failed;
    socket_.shutdown(io_socket::shutdown_send, failed);
    if (failed) return close();
    wait_for(phase::lingering, detail::linger_patience);
    drain();
}

CHATOPS_INLINE void server_connection::drain() {
    socket_.async_read_some(
        asio::buffer(incoming_),
        [self = shared_from_this()](boost::system::error_code failed, std::size_t bytes) {
            self->drained_ += bytes;
            if (failed || self->drained_ > detail::drained_bytes) return self->close();
            self->drain();
        });
}

CHATOPS_INLINE void server_connection::wait_for(phase what, duration patience) {
    doing_ = what;
    deadline_ = patience == duration::max() ? steady_time::max()
                                            : std::chrono::steady_clock::now() + patience;
}

CHATOPS_INLINE void server_connection::check(steady_time now) {
    if (now >= deadline_) close();
}

CHATOPS_INLINE void server_connection::end_gently() {
    if (doing_ == phase::idle || doing_ == phase::silent) return close();
    if (body_) end_body(true);
}

CHATOPS_INLINE void server_connection::close() {
    boost::system::error_code ignored;
    socket_.close(ignored);
    if (const auto body = std::exchange(body_, nullptr)) body->over();
}

} // namespace chatops::native

#include "chatops/native/inside/http_connection_body.ipp"
