// Runs a coroutine that needs no waiting to its end, and returns its value.
#pragma once

#include "chatops/core/asio.hpp"

#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>
#include <utility>

namespace chatops::support {

template <class T>
T finished(asio::awaitable<T> work) {
    asio::io_context io(1);
    std::optional<T> value;
    std::exception_ptr failure;
    asio::co_spawn(io, std::move(work), [&](std::exception_ptr thrown, T result) {
        failure = thrown;
        if (!thrown) value.emplace(std::move(result));
    });
    io.poll();
    if (failure) std::rethrow_exception(failure);
    return std::move(value.value());
}

inline void finished(asio::awaitable<void> work) {
    asio::io_context io(1);
    bool ended = false;
    std::exception_ptr failure;
    asio::co_spawn(io, std::move(work), [&](std::exception_ptr thrown) {
        failure = thrown;
        ended = true;
    });
    io.poll();
    if (failure) std::rethrow_exception(failure);
    CHATOPS_ASSERT(ended);
}

} // namespace chatops::support
