#include "chatops/operations/catalogue.hpp"

namespace chatops::operations {

std::vector<entry> rackspace_entries() { return {}; }

} // namespace chatops::operations
