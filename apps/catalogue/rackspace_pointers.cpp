#include "apps/catalogue/rackspace_parts.hpp"
#include "chatops/operations/rackspace/network_commands.hpp"
#include "chatops/operations/rackspace/values.hpp"

namespace chatops::operations {

std::vector<entry> rackspace_pointer_entries() {
    return with_values(make_rackspace_pointer_entries(), rackspace_values());
}

} // namespace chatops::operations
