// A virtual world for one coroutine: time passes as soon as nothing else is to be done.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/sim/timeline.hpp"

#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>
#include <utility>

namespace chatops::support {

class played_world {
  public:
    /// Plays the work to its end, and returns its value or throws what it threw.
    template <class T>
    T play(asio::awaitable<T> work) {
        std::optional<T> value;
        std::exception_ptr failure;
        bool ended = false;
        asio::co_spawn(io, std::move(work), [&](std::exception_ptr thrown, T made) {
            failure = thrown;
            ended = true;
            if (!thrown) value.emplace(std::move(made));
        });
        until(ended);
        if (failure) std::rethrow_exception(failure);
        return std::move(value.value());
    }

    void play(asio::awaitable<void> work) {
        std::exception_ptr failure;
        bool ended = false;
        asio::co_spawn(io, std::move(work), [&](std::exception_ptr thrown) {
            failure = thrown;
            ended = true;
        });
        until(ended);
        if (failure) std::rethrow_exception(failure);
    }

    /// Nothing else happens for so long.
    void pass(duration how_long) {
        const time_point end = timeline.now() + how_long;
        for (bool more = true; more;) {
            poll();
            more = timeline.happen_next(end);
        }
    }

    /// 29 February 2024, noon.
    const time_point start{duration{1'709'208'000'000}};
    asio::io_context io{1};
    sim::timeline timeline{start};
    sim::process_clock time{timeline, io.get_executor()};

  private:
    void poll() {
        io.restart();
        io.poll();
    }

    void until(const bool& ended) {
        poll();
        while (!ended) {
            CHATOPS_ASSERT(timeline.happen_next(timeline.now() + std::chrono::hours(24)));
            poll();
        }
    }
};

} // namespace chatops::support
