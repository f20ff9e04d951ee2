#include "mocks/slack/rates.hpp"

#include <algorithm>
#include <chrono>

namespace chatops::mocks::slack {

namespace {

constexpr std::chrono::seconds window{60};
/// "Short bursts are tolerated" is all that Slack says.
constexpr std::chrono::seconds burst{5};

int seconds_until(time_point later, time_point now) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(later - now).count();
    return static_cast<int>(std::max<std::int64_t>(left, 1));
}

} // namespace

std::optional<int> limiter::refuse(std::string_view key, tier allowed, time_point now) {
    auto at = calls_.find(key);
    if (at == calls_.end()) at = calls_.emplace(std::string(key), std::deque<time_point>()).first;
    auto& calls = at->second;
    while (!calls.empty() && calls.front() + window <= now) calls.pop_front();
    if (calls.size() >= static_cast<std::size_t>(allowed))
        return seconds_until(calls.front() + window, now);
    calls.push_back(now);
    return std::nullopt;
}

std::optional<int> limiter::refuse_posting(std::string_view channel_id, time_point now) {
    auto at = paced_.find(channel_id);
    if (at == paced_.end()) at = paced_.emplace(std::string(channel_id), now).first;
    const time_point next = std::max(at->second, now) + std::chrono::seconds(1);
    if (next - now > burst) return seconds_until(next - burst, now);
    at->second = next;
    return std::nullopt;
}

} // namespace chatops::mocks::slack
