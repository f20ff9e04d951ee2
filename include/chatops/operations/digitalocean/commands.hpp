// DigitalOcean's commands as a list.
#pragma once

#include "chatops/operations/digitalocean/droplet_show.hpp"
#include "chatops/operations/digitalocean/droplets.hpp"
#include "chatops/run/catalogue.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/digitalocean.cpp`.
inline std::vector<entry> make_digitalocean_entries() {
    return entries_of<digitalocean_droplets, digitalocean_droplet_show>();
}

} // namespace chatops::operations
