// How many runs an answer lists.
#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/operations/between.hpp"

namespace chatops::operations {

using listed_count = between<1, static_cast<std::int64_t>(limits::listed_runs)>;

} // namespace chatops::operations
