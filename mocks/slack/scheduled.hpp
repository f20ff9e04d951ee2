// Messages that are posted at a time.
#pragma once

#include "mocks/slack/parts.hpp"

#include <optional>

namespace chatops::mocks::slack {

/// When the next one is to be posted. It follows `moment::now`, as expiries do, so that whoever
/// moves the mock's clock forward sees them come.
std::optional<time_point> next_scheduled(const parts& in);

/// Posts those whose time has come. Where the bot may not post any more, nothing is seen.
void post_scheduled(parts& in, sim::moment when);

} // namespace chatops::mocks::slack
