// The commands that this program comes with, for the bot, the simulation and the page.
#pragma once

#include "chatops/run/catalogue.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

// Each is defined once, in apps/catalogue, so that changing one command rebuilds one file.
std::vector<entry> general_entries();
std::vector<entry> digitalocean_entries();
std::vector<entry> heroku_entries();
std::vector<entry> newrelic_entries();
std::vector<entry> papertrail_entries();
std::vector<entry> rackspace_entries();
std::vector<entry> sentry_entries();

/// All of them. Made once, at the program's start.
inline std::vector<entry> all_entries() {
    return joined({general_entries(), digitalocean_entries(), heroku_entries(), newrelic_entries(),
                   papertrail_entries(), rackspace_entries(), sentry_entries()});
}

} // namespace chatops::operations
