#include "mocks/sentry/routing.hpp"

#include "mocks/common/paths.hpp"
#include "mocks/sentry/handlers.hpp"
#include "mocks/sentry/scopes.hpp"

namespace chatops::mocks::sentry {
namespace {

struct route {
    std::string_view method;
    /// A `*` stands for one word; the first one of most is the organization.
    std::string_view path;
    handler run;
    std::span<const std::string_view> scopes;
    limits::rate rate = limits::usual_rate;
};

constexpr route routes[] = {
    {"GET", "/", show_caller, scopes::none},
    {"GET", "/organizations", list_organizations, scopes::org_read},
    {"GET", "/organizations/*", show_organization, scopes::org_read},
    {"GET", "/organizations/*/projects", list_projects, scopes::org_read},
    {"GET", "/organizations/*/teams", list_teams, scopes::org_read},
    {"GET", "/organizations/*/members", list_members, scopes::member_read},
    {"GET", "/organizations/*/members/*", show_member, scopes::member_read},
    {"GET", "/organizations/*/users", list_users, scopes::member_read},
    {"GET", "/organizations/*/environments", list_environments, scopes::org_read},
    {"GET", "/organizations/*/stats", show_stats, scopes::org_read},
    {"GET", "/organizations/*/stats_v2", show_usage, scopes::org_read},
    {"GET", "/organizations/*/monitors", list_monitors, scopes::monitor_list},
    {"GET", "/organizations/*/monitors/*", show_monitor, scopes::monitor_read},
    {"PUT", "/organizations/*/monitors/*", update_monitor, scopes::monitor_write},
    {"DELETE", "/organizations/*/monitors/*", delete_monitor, scopes::monitor_write},
    {"GET", "/organizations/*/monitors/*/checkins", list_check_ins, scopes::monitor_read},
    {"GET", "/projects", list_all_projects, scopes::project_read},
    {"GET", "/projects/*/*", show_project, scopes::project_read},
    {"PUT", "/projects/*/*", update_project, scopes::project_read},
    {"DELETE", "/projects/*/*", delete_project, scopes::project_admin},
    {"GET", "/projects/*/*/teams", list_teams_of_project, scopes::project_read},
    {"GET", "/projects/*/*/members", list_members_of_project, scopes::project_read},
    {"GET", "/projects/*/*/environments", list_environments_of_project, scopes::project_read},
    {"GET", "/projects/*/*/keys", list_keys, scopes::project_read},
    {"POST", "/projects/*/*/keys", create_key, scopes::project_write},
    {"GET", "/projects/*/*/keys/*", show_client_key, scopes::project_read},
    {"PUT", "/projects/*/*/keys/*", update_key, scopes::project_write},
    {"DELETE", "/projects/*/*/keys/*", delete_key, scopes::project_admin},
    {"GET", "/projects/*/*/stats", show_stats_of_project, scopes::project_read},
    {"GET", "/teams/*/*", show_team, scopes::team_read},
    {"GET", "/teams/*/*/projects", list_projects_of_team, scopes::project_read},
    {"POST", "/teams/*/*/projects", create_project, scopes::project_write},

    {"GET", "/organizations/*/issues", list_issues, scopes::event_read, limits::issue_list_rate},
    {"PUT", "/organizations/*/issues", update_issues, scopes::event_write, limits::issue_rate},
    {"DELETE", "/organizations/*/issues", delete_issues, scopes::event_admin, limits::delete_rate},
    {"GET", "/projects/*/*/issues", list_issues_of_project, scopes::event_read, limits::issue_rate},
    {"PUT", "/projects/*/*/issues", update_issues_of_project, scopes::event_write,
     limits::issue_rate},
    {"DELETE", "/projects/*/*/issues", delete_issues_of_project, scopes::event_admin,
     limits::delete_rate},
    {"GET", "/organizations/*/issues/*", show_issue, scopes::event_read, limits::issue_rate},
    {"PUT", "/organizations/*/issues/*", update_issue, scopes::event_write, limits::issue_rate},
    {"DELETE", "/organizations/*/issues/*", delete_issue, scopes::event_admin, limits::delete_rate},
    {"GET", "/organizations/*/issues/*/events", list_events_of_issue, scopes::event_read},
    {"GET", "/organizations/*/issues/*/events/*", show_event_of_issue, scopes::event_read},
    {"GET", "/organizations/*/issues/*/tags", list_tags_of_issue, scopes::event_read},
    {"GET", "/organizations/*/shortids/*", show_short_id, scopes::event_read},
    {"GET", "/projects/*/*/events", list_events_of_project, scopes::project_read,
     limits::project_events_rate},
    {"GET", "/projects/*/*/events/*", show_event_of_project, scopes::project_read},

    {"GET", "/organizations/*/releases", list_releases, scopes::release_read},
    {"POST", "/organizations/*/releases", create_release, scopes::release_write},
    {"GET", "/organizations/*/releases/*", show_release, scopes::release_read},
    {"PUT", "/organizations/*/releases/*", update_release, scopes::release_write},
    {"DELETE", "/organizations/*/releases/*", delete_release, scopes::release_admin},
    {"GET", "/organizations/*/releases/*/deploys", list_deploys, scopes::release_read},
    {"POST", "/organizations/*/releases/*/deploys", create_deploy, scopes::release_write},
    {"GET", "/projects/*/*/releases", list_releases_of_project, scopes::release_read},
    {"POST", "/projects/*/*/releases", create_release_of_project, scopes::release_write},
    {"GET", "/projects/*/*/releases/*", show_release_of_project, scopes::release_read},
};

/// `/issues/1/…` is the same as that of the one organization that there is.
std::string with_organization(std::string_view path) {
    constexpr std::string_view issues = "/issues/";
    if (path.substr(0, issues.size()) != issues) return std::string(path);
    return "/organizations/-" + std::string(path);
}

} // namespace

std::optional<matched> find_route(std::string_view method, std::string_view path) {
    const std::string whole = with_organization(path);
    const std::vector<std::string_view> words = path_words(whole);
    std::optional<matched> found;
    for (const route& each : routes) {
        if (!path_matches(each.path, words)) continue;
        if (!found) found.emplace();
        if (each.method != method) continue;
        found->run = each.run;
        found->words = path_parameters(each.path, words);
        found->rate = each.rate;
        found->scopes = each.scopes;
        ((found->name = each.method) += ' ') += each.path;
        break;
    }
    return found;
}

} // namespace chatops::mocks::sentry
