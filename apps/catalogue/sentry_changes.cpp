#include "apps/catalogue/sentry_parts.hpp"
#include "chatops/operations/sentry/commands.hpp"

namespace chatops::operations {

std::vector<entry> sentry_change_entries() { return make_sentry_change_entries(); }

} // namespace chatops::operations
