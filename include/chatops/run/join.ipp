#pragma once

#include "chatops/run/join.hpp"

#include <boost/asio/async_result.hpp>

#include <utility>

namespace chatops::detail {

CHATOPS_INLINE asio::awaitable<void> joined(std::shared_ptr<join_state> state) {
    const auto executor = co_await asio::this_coro::executor;
    co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
        [&](auto handler) {
            auto shared = std::make_shared<decltype(handler)>(std::move(handler));
            auto wake = [shared, executor] {
                asio::post(executor, [shared] { std::move (*shared)(); });
            };
            if (state->running == 0)
                wake();
            else
                state->resume = wake;
        },
        asio::use_awaitable);
}

} // namespace chatops::detail
