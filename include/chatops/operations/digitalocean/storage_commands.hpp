// DigitalOcean's commands about disks and their copies, as a list.
#pragma once

#include "chatops/operations/digitalocean/backups.hpp"
#include "chatops/operations/digitalocean/images.hpp"
#include "chatops/operations/digitalocean/snapshots.hpp"
#include "chatops/operations/digitalocean/volume_attach.hpp"
#include "chatops/operations/digitalocean/volume_change.hpp"
#include "chatops/operations/digitalocean/volume_create.hpp"
#include "chatops/operations/digitalocean/volumes.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/digitalocean_storage.cpp`.
inline std::vector<entry> make_digitalocean_storage_entries() {
    return entries_of<
        digitalocean_volumes, digitalocean_volume_show, digitalocean_volume_create,
        digitalocean_volume_attach, digitalocean_volume_detach, digitalocean_volume_resize,
        digitalocean_volume_snapshot, digitalocean_volume_destroy, digitalocean_images,
        digitalocean_image_rename, digitalocean_image_transfer, digitalocean_image_convert,
        digitalocean_image_destroy, digitalocean_snapshots, digitalocean_snapshot_destroy,
        digitalocean_backups_show, digitalocean_backups_on, digitalocean_backups_off>();
}

} // namespace chatops::operations
