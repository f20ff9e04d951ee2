#include "apps/catalogue/digitalocean_parts.hpp"
#include "chatops/operations/digitalocean/domain_commands.hpp"

namespace chatops::operations {

std::vector<entry> digitalocean_domain_entries() { return make_digitalocean_domain_entries(); }

} // namespace chatops::operations
