#include "chatops/operations/catalogue.hpp"
#include "chatops/operations/general/audit.hpp"
#include "chatops/operations/general/cancel.hpp"
#include "chatops/operations/general/health.hpp"
#include "chatops/operations/general/help.hpp"
#include "chatops/operations/general/may.hpp"
#include "chatops/operations/general/reload.hpp"
#include "chatops/operations/general/run.hpp"
#include "chatops/operations/general/runs.hpp"
#include "chatops/operations/general/values.hpp"
#include "chatops/operations/general/whoami.hpp"

namespace chatops::operations {

std::vector<entry> general_entries() {
    return with_values(entries_of<audit, cancel, health, help, may, reload, run, runs, whoami>(),
                       general_values());
}

} // namespace chatops::operations
