#pragma once

#include "chatops/native/http_client.hpp"
#include "chatops/native/inside/client_connection.hpp"
#include "chatops/native/inside/client_stream.hpp"
#include "chatops/native/inside/http_client_state.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

namespace chatops::native {

namespace detail {

inline steady_time steady_deadline(time_point deadline) {
    const auto left = deadline - std::chrono::floor<duration>(std::chrono::system_clock::now());
    return std::chrono::steady_clock::now() +
           std::clamp<duration>(left, duration(0), limits::request_hours);
}

/// A line break in a part of the head would begin another field: whoever built the request forgot
/// to encode.
inline void must_be_one_line(std::string_view text) {
    if (text.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos)
        throw std::logic_error("a line break or a zero in the head of a request");
}

inline std::string head_of(const http::request& what, const target& where,
                           const std::string& user_agent) {
    std::string head;
    head.reserve(512);
    const auto field = [&](std::string_view name, std::string_view value) {
        must_be_one_line(name);
        must_be_one_line(value);
        head += name;
        head += ": ";
        head += value;
        head += "\r\n";
    };
    must_be_one_line(what.method);
    head += what.method + " " + where.resource + " HTTP/1.1\r\n";
    field("Host", where.authority);
    if (!what.headers.has("User-Agent")) field("User-Agent", user_agent);
    for (const auto& [name, value] : what.headers) {
        const bool is_ours = http::equal_without_case(name, "host") ||
                             http::equal_without_case(name, "content-length") ||
                             http::equal_without_case(name, "transfer-encoding") ||
                             http::equal_without_case(name, "connection");
        if (!is_ours) field(name, value);
    }
    const bool has_meaning =
        what.method == "POST" || what.method == "PUT" || what.method == "PATCH";
    if (has_meaning || !what.body.empty())
        field("Content-Length", std::to_string(what.body.size()));
    head += "\r\n";
    return head;
}

inline bool is_safe(const http::request& what) {
    return what.method == "GET" || what.method == "HEAD";
}

/// What went wrong, for the caller of `send`.
inline unavailable failure_of(const target& where, const boost::system::error_code& failed,
                              const progress& how_far, const watch& until) {
    std::string words = words_for(failed);
    if (until.is_over())
        words = "no answer in time";
    else if (!how_far.has_received && failed == asio::ssl::error::stream_truncated)
        words = "the connection was closed before an answer";
    return {where.host, where.authority + ": " + words,
            how_far.has_sent ? effect_known::may_have_happened : effect_known::did_not_happen};
}

} // namespace detail

CHATOPS_INLINE target http_client::state::allowed(const std::string& url, const char* plain,
                                                  const char* tls) const {
    target where = target_of(url, plain, tls);
    if (settings.loopback_only && !where.is_loopback())
        throw std::logic_error("this client stays on this machine and was sent to " + where.host);
    return where;
}

CHATOPS_INLINE http_client::state::pool& http_client::state::pool_of(const target& where) {
    forget_stale();
    return pools[(where.is_tls ? "https://" : "http://") + where.authority];
}

CHATOPS_INLINE void http_client::state::wake_next(pool& in) {
    if (in.waiting.empty() || in.in_use >= settings.connections_per_host) return;
    in.waiting.front()->cancel();
    in.waiting.pop_front();
}

CHATOPS_INLINE asio::awaitable<void>
http_client::state::wait_for_place(const target& where, pool& in, const watch& until) {
    /// Leaves the queue, however the waiting ends; whose turn it was and who did not take it passes
    /// it on.
    struct turn {
        state& of;
        pool& in;
        boost::asio::steady_timer comes;
        bool is_taken = false;
        ~turn() {
            std::erase(in.waiting, &comes);
            if (!is_taken) of.wake_next(in);
        }
    };
    turn mine{*this, in, boost::asio::steady_timer(io, until.deadline())};
    while (in.in_use >= settings.connections_per_host) {
        in.waiting.push_back(&mine.comes);
        boost::system::error_code woken;
        co_await mine.comes.async_wait(asio::redirect_error(asio::use_awaitable, woken));
        if (until.is_over())
            not_connected(where, "all connections were in use until it was too late");
    }
    mine.is_taken = true;
    ++in.in_use;
}

CHATOPS_INLINE asio::awaitable<std::vector<asio::ip::tcp::endpoint>>
http_client::state::look_up(const target& where, const watch& until) {
    using results = asio::ip::tcp::resolver::results_type;
    std::vector<asio::ip::tcp::endpoint> found;
    if (where.is_address()) {
        found.emplace_back(asio::ip::make_address(where.host),
                           static_cast<std::uint16_t>(std::stoul(where.port)));
        co_return found;
    }
    // Asio cannot interrupt a look-up, which the C library may make last for half a minute. So it
    // is left to end by itself when the deadline comes first.
    struct looking {
        looking(asio::io_context& io, steady_time until) : ended(io, until) {}
        boost::asio::steady_timer ended;
        boost::system::error_code failed = asio::error::timed_out;
        results answer;
    };
    const auto state = std::make_shared<looking>(io, until.deadline());
    resolver.async_resolve(where.host, where.port,
                           [state](boost::system::error_code failed, const results& answer) {
                               state->failed = failed;
                               state->answer = answer;
                               state->ended.cancel();
                           });
    boost::system::error_code woken;
    co_await state->ended.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    if (until.is_over()) not_connected(where, "its address was not found in time");
    if (state->failed)
        not_connected(where, "its address was not found: " + state->failed.message());
    for (const auto& each : state->answer) found.push_back(each.endpoint());
    if (settings.loopback_only)
        std::erase_if(found, [](const auto& each) { return !each.address().is_loopback(); });
    co_return found;
}

CHATOPS_INLINE asio::awaitable<io_socket>
http_client::state::reach(const target& where,
                          const std::vector<asio::ip::tcp::endpoint>& addresses, watch& until) {
    boost::system::error_code failed = asio::error::host_not_found;
    for (const auto& address : addresses) {
        io_socket socket(io);
        until.guard(&socket);
        const bool is_last = &address == &addresses.back();
        until.attempt_until(is_last ? until.deadline()
                                    : std::chrono::steady_clock::now() +
                                          limits::connect_attempt_milliseconds);
        co_await socket.async_connect(address, asio::redirect_error(asio::use_awaitable, failed));
        until.guard(nullptr);
        if (until.is_over()) not_connected(where, "no connection in time");
        if (failed) continue;
        until.attempt_until(until.deadline());
        socket.set_option(asio::ip::tcp::no_delay(true), failed);
        co_return socket;
    }
    not_connected(where, "no connection: " + words_for(failed));
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<client_connection>>
http_client::state::open(const target& where, watch& until) {
    const std::vector<asio::ip::tcp::endpoint> addresses = co_await look_up(where, until);
    io_socket socket = co_await reach(where, addresses, until);
    std::unique_ptr<client_connection> made =
        connection_over(std::move(socket), where.is_tls ? &trusted() : nullptr);
    until.guard(&made->socket());
    co_await made->handshake(where, until);
    co_return made;
}

CHATOPS_INLINE std::unique_ptr<client_connection> http_client::state::take_idle(pool& from) {
    while (!from.idle.empty()) {
        // The one used last is the likeliest to be alive.
        std::unique_ptr<client_connection> newest = std::move(from.idle.back());
        from.idle.pop_back();
        if (newest->is_quiet()) return newest;
    }
    return nullptr;
}

CHATOPS_INLINE void http_client::state::forget_stale() {
    const auto oldest = std::chrono::steady_clock::now() - settings.idle_patience;
    for (auto& [name, each] : pools)
        while (!each.idle.empty() && each.idle.front()->unused_since < oldest)
            each.idle.pop_front();
    std::erase_if(pools, [](const auto& each) {
        return each.second.in_use == 0 && each.second.idle.empty() && each.second.waiting.empty();
    });
}

CHATOPS_INLINE void http_client::state::keep(pool& in,
                                             std::unique_ptr<client_connection> connection) {
    if (is_closed) return;
    connection->unused_since = std::chrono::steady_clock::now();
    in.idle.push_back(std::move(connection));
    std::size_t count = 0;
    pool* stalest = nullptr;
    for (auto& [name, each] : pools) {
        count += each.idle.size();
        if (!each.idle.empty() &&
            (!stalest || each.idle.front()->unused_since < stalest->idle.front()->unused_since))
            stalest = &each;
    }
    if (count > limits::idle_connections) stalest->idle.pop_front();
}

namespace detail {

inline asio::awaitable<http::response> send(std::shared_ptr<http_client::state> state,
                                            const http::request& what, time_point deadline) {
    const target where = state->allowed(what.url, "http", "https");
    const std::string head = head_of(what, where, state->settings.user_agent);
    http_client::state::registered_watch until(state, steady_deadline(deadline));
    if (until.is_over()) not_connected(where, "there was no time left");
    auto& pool = state->pool_of(where);
    co_await state->wait_for_place(where, pool, until);
    const http_client::state::place held(state, pool);

    for (bool may_repeat = true;; may_repeat = false) {
        std::unique_ptr<client_connection> connection;
        if (may_repeat) connection = state->take_idle(pool);
        const bool was_kept = connection != nullptr;
        if (!was_kept) connection = co_await state->open(where, until);
        until.guard(&connection->socket());
        progress how_far;
        std::optional<boost::system::error_code> failed;
        try {
            http::response answer =
                co_await connection->exchange(head, what, state->settings.body_bytes, how_far);
            until.guard(nullptr);
            if (how_far.is_kept) state->keep(pool, std::move(connection));
            co_return answer;
        } catch (const boost::system::system_error& wrong) {
            failed = wrong.code();
        }
        until.guard(nullptr);
        // A server may close a connection just when we use it again. Only what is safe to ask twice
        // is: a DELETE that restarts something is not.
        const bool is_stale = was_kept && !how_far.has_received && !until.is_over();
        if (!is_stale || !is_safe(what)) throw failure_of(where, *failed, how_far, until);
    }
}

inline asio::awaitable<std::unique_ptr<http::stream>>
open(std::shared_ptr<http_client::state> state, const http::request& what, time_point deadline) {
    const target where = state->allowed(what.url, "http", "https");
    const std::string head = head_of(what, where, state->settings.user_agent);
    http_client::state::registered_watch until(state, steady_deadline(deadline));
    if (until.is_over()) not_connected(where, "there was no time left");
    auto& pool = state->pool_of(where);
    // A place is held until the head has come, and not for as long as the stream lasts: logs that a
    // few people follow would leave no connection for the requests of everyone else. How many
    // streams there are is for who opens them to say.
    co_await state->wait_for_place(where, pool, until);
    const http_client::state::place held(state, pool);

    // Always a new connection: it is the stream's own until it ends.
    std::unique_ptr<client_connection> connection = co_await state->open(where, until);
    until.guard(&connection->socket());
    progress how_far;
    std::optional<boost::system::error_code> failed;
    try {
        http::response begun = co_await connection->begin(head, what, how_far);
        until.guard(nullptr);
        std::unique_ptr<http::stream> made =
            std::make_unique<client_stream>(state, where, std::move(connection), std::move(begun));
        co_return made;
    } catch (const boost::system::system_error& wrong) {
        failed = wrong.code();
    }
    until.guard(nullptr);
    throw failure_of(where, *failed, how_far, until);
}

inline asio::awaitable<std::unique_ptr<http::socket>>
connect(std::shared_ptr<http_client::state> state, std::string url, time_point deadline) {
    const target where = state->allowed(url, "ws", "wss");
    http_client::state::registered_watch until(state, steady_deadline(deadline));
    if (until.is_over()) not_connected(where, "there was no time left");
    std::unique_ptr<client_connection> connection = co_await state->open(where, until);
    std::unique_ptr<http::socket> made =
        co_await connection->upgrade(where, state->settings, until);
    co_return made;
}

} // namespace detail

CHATOPS_INLINE http_client::http_client(asio::io_context& io, const http_client_settings& settings)
    : state_(std::make_shared<state>(io, settings)) {}

CHATOPS_INLINE http_client::~http_client() {
    state_->is_closed = true;
    for (auto& [name, each] : state_->pools) {
        each.idle.clear();
        for (auto* turn : each.waiting) turn->cancel();
    }
    for (watch* each : state_->watches) each->end();
}

CHATOPS_INLINE asio::awaitable<http::response> http_client::send(const http::request& what,
                                                                 time_point deadline) {
    return detail::send(state_, what, deadline);
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::socket>>
http_client::connect(const std::string& url, time_point deadline) {
    return detail::connect(state_, url, deadline);
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::stream>>
http_client::open(const http::request& what, time_point deadline) {
    return detail::open(state_, what, deadline);
}

CHATOPS_INLINE std::size_t http_client::idle_connections() const {
    std::size_t count = 0;
    for (const auto& [name, each] : state_->pools) count += each.idle.size();
    return count;
}

} // namespace chatops::native
