// How often Slack lets a method be called: tiers, and a second for each message of a channel.
#pragma once

#include "chatops/core/clock.hpp"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::mocks::slack {

/// Calls a minute, per method. Source: Slack, "Rate limits"; java-slack-sdk, MethodsRateLimitTier.
enum class tier : int { t1 = 1, t2 = 20, t3 = 50, t4 = 100, special = 600, posting = 300 };

class limiter {
  public:
    /// Counts a call; or the seconds after which to try again, and nothing is counted.
    std::optional<int> refuse(std::string_view key, tier allowed, time_point now);

    /// One message a second in a channel, with bursts of a few.
    std::optional<int> refuse_posting(std::string_view channel_id, time_point now);

  private:
    std::map<std::string, std::deque<time_point>, std::less<>> calls_;
    /// For each channel, when the messages so far would have been posted at one a second.
    std::map<std::string, time_point, std::less<>> paced_;
};

} // namespace chatops::mocks::slack
