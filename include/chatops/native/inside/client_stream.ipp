#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/native/inside/client_stream.hpp"
#include "chatops/native/inside/vanished_peer.hpp"

#include <boost/asio/buffer.hpp>

#include <utility>

namespace chatops::native {

struct client_stream::core {
    core(std::shared_ptr<http_client::state> of, const target& to,
         std::unique_ptr<client_connection> over)
        : where(to), connection(std::move(over)), until(std::move(of), steady_time::max()),
          piece(limits::stream_piece_bytes, '\0') {
        notice_when_gone(connection->socket());
        until.guard(&connection->socket());
        // The client may have ended while the head was on its way.
        if (until.is_over()) until.end();
    }

    static asio::awaitable<std::optional<std::string>> receive(std::shared_ptr<core> self);
    void end() {
        is_over = true;
        until.end();
    }

    target where;
    std::unique_ptr<client_connection> connection;
    http_client::state::registered_watch until;
    std::string piece;
    bool is_over = false;
    /// What it broke with, for who asks again.
    std::string broken;
};

CHATOPS_INLINE asio::awaitable<std::optional<std::string>>
client_stream::core::receive(std::shared_ptr<core> self) {
    if (self->is_over) co_return std::nullopt;
    if (self->broken.empty() && self->until.is_over()) self->broken = "the client has ended";
    if (self->broken.empty()) {
        std::size_t size = 0;
        boost::system::error_code failed;
        try {
            size = co_await self->connection->read_body(asio::buffer(self->piece));
        } catch (const boost::system::system_error& wrong) {
            failed = wrong.code();
        }
        if (self->is_over) co_return std::nullopt;
        if (!failed && size > 0) co_return self->piece.substr(0, size);
        if (!failed) {
            self->end();
            co_return std::nullopt;
        }
        self->broken = self->until.is_over() ? "the client has ended" : words_for(failed);
        self->until.end();
    }
    throw unavailable(self->where.host, self->where.authority + ": " + self->broken,
                      effect_known::may_have_happened);
}

CHATOPS_INLINE
client_stream::client_stream(std::shared_ptr<http_client::state> of, const target& where,
                             std::unique_ptr<client_connection> connection, http::response head)
    : head_(std::move(head)),
      core_(std::make_shared<core>(std::move(of), where, std::move(connection))) {}

CHATOPS_INLINE client_stream::~client_stream() { core_->end(); }

CHATOPS_INLINE asio::awaitable<std::optional<std::string>> client_stream::receive() {
    return core::receive(core_);
}

CHATOPS_INLINE void client_stream::close() { core_->end(); }

} // namespace chatops::native
