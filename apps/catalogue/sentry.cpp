#include "apps/catalogue/sentry_parts.hpp"
#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/sentry/commands.hpp"
#include "chatops/operations/sentry/values.hpp"

namespace chatops::operations {

std::vector<entry> sentry_entries() {
    return with_values(
        joined({sentry_issue_entries(), sentry_change_entries(), sentry_mark_entries(),
                sentry_release_entries(), sentry_project_entries(), sentry_monitor_entries()}),
        sentry_values());
}

std::vector<entry> sentry_issue_entries() { return make_sentry_issue_entries(); }

} // namespace chatops::operations
