// The operating system's time.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"

#include <memory>

namespace boost::asio {
class io_context;
}

namespace chatops::native {

/// Wall-clock time, with any number of pending calls over one timer of the operating system.
///
/// A moment is a moment of the wall clock: when that is set, or the machine slept, pending calls
/// follow within `limits::clock_check_milliseconds`. Calls that are due together come in the order
/// of their time, then of `call_at`. What is pending when the clock ends is forgotten.
class system_clock final : public clock {
  public:
    explicit system_clock(boost::asio::io_context& io);
    ~system_clock() override;

    [[nodiscard]] time_point now() const override;
    timer call_at(time_point when, std::function<void()> wake) override;
    void forget(timer pending) override;

    struct state;

  private:
    std::shared_ptr<state> state_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/system_clock.ipp")
