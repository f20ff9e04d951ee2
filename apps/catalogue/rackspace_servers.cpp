#include "apps/catalogue/rackspace_parts.hpp"
#include "chatops/operations/rackspace/server_commands.hpp"
#include "chatops/operations/rackspace/values.hpp"

namespace chatops::operations {

std::vector<entry> rackspace_server_entries() {
    return with_values(make_rackspace_server_entries(), rackspace_values());
}

} // namespace chatops::operations
