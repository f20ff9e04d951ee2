// Heroku's commands by subject, each instantiated in a file of its own.
#pragma once

#include "chatops/run/catalogue.hpp"

#include <vector>

namespace chatops::operations {

/// Releases, config vars, maintenance.
std::vector<entry> heroku_release_entries();

} // namespace chatops::operations
