// DigitalOcean's commands about droplets and what they are made of, as a list.
#pragma once

#include "chatops/operations/digitalocean/droplet_access.hpp"
#include "chatops/operations/digitalocean/droplet_change.hpp"
#include "chatops/operations/digitalocean/droplet_create.hpp"
#include "chatops/operations/digitalocean/droplet_destroy.hpp"
#include "chatops/operations/digitalocean/droplet_disk.hpp"
#include "chatops/operations/digitalocean/droplet_power.hpp"
#include "chatops/operations/digitalocean/droplet_resize.hpp"
#include "chatops/operations/digitalocean/droplet_show.hpp"
#include "chatops/operations/digitalocean/droplets.hpp"
#include "chatops/operations/digitalocean/offers.hpp"
#include "chatops/operations/digitalocean/tagged.hpp"
#include "chatops/operations/digitalocean/tagged_destroy.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/digitalocean.cpp`.
inline std::vector<entry> make_digitalocean_entries() {
    return entries_of<
        digitalocean_droplets, digitalocean_droplet_show, digitalocean_droplet_create,
        digitalocean_droplet_reboot, digitalocean_droplet_power, digitalocean_droplet_shutdown,
        digitalocean_droplet_rename, digitalocean_droplet_snapshot, digitalocean_droplet_resize,
        digitalocean_droplet_destroy, digitalocean_droplet_rebuild, digitalocean_droplet_restore,
        digitalocean_droplet_ipv6, digitalocean_droplet_password, digitalocean_tag_power,
        digitalocean_tag_shutdown, digitalocean_tag_snapshot, digitalocean_tag_destroy_droplets,
        digitalocean_sizes, digitalocean_regions>();
}

} // namespace chatops::operations
