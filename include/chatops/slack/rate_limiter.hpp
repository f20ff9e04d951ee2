// When which method of Slack's Web API may be called: how often it is allowed, and what Slack
// refused.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::slack {

/// How often, in the long run, and how many at once after a pause.
struct rate {
    std::int64_t per_minute = 1;
    std::int64_t at_once = 1;
};

/// Of a method in a whole workspace, and in one channel of it.
struct rates {
    rate whole;
    rate channel;
};

/// What Slack documents of a method. Source: "Rate limits", and the Java SDK's
/// MethodsRateLimitTier.
rates rates_of(std::string_view method);

/// Hands out turns, first come first served, for each method and for each channel by itself. A
/// value without I/O: whoever takes a turn waits for it himself.
class rate_limiter {
  public:
    /// Takes the next turn of a method in a channel, or in the whole workspace when `channel` is
    /// empty, and says when it is. Not before `now`. Nothing, and it stays the next one's, if that
    /// would be after `deadline`.
    std::optional<time_point> take(std::string_view method, std::string_view channel,
                                   time_point now, time_point deadline = time_point::max());

    /// Slack refused: turns are not before `until`, and those that were given out are void.
    void refuse(std::string_view method, std::string_view channel, time_point until);

    /// Whether a turn that was taken is void because of a refusal since.
    [[nodiscard]] bool is_refused(std::string_view method, std::string_view channel,
                                  time_point now) const;

    /// Methods and channels that are kept in mind.
    [[nodiscard]] std::size_t size() const { return queues_.size(); }

  private:
    struct queue {
        /// When the turns given out are used up (the "theoretical arrival time" of the GCRA).
        time_point busy_until{};
        time_point refused_until{};
    };
    using key = std::pair<std::string, std::string>;

    void forget_old(time_point now);

    std::map<key, queue> queues_;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/rate_limiter.ipp")
