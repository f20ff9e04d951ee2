#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/slack/rate_limiter.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace chatops::slack {

namespace detail {

struct method_rates {
    std::string_view method;
    rates how_often;
};

// Slack tolerates bursts without saying how large; these are small parts of what a minute allows.
inline constexpr rate tier_3{50, 10};
inline constexpr rate tier_4{100, 20};
inline constexpr rate special{600, 60};

inline constexpr std::array<method_rates, 15> known_rates{{
    {"auth.test", {special, special}},
    // The Java SDK says tier 1, the documentation tier 3; two sockets at once must be possible.
    {"apps.connections.open", {tier_3, tier_3}},
    // One a second in a channel, "several hundred" a minute in a workspace.
    {"chat.postMessage", {{300, 20}, {60, 1}}},
    {"chat.update", {tier_3, tier_3}},
    {"chat.postEphemeral", {tier_4, tier_4}},
    {"conversations.open", {tier_3, tier_3}},
    {"conversations.info", {tier_3, tier_3}},
    {"conversations.history", {tier_3, tier_3}},
    {"conversations.replies", {tier_3, tier_3}},
    {"views.open", {tier_4, tier_4}},
    {"views.publish", {tier_4, tier_4}},
    {"files.getUploadURLExternal", {tier_4, tier_4}},
    {"files.completeUploadExternal", {tier_4, tier_4}},
    // The bytes go to another server.
    {"upload", {special, special}},
    // Five uses each, and no limit that is documented for all of them.
    {"response_url", {special, special}},
}};

CHATOPS_INLINE duration interval_of(const rate& how_often) {
    return duration(60'000) / how_often.per_minute;
}

CHATOPS_INLINE duration tolerance_of(const rate& how_often) {
    return interval_of(how_often) * (how_often.at_once - 1);
}

CHATOPS_INLINE rate rate_of(std::string_view method, std::string_view channel) {
    const rates how_often = rates_of(method);
    return channel.empty() ? how_often.whole : how_often.channel;
}

} // namespace detail

CHATOPS_INLINE rates rates_of(std::string_view method) {
    for (const auto& each : detail::known_rates)
        if (each.method == method) return each.how_often;
    return {detail::tier_3, detail::tier_3};
}

CHATOPS_INLINE std::optional<time_point> rate_limiter::take(std::string_view method,
                                                            std::string_view channel,
                                                            time_point now, time_point deadline) {
    forget_old(now);
    const rate how_often = detail::rate_of(method, channel);
    queue& line = queues_[{std::string(method), std::string(channel)}];
    const time_point turn =
        std::max({now, line.busy_until - detail::tolerance_of(how_often), line.refused_until});
    if (turn > deadline) return std::nullopt;
    line.busy_until = std::max(line.busy_until, turn) + detail::interval_of(how_often);
    return turn;
}

CHATOPS_INLINE void rate_limiter::refuse(std::string_view method, std::string_view channel,
                                         time_point until) {
    queue& line = queues_[{std::string(method), std::string(channel)}];
    line.refused_until = std::max(line.refused_until, until);
    // After it there is no burst: Slack has just said that it was too much.
    line.busy_until = line.refused_until + detail::tolerance_of(detail::rate_of(method, channel));
}

CHATOPS_INLINE bool rate_limiter::is_refused(std::string_view method, std::string_view channel,
                                             time_point now) const {
    const auto found = queues_.find({std::string(method), std::string(channel)});
    return found != queues_.end() && found->second.refused_until > now;
}

CHATOPS_INLINE void rate_limiter::forget_old(time_point now) {
    if (queues_.size() < limits::slack_rate_queues) return;
    for (auto each = queues_.begin(); each != queues_.end();) {
        const bool idle = each->second.busy_until <= now && each->second.refused_until <= now;
        each = idle ? queues_.erase(each) : std::next(each);
    }
}

} // namespace chatops::slack
