#include "apps/catalogue/newrelic_parts.hpp"
#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/newrelic/commands.hpp"
#include "chatops/operations/newrelic/values.hpp"

namespace chatops::operations {

std::vector<entry> newrelic_entries() {
    return with_values(joined({make_newrelic_entries(), newrelic_alert_entries()}),
                       newrelic_values());
}

} // namespace chatops::operations
