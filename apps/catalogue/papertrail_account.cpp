#include "apps/catalogue/papertrail_parts.hpp"
#include "chatops/operations/papertrail/commands.hpp"

namespace chatops::operations {

std::vector<entry> papertrail_account_entries() { return make_papertrail_account_entries(); }

} // namespace chatops::operations
