#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/native/system_clock.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace chatops::native {

struct system_clock::state : std::enable_shared_from_this<system_clock::state> {
    using place = std::pair<time_point, timer>;

    explicit state(boost::asio::io_context& io) : waiting(io) {}

    static time_point now() {
        return std::chrono::floor<duration>(std::chrono::system_clock::now());
    }

    /// Waits for the first call, or until the wall clock is to be looked at again.
    void arm() {
        if (calls.empty()) {
            waiting.cancel();
            return;
        }
        const duration left = calls.begin()->first.first - now();
        waiting.expires_after(std::clamp(left, duration(0), limits::clock_check_milliseconds));
        waiting.async_wait([weak = weak_from_this()](boost::system::error_code stopped) {
            const auto self = weak.lock();
            if (!stopped && self) self->wake();
        });
    }

    void wake() {
        // Calls made from now on wait for the next turn, or one that renews itself would keep the
        // thread.
        const timer boundary = last;
        const time_point present = now();
        const calling here(*this);
        for (auto next = calls.begin(); next != calls.end() && next->first.first <= present;) {
            if (next->first.second > boundary) {
                ++next;
                continue;
            }
            const place done = next->first;
            const std::function<void()> call = std::move(next->second);
            when_of.erase(done.second);
            calls.erase(next);
            call();
            next = calls.upper_bound(done);
        }
    }

    /// Arms once, after all calls, even if one throws.
    class calling {
      public:
        explicit calling(state& of) : of_(of) { of_.armed = false; }
        calling(const calling&) = delete;
        calling& operator=(const calling&) = delete;
        ~calling() {
            of_.armed = true;
            of_.arm();
        }

      private:
        state& of_;
    };

    boost::asio::steady_timer waiting;
    std::map<place, std::function<void()>> calls;
    std::unordered_map<timer, time_point> when_of;
    timer last = 0;
    /// False while calls are made: whoever makes them arms at the end.
    bool armed = true;
};

CHATOPS_INLINE system_clock::system_clock(boost::asio::io_context& io)
    : state_(std::make_shared<state>(io)) {}

CHATOPS_INLINE system_clock::~system_clock() { state_->waiting.cancel(); }

CHATOPS_INLINE time_point system_clock::now() const { return state::now(); }

CHATOPS_INLINE clock::timer system_clock::call_at(time_point when, std::function<void()> wake) {
    const timer made = ++state_->last;
    const auto [at, is_new] = state_->calls.emplace(state::place(when, made), std::move(wake));
    state_->when_of.emplace(made, when);
    if (state_->armed && at == state_->calls.begin()) state_->arm();
    return made;
}

CHATOPS_INLINE void system_clock::forget(timer pending) {
    const auto found = state_->when_of.find(pending);
    if (found == state_->when_of.end()) return;
    const bool was_first = state_->calls.begin()->first.second == pending;
    state_->calls.erase(state::place(found->second, pending));
    state_->when_of.erase(found);
    if (state_->armed && was_first) state_->arm();
}

} // namespace chatops::native
