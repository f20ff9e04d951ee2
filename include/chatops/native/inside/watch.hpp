// A deadline over several operations of one socket, and the end of them all from outside.
#pragma once

#include "chatops/native/inside/io_socket.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <memory>

namespace chatops::native {

/// Closes the guarded socket when the deadline comes, or when `end` is called; what then fails was
/// not the other side's doing.
class watch {
  public:
    watch(boost::asio::io_context& io, steady_time deadline)
        : held_(std::make_shared<held>(io, deadline)) {
        arm(deadline);
    }
    watch(const watch&) = delete;
    watch& operator=(const watch&) = delete;
    ~watch() {
        held_->socket = nullptr;
        held_->timer.cancel();
    }

    /// From now on this socket; a pointer to none lets it go.
    void guard(io_socket* socket) { held_->socket = socket; }

    /// For one attempt of several: an earlier moment, then the deadline again.
    void attempt_until(steady_time when) { arm(std::min(when, held_->deadline)); }

    void end() {
        held_->is_ended = true;
        held_->close();
    }

    [[nodiscard]] steady_time deadline() const { return held_->deadline; }
    /// The deadline has passed, or `end` was called.
    [[nodiscard]] bool is_over() const {
        return held_->is_ended || std::chrono::steady_clock::now() >= held_->deadline;
    }

  private:
    struct held {
        held(boost::asio::io_context& io, steady_time until) : timer(io), deadline(until) {}
        void close() {
            boost::system::error_code ignored;
            if (socket) socket->close(ignored);
        }
        boost::asio::steady_timer timer;
        steady_time deadline;
        io_socket* socket = nullptr;
        bool is_ended = false;
    };

    void arm(steady_time when) {
        held_->timer.expires_at(when);
        held_->timer.async_wait([held = held_](boost::system::error_code stopped) {
            if (!stopped) held->close();
        });
    }

    std::shared_ptr<held> held_;
};

} // namespace chatops::native
