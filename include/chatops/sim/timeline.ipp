#pragma once

#include "chatops/sim/timeline.hpp"

#include <algorithm>

namespace chatops::sim {

CHATOPS_INLINE timeline::event timeline::at(time_point when, std::function<void()> happen) {
    const event name{std::max(when, now_), ++counter_};
    planned_.emplace(name, std::move(happen));
    return name;
}

CHATOPS_INLINE std::optional<time_point> timeline::next() const {
    if (planned_.empty()) return std::nullopt;
    return planned_.begin()->first.first;
}

CHATOPS_INLINE bool timeline::happen_next(time_point limit) {
    if (planned_.empty() || planned_.begin()->first.first > limit) {
        now_ = std::max(now_, limit);
        return false;
    }
    auto first = planned_.extract(planned_.begin());
    now_ = first.key().first;
    first.mapped()();
    return true;
}

CHATOPS_INLINE process_clock::~process_clock() {
    // A forgotten call may own a coroutine whose end forgets another: each is taken out first.
    while (!pending_.empty()) forget(pending_.begin()->first);
}

CHATOPS_INLINE clock::timer process_clock::call_at(time_point when, std::function<void()> wake) {
    const timer name = ++counter_;
    pending_[name] = world_.at(when, [this, name, wake = std::move(wake)]() mutable {
        pending_.erase(name);
        asio::post(executor_, std::move(wake));
    });
    return name;
}

CHATOPS_INLINE void process_clock::forget(timer pending) {
    const auto found = pending_.find(pending);
    if (found == pending_.end()) return;
    const timeline::event planned = found->second;
    pending_.erase(found);
    world_.forget(planned);
}

} // namespace chatops::sim
