// Requests that count for a while: each leaves by itself.
#pragma once

#include "chatops/core/clock.hpp"

#include <cstddef>
#include <deque>

namespace chatops::mocks {

/// So many requests in any period of that length.
class rate_window {
  public:
    rate_window(std::size_t most, duration length) : most_(most), length_(length) {}

    /// Forgets what is older than the period.
    void pass(time_point now) {
        while (!requests_.empty() && requests_.front() + length_ <= now) requests_.pop_front();
    }
    void count(time_point now) { requests_.push_back(now); }

    [[nodiscard]] bool is_full() const { return requests_.size() >= most_; }
    [[nodiscard]] std::size_t left() const { return is_full() ? 0 : most_ - requests_.size(); }
    /// When the oldest request stops counting.
    [[nodiscard]] time_point frees_at(time_point now) const {
        return (requests_.empty() ? now : requests_.front()) + length_;
    }

  private:
    std::size_t most_;
    duration length_;
    std::deque<time_point> requests_;
};

} // namespace chatops::mocks
