// Every operation of the API that this mock has, one function each; routing.cpp says which path is
// whose.
#pragma once

#include "mocks/papertrail/call.hpp"

namespace chatops::mocks::papertrail {

// search.cpp
answer search_events(call& from);

// systems.cpp
answer list_systems(call& from);
answer show_system(call& from);
answer create_system(call& from);
answer update_system(call& from);
answer delete_system(call& from);
answer join_group(call& from);
answer leave_group(call& from);

// groups.cpp
answer list_groups(call& from);
answer show_group(call& from);
answer create_group(call& from);
answer update_group(call& from);
answer delete_group(call& from);

// saved_searches.cpp
answer list_searches(call& from);
answer show_search(call& from);
answer create_search(call& from);
answer update_search(call& from);
answer delete_search(call& from);

// destinations.cpp
answer list_destinations(call& from);
answer show_destination(call& from);
answer create_destination(call& from);
answer update_destination(call& from);
answer delete_destination(call& from);

// account.cpp
answer list_users(call& from);
answer invite_user(call& from);
answer delete_user(call& from);
answer show_usage(call& from);

// archives.cpp
answer list_archives(call& from);
answer download_archive(call& from);

} // namespace chatops::mocks::papertrail
