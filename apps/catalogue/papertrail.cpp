#include "chatops/operations/catalogue.hpp"

namespace chatops::operations {

std::vector<entry> papertrail_entries() { return {}; }

} // namespace chatops::operations
