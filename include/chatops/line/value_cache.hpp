// Values that were asked for, kept for some seconds: whoever types asks for the same ones again.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/line/complete.hpp"

#include <string>
#include <vector>

namespace chatops::line {

/// Lists of values by what they were asked for: the value's type and the values that the line gives
/// besides, not what is typed of it. The clock is an argument. A failure is kept as an empty list,
/// so that a provider that is down is not asked with every key.
///
/// Limits: `limits::value_cache_seconds`, `cached_value_lists` (the oldest goes first) and
/// `cached_values` of each (further ones are left out). One cache for one account: it does not know
/// who asks.
class value_cache {
  public:
    /// Null if they are to be asked for. The pointer lasts until the next `keep` or `forget`.
    [[nodiscard]] const std::vector<std::string>* find(const completion_request& of,
                                                       time_point now) const;

    /// Keeps what came as the answer to `of`, and returns what is kept.
    const std::vector<std::string>& keep(const completion_request& of,
                                         std::vector<std::string> values, time_point now);

    /// All of them: something was changed that may have changed them.
    void forget() { lists_.clear(); }

    [[nodiscard]] std::size_t size() const { return lists_.size(); }

  private:
    struct list {
        const void* type;
        std::string given;
        time_point asked;
        std::vector<std::string> values;
    };

    std::vector<list> lists_; // The oldest first.
};

} // namespace chatops::line

#include CHATOPS_BODY("chatops/line/value_cache.ipp")
