// DigitalOcean's entries in parts, each in a file of its own: a change compiles the least.
#pragma once

#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

std::vector<entry> digitalocean_storage_entries();
std::vector<entry> digitalocean_account_entries();
std::vector<entry> digitalocean_domain_entries();
std::vector<entry> digitalocean_network_entries();

} // namespace chatops::operations
