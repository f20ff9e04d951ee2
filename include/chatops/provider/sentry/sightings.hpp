// Issues that are new or came back, and what was told of them.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/provider/sentry/types.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace chatops::sentry {

/// Why somebody should look.
enum class sight { is_new, came_back };

struct sighting {
    sight what = sight::is_new;
    sentry::issue issue;
};

/// A line for each, with its end.
using issue_writer = std::function<std::string(const std::vector<sighting>&)>;

/// What was told already.
struct watched {
    /// Sentry's time when it was begun.
    std::optional<time_point> began_at;
    /// Ids of those that were new since then.
    std::set<std::string> known;
    /// Ids of those that came back, and are not resolved again.
    std::set<std::string> back;
};

} // namespace chatops::sentry
