// New Relic's entries in parts, each in a file of its own: a change compiles the least.
#pragma once

#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

std::vector<entry> newrelic_alert_entries();

} // namespace chatops::operations
