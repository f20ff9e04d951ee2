// Virtual time: what happens next, in an order that depends on nothing but when it was planned.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"

#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace chatops::sim {

/// The world's time. It outlives every process in it, and stands still while a process computes.
class timeline {
  public:
    /// Names one planned event; never used twice. Those planned first for a moment happen first.
    using event = std::pair<time_point, std::uint64_t>;

    explicit timeline(time_point start) : now_(start) {}

    timeline(const timeline&) = delete;
    timeline& operator=(const timeline&) = delete;

    [[nodiscard]] time_point now() const { return now_; }

    event at(time_point when, std::function<void()> happen);
    event after(duration wait, std::function<void()> happen) {
        return at(now_ + wait, std::move(happen));
    }
    /// What it would have done is destroyed after it is out of the plan, for that may plan or
    /// forget, too.
    void forget(const event& planned) { const auto out = planned_.extract(planned); }

    /// When something is planned next; nothing if never.
    [[nodiscard]] std::optional<time_point> next() const;

    /// Lets the next planned event happen at its time. False if nothing is planned by `limit`; then
    /// it is `limit`.
    bool happen_next(time_point limit);

  private:
    time_point now_;
    std::uint64_t counter_ = 0;
    std::map<event, std::function<void()>> planned_;
};

/// A process's clock: its timers end with it.
class process_clock final : public clock {
  public:
    process_clock(timeline& world, asio::any_io_executor executor)
        : world_(world), executor_(std::move(executor)) {}
    ~process_clock() override;

    [[nodiscard]] time_point now() const override { return world_.now(); }
    timer call_at(time_point when, std::function<void()> wake) override;
    void forget(timer pending) override;

  private:
    timeline& world_;
    asio::any_io_executor executor_;
    timer counter_ = 0;
    std::map<timer, timeline::event> pending_;
};

} // namespace chatops::sim

#include CHATOPS_BODY("chatops/sim/timeline.ipp")
