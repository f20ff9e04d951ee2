// Sentry's commands by subject, each instantiated in a file of its own.
#pragma once

#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Issues, their events, news of them.
std::vector<entry> sentry_issue_entries();
/// What is done with issues.
std::vector<entry> sentry_change_entries();
/// Who looked at issues, and how they are found again.
std::vector<entry> sentry_mark_entries();
/// Releases and deploys.
std::vector<entry> sentry_release_entries();
/// Projects, their events and keys, people, usage.
std::vector<entry> sentry_project_entries();
/// Jobs.
std::vector<entry> sentry_monitor_entries();

} // namespace chatops::operations
