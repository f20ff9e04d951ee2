#pragma once

#include "chatops/native/http_server.hpp"
#include "chatops/native/inside/http_connection.hpp"
#include "chatops/native/inside/http_server_state.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include <algorithm>
#include <ctime>
#include <exception>
#include <system_error>
#include <utility>

namespace chatops::native {

CHATOPS_INLINE http_server::state::state(asio::io_context& context,
                                         const http_server_settings& given, http_service served,
                                         log& to)
    : io(context), settings(given), service(std::move(served)), where_to_log(to), acceptor(context),
      sweeping(context), resting(context), changed(context, steady_time::max()) {}

CHATOPS_INLINE void http_server::state::listen() {
    boost::system::error_code failed;
    const auto address = asio::ip::make_address(settings.address, failed);
    const asio::ip::tcp::endpoint where(address, settings.port);
    if (!failed) acceptor.open(where.protocol(), failed);
    if (!failed) acceptor.set_option(asio::socket_base::reuse_address(true), failed);
    if (!failed) acceptor.bind(where, failed);
    if (!failed) acceptor.listen(asio::socket_base::max_listen_connections, failed);
    if (failed)
        throw std::system_error(failed, "cannot listen on " + settings.address + " port " +
                                            std::to_string(settings.port));
    port = acceptor.local_endpoint().port();
}

CHATOPS_INLINE void http_server::state::accept() {
    if (is_accepting || is_ending || count() > settings.connections) return;
    is_accepting = true;
    acceptor.async_accept(
        [self = shared_from_this()](boost::system::error_code failed, io_socket socket) {
            self->is_accepting = false;
            if (self->is_ending) return;
            if (!failed) {
                self->accepted(std::move(socket));
                return self->accept();
            }
            // Out of file descriptors, say: they come back when connections end, so wait a little.
            self->where_to_log.error("cannot accept a connection", {{"why", failed.message()}});
            self->resting.expires_after(std::chrono::milliseconds(100));
            self->resting.async_wait([self](boost::system::error_code) { self->accept(); });
        });
}

CHATOPS_INLINE void http_server::state::accepted(io_socket socket) {
    // Closes the one that was idle longest before the new one, which is idle too, counts.
    if (count() >= settings.connections) evict_idle();
    std::make_shared<server_connection>(shared_from_this(), std::move(socket))->start();
}

CHATOPS_INLINE bool http_server::state::evict_idle() {
    server_connection* longest = nullptr;
    for (server_connection* each : open)
        if (each->is_idle() && (!longest || each->deadline() < longest->deadline())) longest = each;
    if (longest) longest->close();
    return longest != nullptr;
}

CHATOPS_INLINE void http_server::state::sweep() {
    const duration shortest = std::min({settings.head_patience, settings.body_patience,
                                        settings.send_patience, settings.idle_patience});
    sweeping.expires_after(std::clamp(shortest / 4, duration(10), duration(1'000)));
    sweeping.async_wait([self = shared_from_this()](boost::system::error_code stopped) {
        if (stopped) return;
        const auto now = std::chrono::steady_clock::now();
        for (server_connection* each : self->open) each->check(now);
        self->sweep();
    });
}

CHATOPS_INLINE void http_server::state::end_gently() {
    is_ending = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    resting.cancel();
    for (server_connection* each : open) each->end_gently();
    for (const auto& each : links)
        if (const auto link = each.lock()) link->close();
    if (count() == 0) sweeping.cancel();
}

CHATOPS_INLINE void http_server::state::end_at_once() {
    end_gently();
    sweeping.cancel();
    for (server_connection* each : open) each->close();
    for (const auto& each : links)
        if (const auto link = each.lock()) link->abort();
}

CHATOPS_INLINE void http_server::state::one_gone() {
    changed.cancel();
    if (is_ending && count() == 0) sweeping.cancel();
    accept();
}

CHATOPS_INLINE asio::awaitable<void>
http_server::state::run(socket_session session, io_socket stream, http::request asked) {
    namespace websocket = boost::beast::websocket;
    struct counted {
        std::shared_ptr<state> server;
        ~counted() {
            --server->sockets;
            server->one_gone();
        }
    };
    const counted here{shared_from_this()};
    boost::beast::http::request<boost::beast::http::empty_body> upgrade;
    upgrade.method_string(asked.method);
    upgrade.target(asked.url);
    for (const auto& [name, value] : asked.headers) upgrade.insert(name, value);

    auto link = std::make_unique<websocket::stream<io_socket>>(std::move(stream));
    websocket::stream_base::timeout patience{};
    patience.handshake_timeout = settings.head_patience;
    patience.idle_timeout = websocket::stream_base::none();
    link->set_option(patience);
    boost::beast::error_code failed;
    co_await link->async_accept(upgrade, asio::redirect_error(asio::use_awaitable, failed));
    if (failed) {
        where_to_log.info("WebSocket refused", {{"why", failed.message()}});
        co_return;
    }
    const auto core = std::make_shared<web_socket_core<io_socket>>(
        std::move(link), "client", settings.socket_silence, settings.socket_frame_bytes);
    std::erase_if(links, [](const auto& each) { return each.expired(); });
    links.push_back(core);
    core->start();
    auto socket = std::make_unique<web_socket<io_socket>>(core);
    std::string wrong;
    try {
        asio::awaitable<void> running = session(std::move(socket));
        co_await std::move(running);
    } catch (const std::exception& thrown) {
        wrong = thrown.what();
    }
    if (!wrong.empty()) where_to_log.error("WebSocket's session failed", {{"why", wrong}});
    core->close();
}

CHATOPS_INLINE std::string_view http_server::state::date() {
    const auto second = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (date_.empty() || second != date_second_) {
        date_second_ = second;
        const std::time_t time = std::chrono::system_clock::to_time_t(second);
        std::tm parts{};
        gmtime_r(&time, &parts);
        char text[64];
        date_.assign(text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts));
    }
    return date_;
}

CHATOPS_INLINE http_server::http_server(asio::io_context& io, const http_server_settings& settings,
                                        http_service service, log& where_to_log)
    : state_(std::make_shared<state>(io, settings, std::move(service), where_to_log)) {
    state_->listen();
    state_->accept();
    state_->sweep();
}

CHATOPS_INLINE http_server::~http_server() { state_->end_at_once(); }

CHATOPS_INLINE std::uint16_t http_server::port() const { return state_->port; }

CHATOPS_INLINE std::string http_server::url() const {
    const std::string& address = state_->settings.address;
    const bool is_v6 = address.find(':') != std::string::npos;
    return "http://" + (is_v6 ? "[" + address + "]" : address) + ":" + std::to_string(port());
}

CHATOPS_INLINE std::size_t http_server::connections() const { return state_->count(); }

CHATOPS_INLINE asio::awaitable<void> http_server::stop(duration patience) {
    const auto state = state_;
    const auto until = std::chrono::steady_clock::now() + patience;
    state->end_gently();
    while (state->count() > 0 && std::chrono::steady_clock::now() < until) {
        state->changed.expires_at(until);
        boost::system::error_code woken;
        co_await state->changed.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    }
    state->end_at_once();
}

} // namespace chatops::native
