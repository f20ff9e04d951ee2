#include "apps/catalogue/digitalocean_parts.hpp"
#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/digitalocean/commands.hpp"

namespace chatops::operations {

std::vector<entry> digitalocean_entries() {
    return joined({make_digitalocean_entries(), digitalocean_storage_entries(),
                   digitalocean_account_entries(), digitalocean_domain_entries(),
                   digitalocean_network_entries()});
}

} // namespace chatops::operations
