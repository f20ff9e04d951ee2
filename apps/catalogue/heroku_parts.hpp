// Heroku's commands by subject, each instantiated in a file of its own.
#pragma once

#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Releases, config vars, maintenance.
std::vector<entry> heroku_release_entries();
/// Applications as a whole, domains, collaborators.
std::vector<entry> heroku_app_entries();
std::vector<entry> heroku_addon_entries();
/// Logs, builds, commands that run once.
std::vector<entry> heroku_output_entries();
/// Pipelines with promotions, builds that are cancelled.
std::vector<entry> heroku_pipeline_entries();
/// Pipelines as such, and which applications are in them.
std::vector<entry> heroku_pipeline_change_entries();
/// Features, log drains, webhooks.
std::vector<entry> heroku_drain_entries();

} // namespace chatops::operations
