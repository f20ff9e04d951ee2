#include "apps/catalogue/sentry_parts.hpp"
#include "chatops/operations/sentry/commands.hpp"

namespace chatops::operations {

std::vector<entry> sentry_mark_entries() { return make_sentry_mark_entries(); }

} // namespace chatops::operations
