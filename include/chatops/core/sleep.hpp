// Waiting in the clock's time, as a coroutine.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"

namespace chatops {

/// Returns at `when`, or at the next turn of the executor if that is past.
asio::awaitable<void> sleep_until(clock& time, time_point when);

asio::awaitable<void> sleep_for(clock& time, duration how_long);

} // namespace chatops

#include CHATOPS_BODY("chatops/core/sleep.ipp")
