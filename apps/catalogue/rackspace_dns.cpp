#include "apps/catalogue/rackspace_parts.hpp"
#include "chatops/operations/rackspace/network_commands.hpp"
#include "chatops/operations/rackspace/network_values.hpp"

namespace chatops::operations {

std::vector<entry> rackspace_dns_entries() {
    return with_values(make_rackspace_dns_entries(), rackspace_dns_values());
}

} // namespace chatops::operations
