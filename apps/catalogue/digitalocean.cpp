#include "apps/catalogue/digitalocean_parts.hpp"
#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/digitalocean/commands.hpp"
#include "chatops/operations/digitalocean/values.hpp"

namespace chatops::operations {

std::vector<entry> digitalocean_entries() {
    return with_values(joined({make_digitalocean_entries(), digitalocean_storage_entries(),
                               digitalocean_account_entries(), digitalocean_domain_entries(),
                               digitalocean_network_entries()}),
                       digitalocean_values());
}

} // namespace chatops::operations
