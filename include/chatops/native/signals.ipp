#pragma once

#include "chatops/native/signals.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <utility>

namespace chatops::native {

struct end_signals::state {
    state(boost::asio::io_context& io, std::function<void()> then)
        : told(io, SIGINT, SIGTERM), end(std::move(then)) {}

    boost::asio::signal_set told;
    std::function<void()> end;
};

CHATOPS_INLINE end_signals::end_signals(boost::asio::io_context& io, std::function<void()> end)
    : state_(std::make_shared<state>(io, std::move(end))) {
    std::signal(SIGPIPE, SIG_IGN);
    state_->told.async_wait([held = state_](boost::system::error_code stopped, int) {
        if (stopped) return;
        // What comes now takes its usual course: a second Ctrl-C ends a program that hangs.
        boost::system::error_code ignored;
        held->told.clear(ignored);
        held->end();
    });
}

CHATOPS_INLINE end_signals::~end_signals() {
    boost::system::error_code ignored;
    state_->told.cancel(ignored);
}

struct reload_signal::state {
    state(boost::asio::io_context& io, std::function<void()> then)
        : told(io, SIGHUP), reload(std::move(then)) {}

    static void listen(const std::shared_ptr<state>& held) {
        held->told.async_wait([held](boost::system::error_code stopped, int) {
            if (stopped) return;
            listen(held);
            held->reload();
        });
    }

    boost::asio::signal_set told;
    std::function<void()> reload;
};

CHATOPS_INLINE reload_signal::reload_signal(boost::asio::io_context& io,
                                            std::function<void()> reload)
    : state_(std::make_shared<state>(io, std::move(reload))) {
    state::listen(state_);
}

CHATOPS_INLINE reload_signal::~reload_signal() {
    boost::system::error_code ignored;
    state_->told.cancel(ignored);
}

} // namespace chatops::native
