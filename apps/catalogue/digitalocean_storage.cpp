#include "apps/catalogue/digitalocean_parts.hpp"
#include "chatops/operations/digitalocean/storage_commands.hpp"

namespace chatops::operations {

std::vector<entry> digitalocean_storage_entries() { return make_digitalocean_storage_entries(); }

} // namespace chatops::operations
