// Sentry's commands as lists.
#pragma once

#include "chatops/operations/sentry/account.hpp"
#include "chatops/operations/sentry/check_ins.hpp"
#include "chatops/operations/sentry/issue_assign.hpp"
#include "chatops/operations/sentry/issue_end.hpp"
#include "chatops/operations/sentry/issue_marks.hpp"
#include "chatops/operations/sentry/issue_show.hpp"
#include "chatops/operations/sentry/issue_state.hpp"
#include "chatops/operations/sentry/issues.hpp"
#include "chatops/operations/sentry/keys.hpp"
#include "chatops/operations/sentry/monitor_state.hpp"
#include "chatops/operations/sentry/monitors.hpp"
#include "chatops/operations/sentry/project_events.hpp"
#include "chatops/operations/sentry/projects.hpp"
#include "chatops/operations/sentry/release_end.hpp"
#include "chatops/operations/sentry/releases.hpp"
#include "chatops/operations/sentry/watch.hpp"
#include "chatops/run/entries.hpp"

#include <vector>

namespace chatops::operations {

// Each instantiates its commands; called from one file of its own, in apps/catalogue.

inline std::vector<entry> make_sentry_issue_entries() {
    return entries_of<sentry_issues, sentry_issue_show, sentry_events, sentry_event_show,
                      sentry_watch>();
}

inline std::vector<entry> make_sentry_change_entries() {
    return entries_of<sentry_issue_resolve, sentry_issue_unresolve, sentry_issue_ignore,
                      sentry_issue_priority, sentry_issue_assign, sentry_issue_merge,
                      sentry_issue_destroy>();
}

inline std::vector<entry> make_sentry_mark_entries() {
    return entries_of<sentry_issue_review, sentry_issue_unreview, sentry_issue_bookmark,
                      sentry_issue_unbookmark, sentry_issue_subscribe, sentry_issue_unsubscribe>();
}

inline std::vector<entry> make_sentry_release_entries() {
    return entries_of<sentry_releases, sentry_release_show, sentry_release_create,
                      sentry_release_finalize, sentry_release_destroy, sentry_deploy_create>();
}

inline std::vector<entry> make_sentry_project_entries() {
    return entries_of<sentry_whoami, sentry_projects, sentry_project_show, sentry_project_events,
                      sentry_teams, sentry_members, sentry_environments, sentry_keys,
                      sentry_key_enable, sentry_key_disable, sentry_usage>();
}

inline std::vector<entry> make_sentry_monitor_entries() {
    return entries_of<sentry_monitors, sentry_monitor_show, sentry_monitor_check_ins,
                      sentry_monitor_mute, sentry_monitor_unmute, sentry_monitor_enable,
                      sentry_monitor_disable, sentry_monitor_destroy>();
}

} // namespace chatops::operations
