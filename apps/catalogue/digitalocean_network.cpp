#include "apps/catalogue/digitalocean_parts.hpp"
#include "chatops/operations/digitalocean/network_commands.hpp"

namespace chatops::operations {

std::vector<entry> digitalocean_network_entries() { return make_digitalocean_network_entries(); }

} // namespace chatops::operations
