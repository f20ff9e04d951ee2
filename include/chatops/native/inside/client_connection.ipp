#pragma once

#include "chatops/native/inside/client_connection.hpp"
#include "chatops/native/inside/web_socket.hpp"

#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/optional/optional.hpp>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace chatops::native {

CHATOPS_INLINE std::string words_for(const boost::system::error_code& failed) {
    using http_error = boost::beast::http::error;
    if (failed == http_error::body_limit) return "the answer is too large";
    if (failed == http_error::partial_message || failed == asio::ssl::error::stream_truncated)
        return "the answer was cut short";
    if (failed == http_error::end_of_stream || failed == asio::error::eof)
        return "the connection was closed before an answer";
    if (failed == asio::error::connection_reset || failed == asio::error::broken_pipe)
        return "the connection was reset";
    if (failed == asio::error::connection_refused) return "the connection was refused";
    if (failed.category() ==
        boost::beast::http::make_error_code(http_error::bad_version).category())
        return "the answer is not HTTP (" + failed.message() + ")";
    return failed.message();
}

CHATOPS_INLINE bool client_connection::is_quiet() {
    char byte = 0;
    const ssize_t count = ::recv(socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

namespace detail {

inline constexpr std::size_t kept_buffer_bytes = 16 << 10;

/// The name to ask for, and the name to insist on.
inline bool expect_host(SSL* tls, const target& where) {
    if (where.is_address())
        return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls), where.host.c_str()) == 1;
    SSL_set_hostflags(tls, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    return SSL_set1_host(tls, where.host.c_str()) == 1 &&
           SSL_ctrl(tls, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                    const_cast<char*>(where.host.c_str())) == 1;
}

template <class Parsed>
http::response head_of_answer(const Parsed& parsed) {
    http::response made;
    made.status = static_cast<int>(parsed.result_int());
    for (const auto& field : parsed) {
        const auto name = field.name_string();
        const auto value = field.value();
        made.headers.add({name.data(), name.size()}, {value.data(), value.size()});
    }
    return made;
}

} // namespace detail

using tls_stream = asio::ssl::stream<io_socket>;

/// Plain for an `io_socket`, TLS for a `tls_stream`.
template <class Stream>
class connection_through final : public client_connection {
  public:
    explicit connection_through(Stream stream) : stream_(std::move(stream)) {}

    [[nodiscard]] io_socket& socket() override { return boost::beast::get_lowest_layer(stream_); }
    asio::awaitable<void> handshake(const target& where, const watch& until) override;
    asio::awaitable<http::response> exchange(const std::string& head, const http::request& what,
                                             std::size_t body_bytes, progress& how_far) override;
    asio::awaitable<http::response> begin(const std::string& head, const http::request& what,
                                          progress& how_far) override;
    asio::awaitable<std::size_t> read_body(asio::mutable_buffer into) override;
    asio::awaitable<std::unique_ptr<http::socket>>
    upgrade(const target& where, const http_client_settings& settings, watch& until) override;

  private:
    using body_limit = boost::optional<std::uint64_t>;
    using body_in_pieces = boost::beast::http::response_parser<boost::beast::http::buffer_body>;

    /// Sends, and reads the answer up to the end of its head.
    template <class Parser>
    asio::awaitable<std::unique_ptr<Parser>> ask(const std::string& head, const http::request& what,
                                                 body_limit body_bytes, progress& how_far);

    Stream stream_;
    boost::beast::flat_buffer incoming_;
    std::unique_ptr<body_in_pieces> pieces_;
};

template <class Stream>
asio::awaitable<void> connection_through<Stream>::handshake(const target& where,
                                                            const watch& until) {
    if constexpr (std::is_same_v<Stream, tls_stream>) {
        SSL* const tls = stream_.native_handle();
        if (!detail::expect_host(tls, where)) not_connected(where, "not a host's name");
        boost::system::error_code failed;
        co_await stream_.async_handshake(asio::ssl::stream_base::client,
                                         asio::redirect_error(asio::use_awaitable, failed));
        if (!failed) co_return;
        if (until.is_over()) not_connected(where, "no TLS connection in time");
        const long verified = SSL_get_verify_result(tls);
        if (verified != X509_V_OK)
            not_connected(where, std::string("the certificate cannot be trusted: ") +
                                     X509_verify_cert_error_string(verified));
        not_connected(where, "no TLS connection: " + failed.message());
    } else {
        static_cast<void>(where);
        static_cast<void>(until);
    }
    co_return;
}

template <class Stream>
template <class Parser>
asio::awaitable<std::unique_ptr<Parser>>
connection_through<Stream>::ask(const std::string& head, const http::request& what,
                                body_limit body_bytes, progress& how_far) {
    const std::array<asio::const_buffer, 2> message{asio::buffer(head), asio::buffer(what.body)};
    how_far.has_sent = true;
    co_await asio::async_write(stream_, message, asio::use_awaitable);

    auto parser = std::make_unique<Parser>();
    for (bool is_final = false; !is_final;) {
        parser = std::make_unique<Parser>();
        parser->header_limit(limits::response_head_bytes);
        parser->body_limit(body_bytes);
        parser->skip(what.method == "HEAD");
        boost::system::error_code failed;
        co_await boost::beast::http::async_read_header(
            stream_, incoming_, *parser, asio::redirect_error(asio::use_awaitable, failed));
        how_far.has_received = how_far.has_received || parser->got_some();
        if (failed) throw boost::system::system_error(failed);
        // 100 and 103 announce the answer; they are none.
        const unsigned status = parser->get().result_int();
        is_final = status >= 200 || status == 101;
    }
    co_return parser;
}

template <class Stream>
asio::awaitable<http::response>
connection_through<Stream>::exchange(const std::string& head, const http::request& what,
                                     std::size_t body_bytes, progress& how_far) {
    using whole_body = boost::beast::http::response_parser<boost::beast::http::string_body>;
    const body_limit most = body_bytes;
    std::unique_ptr<whole_body> parser = co_await ask<whole_body>(head, what, most, how_far);
    co_await boost::beast::http::async_read(stream_, incoming_, *parser, asio::use_awaitable);
    how_far.is_kept = parser->keep_alive() && !parser->need_eof() && incoming_.size() == 0;
    // An idle connection does not hold the room of the largest answer it ever had.
    if (how_far.is_kept && incoming_.capacity() > detail::kept_buffer_bytes) incoming_ = {};

    http::response answer = detail::head_of_answer(parser->get());
    answer.body = std::move(parser->get().body());
    co_return answer;
}

template <class Stream>
asio::awaitable<http::response> connection_through<Stream>::begin(const std::string& head,
                                                                  const http::request& what,
                                                                  progress& how_far) {
    const body_limit none;
    std::unique_ptr<body_in_pieces> parser =
        co_await ask<body_in_pieces>(head, what, none, how_far);
    pieces_ = std::move(parser);
    co_return detail::head_of_answer(pieces_->get());
}

template <class Stream>
asio::awaitable<std::size_t> connection_through<Stream>::read_body(asio::mutable_buffer into) {
    auto& body = pieces_->get().body();
    body.data = into.data();
    body.size = into.size();
    // What is read may be the frame of a chunk alone.
    while (body.size == into.size() && !pieces_->is_done()) {
        boost::system::error_code failed;
        co_await boost::beast::http::async_read_some(
            stream_, incoming_, *pieces_, asio::redirect_error(asio::use_awaitable, failed));
        if (failed && failed != boost::beast::http::error::need_buffer)
            throw boost::system::system_error(failed);
    }
    co_return into.size() - body.size;
}

template <class Stream>
asio::awaitable<std::unique_ptr<http::socket>>
connection_through<Stream>::upgrade(const target& where, const http_client_settings& settings,
                                    watch& until) {
    namespace websocket = boost::beast::websocket;
    auto link = std::make_unique<websocket::stream<Stream>>(std::move(stream_));
    until.guard(&boost::beast::get_lowest_layer(*link));
    websocket::stream_base::timeout patience{};
    patience.handshake_timeout = websocket::stream_base::none();
    patience.idle_timeout = websocket::stream_base::none();
    link->set_option(patience);
    link->set_option(websocket::stream_base::decorator(
        [agent = settings.user_agent](websocket::request_type& asked) {
            asked.set(boost::beast::http::field::user_agent, agent);
        }));
    websocket::response_type answered;
    boost::system::error_code failed;
    co_await link->async_handshake(answered, where.authority, where.resource,
                                   asio::redirect_error(asio::use_awaitable, failed));
    if (failed) {
        until.guard(nullptr);
        if (until.is_over()) not_connected(where, "no WebSocket in time");
        if (failed == websocket::error::upgrade_declined)
            not_connected(where, "the WebSocket was refused with status " +
                                     std::to_string(answered.result_int()));
        not_connected(where, "no WebSocket: " + words_for(failed));
    }
    until.guard(nullptr);
    const auto core = std::make_shared<web_socket_core<Stream>>(
        std::move(link), where.host, settings.socket_silence, settings.socket_frame_bytes);
    core->start();
    std::unique_ptr<http::socket> made = std::make_unique<web_socket<Stream>>(core);
    co_return made;
}

CHATOPS_INLINE std::unique_ptr<client_connection> connection_over(io_socket socket,
                                                                  asio::ssl::context* trusted) {
    if (!trusted) return std::make_unique<connection_through<io_socket>>(std::move(socket));
    return std::make_unique<connection_through<tls_stream>>(
        tls_stream(std::move(socket), *trusted));
}

} // namespace chatops::native
