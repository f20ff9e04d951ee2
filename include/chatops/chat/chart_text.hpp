// A chart as lines of text: eight heights of a block for each point in time.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace chatops {

/// A line for each course, `web.1  ▁▂▅█▇▃  45`, and one that says what its height and length mean.
/// All courses share one scale, from zero (or the lowest, if that is below) to the highest. Where
/// there are more points than room, each column shows the highest of its points: a peak must not
/// disappear. `columns` is the room, at least 1.
std::vector<std::string> lay_out(const chart_part& chart, std::size_t columns);

/// `1,024`, `45.2`, `0.07`: three figures, or all of a large number.
std::string short_number(double number);

} // namespace chatops

#include CHATOPS_BODY("chatops/chat/chart_text.ipp")
