// Time as an argument: the system's in production, virtual in the simulation.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace chatops {

using duration = std::chrono::milliseconds;
/// Milliseconds since the Unix epoch, UTC.
using time_point = std::chrono::time_point<std::chrono::system_clock, duration>;

/// What time it is, and who wakes up when. Used from one thread: the executor that runs the bot.
class clock {
  public:
    /// Names one pending call; never used twice.
    using timer = std::uint64_t;

    clock() = default;
    clock(const clock&) = delete;
    clock& operator=(const clock&) = delete;
    virtual ~clock() = default;

    [[nodiscard]] virtual time_point now() const = 0;

    /// Calls `wake` once, not before `when`, from the executor and never from inside this call.
    virtual timer call_at(time_point when, std::function<void()> wake) = 0;

    /// Forgets a pending call; harmless if it was made already.
    virtual void forget(timer pending) = 0;
};

} // namespace chatops
