#pragma once

#include "chatops/core/time.hpp"
#include "chatops/http/retry.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::http {

CHATOPS_INLINE bool is_reading(std::string_view method) {
    return method == "GET" || method == "HEAD";
}

CHATOPS_INLINE std::optional<time_point> retry_after(const response& answer, time_point now) {
    constexpr std::chrono::seconds day = std::chrono::hours(24);
    const std::string_view text = answer.headers.get("Retry-After");
    if (text.empty()) return std::nullopt;
    std::uint32_t seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (read.ptr == text.data() + text.size()) {
        const bool overflow = read.ec != std::errc();
        return now + std::min(overflow ? day : std::chrono::seconds(seconds), day);
    }
    const auto named = read_time(text);
    if (!named) return std::nullopt;
    const auto their_now = read_time(answer.headers.get("Date"));
    const duration wait = *named - (their_now ? *their_now : now);
    return now + std::clamp(wait, duration{0}, duration{day});
}

CHATOPS_INLINE time_point retry::try_deadline(time_point now) const {
    if (may_ != repeatable::yes) return how_.deadline;
    return std::min(how_.deadline, now + how_.one_try);
}

CHATOPS_INLINE bool retry::may_repeat(const trial& last) const {
    if (last.how == trial::end::final || may_ == repeatable::never) return false;
    if (last.how == trial::end::limited || last.effect == effect_known::did_not_happen) return true;
    return may_ == repeatable::yes;
}

CHATOPS_INLINE std::optional<time_point> retry::next(const trial& last, time_point now) {
    ++tries_;
    if (last.how == trial::end::silent && last.effect == effect_known::may_have_happened)
        effect_ = effect_known::may_have_happened;
    if (!may_repeat(last) || tries_ >= how_.tries) return std::nullopt;
    const std::int64_t doubled = how_.first_wait.count() << std::min(tries_ - 1, 20);
    const std::int64_t most = std::min(doubled, how_.longest_wait.count());
    // The draw comes first, so that what the other side asks for does not shift the sequence.
    const duration jitter{
        static_cast<std::int64_t>(chance_.below(static_cast<std::uint64_t>(most) + 1))};
    const time_point again = std::max(now, last.not_before.value_or(now)) + jitter;
    if (again >= how_.deadline) return std::nullopt;
    return again;
}

CHATOPS_INLINE void rethrow_with(const std::exception_ptr& failure, effect_known effect) {
    try {
        std::rethrow_exception(failure);
    } catch (const unavailable& silent) {
        throw unavailable(silent.provider(), silent.what(), effect);
    }
}

} // namespace chatops::http
