#include "apps/catalogue/rackspace_parts.hpp"
#include "chatops/operations/rackspace/network_commands.hpp"
#include "chatops/operations/rackspace/network_values.hpp"

namespace chatops::operations {

std::vector<entry> rackspace_network_entries() {
    return with_values(make_rackspace_balancer_entries(), rackspace_balancer_values());
}

} // namespace chatops::operations
