// Rackspace's commands about servers, as a list.
#pragma once

#include "chatops/operations/rackspace/server_actions.hpp"
#include "chatops/operations/rackspace/server_change.hpp"
#include "chatops/operations/rackspace/server_create.hpp"
#include "chatops/operations/rackspace/server_destroy.hpp"
#include "chatops/operations/rackspace/server_metadata.hpp"
#include "chatops/operations/rackspace/server_power.hpp"
#include "chatops/operations/rackspace/server_rebuild.hpp"
#include "chatops/operations/rackspace/server_rescue.hpp"
#include "chatops/operations/rackspace/server_resize.hpp"
#include "chatops/operations/rackspace/server_show.hpp"
#include "chatops/operations/rackspace/servers.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/rackspace_servers.cpp`.
inline std::vector<entry> make_rackspace_server_entries() {
    return entries_of<rackspace_servers, rackspace_server_show, rackspace_server_actions,
                      rackspace_server_create, rackspace_metadata_show, rackspace_metadata_set,
                      rackspace_metadata_remove, rackspace_server_reboot, rackspace_server_start,
                      rackspace_server_stop, rackspace_server_resize, rackspace_server_confirm,
                      rackspace_server_revert, rackspace_server_rename, rackspace_server_lock,
                      rackspace_server_unlock, rackspace_server_snapshot, rackspace_server_rebuild,
                      rackspace_server_rescue, rackspace_server_unrescue, rackspace_server_password,
                      rackspace_server_destroy>();
}

} // namespace chatops::operations
