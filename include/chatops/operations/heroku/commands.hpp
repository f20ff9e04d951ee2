// Heroku's commands as a list.
#pragma once

#include "chatops/operations/heroku/addon_offers.hpp"
#include "chatops/operations/heroku/addons.hpp"
#include "chatops/operations/heroku/app.hpp"
#include "chatops/operations/heroku/apps.hpp"
#include "chatops/operations/heroku/builds.hpp"
#include "chatops/operations/heroku/collaborators.hpp"
#include "chatops/operations/heroku/config.hpp"
#include "chatops/operations/heroku/domains.hpp"
#include "chatops/operations/heroku/logs.hpp"
#include "chatops/operations/heroku/maintenance.hpp"
#include "chatops/operations/heroku/offers.hpp"
#include "chatops/operations/heroku/ps.hpp"
#include "chatops/operations/heroku/releases.hpp"
#include "chatops/operations/heroku/restart.hpp"
#include "chatops/operations/heroku/rollback.hpp"
#include "chatops/operations/heroku/run.hpp"
#include "chatops/operations/heroku/scale.hpp"
#include "chatops/operations/heroku/stop.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

// Each instantiates its commands; called from one file of its own, in apps/catalogue.

inline std::vector<entry> make_heroku_entries() {
    return entries_of<heroku_apps, heroku_ps, heroku_scale, heroku_restart, heroku_rollback,
                      heroku_sizes, heroku_regions, heroku_stacks, heroku_account>();
}

inline std::vector<entry> make_heroku_release_entries() {
    return entries_of<heroku_releases, heroku_release_show, heroku_maintenance_on,
                      heroku_maintenance_off, heroku_maintenance_show, heroku_config_show,
                      heroku_config_set, heroku_config_unset>();
}

inline std::vector<entry> make_heroku_app_entries() {
    return entries_of<heroku_app_show, heroku_app_create, heroku_app_rename, heroku_app_destroy,
                      heroku_stack_set, heroku_domains, heroku_domain_add, heroku_domain_remove,
                      heroku_collaborators, heroku_collaborator_add, heroku_collaborator_remove>();
}

inline std::vector<entry> make_heroku_addon_entries() {
    return entries_of<heroku_addons, heroku_addon_show, heroku_addon_create, heroku_addon_plan,
                      heroku_addon_destroy, heroku_addon_services, heroku_addon_plans>();
}

inline std::vector<entry> make_heroku_output_entries() {
    return entries_of<heroku_logs, heroku_builds, heroku_build_show, heroku_build_create,
                      heroku_run, heroku_stop, heroku_formation>();
}

} // namespace chatops::operations
