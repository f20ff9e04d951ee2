// Heroku's commands as a list.
#pragma once

#include "chatops/operations/heroku/apps.hpp"
#include "chatops/operations/heroku/ps.hpp"
#include "chatops/operations/heroku/restart.hpp"
#include "chatops/operations/heroku/rollback.hpp"
#include "chatops/operations/heroku/scale.hpp"
#include "chatops/run/catalogue.hpp"

#include <vector>

namespace chatops::operations {

/// Instantiates them; called from one file, `apps/catalogue/heroku.cpp`.
inline std::vector<entry> make_heroku_entries() {
    return entries_of<heroku_apps, heroku_ps, heroku_scale, heroku_restart, heroku_rollback>();
}

} // namespace chatops::operations
