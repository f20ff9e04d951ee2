// What the API can do. Each takes a request that was let in, and answers or throws `refused`.
#pragma once

#include "mocks/sentry/call.hpp"

namespace chatops::mocks::sentry {

// ---- the organization and what belongs to it
answer show_caller(call& from);
answer list_organizations(call& from);
answer show_organization(call& from);
answer list_projects(call& from);
answer list_all_projects(call& from);
answer show_project(call& from);
answer create_project(call& from);
answer update_project(call& from);
answer delete_project(call& from);
answer list_teams(call& from);
answer show_team(call& from);
answer list_teams_of_project(call& from);
answer list_projects_of_team(call& from);
answer list_members(call& from);
answer show_member(call& from);
answer list_users(call& from);
answer list_members_of_project(call& from);
answer list_environments(call& from);
answer list_environments_of_project(call& from);
answer list_keys(call& from);
answer create_key(call& from);
answer show_client_key(call& from);
answer update_key(call& from);
answer delete_key(call& from);
answer show_stats(call& from);
answer show_stats_of_project(call& from);
answer show_usage(call& from);
answer list_monitors(call& from);
answer show_monitor(call& from);
answer update_monitor(call& from);
answer delete_monitor(call& from);
answer list_check_ins(call& from);

// ---- issues and their events
answer list_issues(call& from);
answer list_issues_of_project(call& from);
answer show_issue(call& from);
answer show_short_id(call& from);
answer list_tags_of_issue(call& from);
answer update_issue(call& from);
answer update_issues(call& from);
answer update_issues_of_project(call& from);
answer delete_issue(call& from);
answer delete_issues(call& from);
answer delete_issues_of_project(call& from);
answer list_events_of_issue(call& from);
answer show_event_of_issue(call& from);
answer list_events_of_project(call& from);
answer show_event_of_project(call& from);

// ---- releases
answer list_releases(call& from);
answer list_releases_of_project(call& from);
answer create_release(call& from);
answer create_release_of_project(call& from);
answer show_release(call& from);
answer show_release_of_project(call& from);
answer update_release(call& from);
answer delete_release(call& from);
answer list_deploys(call& from);
answer create_deploy(call& from);

} // namespace chatops::mocks::sentry
