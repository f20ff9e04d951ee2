#include "apps/catalogue/digitalocean_parts.hpp"
#include "chatops/operations/digitalocean/account_commands.hpp"

namespace chatops::operations {

std::vector<entry> digitalocean_account_entries() { return make_digitalocean_account_entries(); }

} // namespace chatops::operations
