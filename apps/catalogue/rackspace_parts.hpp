// Rackspace's entries in parts, each in a file of its own: a change compiles the least.
#pragma once

#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

std::vector<entry> rackspace_server_entries();
std::vector<entry> rackspace_account_entries();
std::vector<entry> rackspace_network_entries();
std::vector<entry> rackspace_dns_entries();
std::vector<entry> rackspace_pointer_entries();

} // namespace chatops::operations
