#include "apps/catalogue/papertrail_parts.hpp"
#include "chatops/operations/papertrail/commands.hpp"

namespace chatops::operations {

std::vector<entry> papertrail_system_entries() { return make_papertrail_system_entries(); }

} // namespace chatops::operations
