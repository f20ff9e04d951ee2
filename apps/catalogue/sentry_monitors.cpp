#include "apps/catalogue/sentry_parts.hpp"
#include "chatops/operations/sentry/commands.hpp"

namespace chatops::operations {

std::vector<entry> sentry_monitor_entries() { return make_sentry_monitor_entries(); }

} // namespace chatops::operations
