// One coroutine waits until another says that something has changed.
#pragma once

#include "chatops/core/asio.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace chatops {

/// For one thread. Whoever is woken looks for himself whether it is what he waited for.
class signal {
  public:
    /// Returns after the next `notify`.
    asio::awaitable<void> wait() {
        return asio::async_initiate<decltype(asio::use_awaitable), void()>(
            [this](auto handler) {
                // std::function copies what it holds; a completion handler only moves.
                auto shared = std::make_shared<decltype(handler)>(std::move(handler));
                waiting_.push_back([shared] {
                    const auto executor = asio::get_associated_executor(*shared);
                    asio::post(executor, [shared] { std::move (*shared)(); });
                });
            },
            asio::use_awaitable);
    }

    /// Wakes all who wait now, each from the executor and never from inside this call.
    void notify() {
        for (const auto& wake : std::exchange(waiting_, {})) wake();
    }

  private:
    std::vector<std::function<void()>> waiting_;
};

} // namespace chatops
