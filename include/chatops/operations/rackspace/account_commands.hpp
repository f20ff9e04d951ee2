// Rackspace's commands about what servers are made of, and the account, as a list.
#pragma once

#include "chatops/operations/rackspace/account_limits.hpp"
#include "chatops/operations/rackspace/flavors.hpp"
#include "chatops/operations/rackspace/images.hpp"
#include "chatops/operations/rackspace/keys.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/rackspace_account.cpp`.
inline std::vector<entry> make_rackspace_account_entries() {
    return entries_of<rackspace_flavors, rackspace_images, rackspace_image_destroy, rackspace_keys,
                      rackspace_key_add, rackspace_key_remove, rackspace_limits>();
}

} // namespace chatops::operations
