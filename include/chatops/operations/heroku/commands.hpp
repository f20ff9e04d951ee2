// Heroku's commands as a list.
#pragma once

#include "chatops/operations/heroku/apps.hpp"
#include "chatops/operations/heroku/config.hpp"
#include "chatops/operations/heroku/maintenance.hpp"
#include "chatops/operations/heroku/ps.hpp"
#include "chatops/operations/heroku/releases.hpp"
#include "chatops/operations/heroku/restart.hpp"
#include "chatops/operations/heroku/rollback.hpp"
#include "chatops/operations/heroku/scale.hpp"
#include "chatops/run/catalogue.hpp"

#include <vector>

namespace chatops::operations {

// Each instantiates its commands; called from one file of its own, in apps/catalogue.

inline std::vector<entry> make_heroku_entries() {
    return entries_of<heroku_apps, heroku_ps, heroku_scale, heroku_restart, heroku_rollback>();
}

inline std::vector<entry> make_heroku_release_entries() {
    return entries_of<heroku_releases, heroku_release_show, heroku_maintenance_on,
                      heroku_maintenance_off, heroku_maintenance_show, heroku_config_show,
                      heroku_config_unset>();
}

} // namespace chatops::operations
