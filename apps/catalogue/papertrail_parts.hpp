// Papertrail's commands by subject, each instantiated in a file of its own.
#pragma once

#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Searches, saved or not, and tails.
std::vector<entry> papertrail_line_entries();
/// Systems and groups.
std::vector<entry> papertrail_system_entries();
/// Destinations, people, usage, archives.
std::vector<entry> papertrail_account_entries();

} // namespace chatops::operations
