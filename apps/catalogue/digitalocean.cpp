#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/digitalocean/commands.hpp"

namespace chatops::operations {

std::vector<entry> digitalocean_entries() { return make_digitalocean_entries(); }

} // namespace chatops::operations
