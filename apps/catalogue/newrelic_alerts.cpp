#include "apps/catalogue/newrelic_parts.hpp"
#include "chatops/operations/newrelic/alert_commands.hpp"

namespace chatops::operations {

std::vector<entry> newrelic_alert_entries() { return make_newrelic_alert_entries(); }

} // namespace chatops::operations
