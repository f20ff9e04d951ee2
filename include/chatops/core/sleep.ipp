#pragma once

#include "chatops/core/sleep.hpp"

#include <boost/asio/async_result.hpp>

#include <memory>
#include <utility>

namespace chatops {

CHATOPS_INLINE asio::awaitable<void> sleep_until(clock& time, time_point when) {
    co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
        [&time, &when](auto handler) {
            // std::function copies what it holds; a completion handler only moves.
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            time.call_at(when, [shared] { std::move (*shared)(); });
        },
        asio::use_awaitable);
}

CHATOPS_INLINE asio::awaitable<void> sleep_for(clock& time, duration how_long) {
    return sleep_until(time, time.now() + how_long);
}

} // namespace chatops
