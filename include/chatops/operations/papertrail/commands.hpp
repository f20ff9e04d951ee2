// Papertrail's commands as a list.
#pragma once

#include "chatops/operations/papertrail/account.hpp"
#include "chatops/operations/papertrail/groups.hpp"
#include "chatops/operations/papertrail/search.hpp"
#include "chatops/operations/papertrail/searches.hpp"
#include "chatops/operations/papertrail/systems.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

// Each instantiates its commands; called from one file of its own, in apps/catalogue.

inline std::vector<entry> make_papertrail_line_entries() {
    return entries_of<papertrail_search, papertrail_tail, papertrail_searches,
                      papertrail_saved_create, papertrail_saved_run, papertrail_saved_rename,
                      papertrail_saved_change, papertrail_saved_destroy>();
}

inline std::vector<entry> make_papertrail_system_entries() {
    return entries_of<papertrail_systems, papertrail_system_show, papertrail_system_create,
                      papertrail_system_rename, papertrail_system_change, papertrail_system_destroy,
                      papertrail_system_join, papertrail_system_leave, papertrail_groups,
                      papertrail_group_show, papertrail_group_create, papertrail_group_rename,
                      papertrail_group_change, papertrail_group_destroy>();
}

inline std::vector<entry> make_papertrail_account_entries() {
    return entries_of<papertrail_destinations, papertrail_destination_create,
                      papertrail_destination_change, papertrail_destination_destroy,
                      papertrail_users, papertrail_user_invite, papertrail_user_remove,
                      papertrail_usage, papertrail_archives, papertrail_archive_show>();
}

} // namespace chatops::operations
