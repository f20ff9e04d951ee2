#include "apps/catalogue/papertrail_parts.hpp"
#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/papertrail/values.hpp"

namespace chatops::operations {

std::vector<entry> papertrail_entries() {
    return with_values(joined({papertrail_line_entries(), papertrail_system_entries(),
                               papertrail_account_entries()}),
                       papertrail_values());
}

} // namespace chatops::operations
