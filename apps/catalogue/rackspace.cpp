#include "apps/catalogue/rackspace_parts.hpp"
#include "chatops/operations/catalogue.hpp"

namespace chatops::operations {

std::vector<entry> rackspace_entries() {
    return joined({rackspace_server_entries(), rackspace_account_entries(),
                   rackspace_network_entries(), rackspace_dns_entries(),
                   rackspace_pointer_entries()});
}

} // namespace chatops::operations
