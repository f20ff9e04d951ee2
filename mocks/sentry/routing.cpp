#include "mocks/sentry/routing.hpp"

#include "mocks/common/paths.hpp"
#include "mocks/sentry/handlers.hpp"

namespace chatops::mocks::sentry {
namespace {

struct route {
    std::string_view method;
    /// A `*` stands for one word; the first one of most is the organization.
    std::string_view path;
    handler run;
    limits::rate rate = limits::usual_rate;
};

constexpr route routes[] = {
    {"GET", "/", show_caller},
    {"GET", "/organizations", list_organizations},
    {"GET", "/organizations/*", show_organization},
    {"GET", "/organizations/*/projects", list_projects},
    {"GET", "/organizations/*/teams", list_teams},
    {"GET", "/organizations/*/members", list_members},
    {"GET", "/organizations/*/members/*", show_member},
    {"GET", "/organizations/*/users", list_users},
    {"GET", "/organizations/*/environments", list_environments},
    {"GET", "/organizations/*/stats", show_stats},
    {"GET", "/organizations/*/stats_v2", show_usage},
    {"GET", "/organizations/*/monitors", list_monitors},
    {"GET", "/organizations/*/monitors/*", show_monitor},
    {"PUT", "/organizations/*/monitors/*", update_monitor},
    {"DELETE", "/organizations/*/monitors/*", delete_monitor},
    {"GET", "/organizations/*/monitors/*/checkins", list_check_ins},
    {"GET", "/projects", list_all_projects},
    {"GET", "/projects/*/*", show_project},
    {"PUT", "/projects/*/*", update_project},
    {"DELETE", "/projects/*/*", delete_project},
    {"GET", "/projects/*/*/teams", list_teams_of_project},
    {"GET", "/projects/*/*/members", list_members_of_project},
    {"GET", "/projects/*/*/environments", list_environments_of_project},
    {"GET", "/projects/*/*/keys", list_keys},
    {"GET", "/projects/*/*/stats", show_stats_of_project},
    {"GET", "/teams/*/*", show_team},
    {"GET", "/teams/*/*/projects", list_projects_of_team},
    {"POST", "/teams/*/*/projects", create_project},

    {"GET", "/organizations/*/issues", list_issues, limits::issue_list_rate},
    {"PUT", "/organizations/*/issues", update_issues, limits::issue_rate},
    {"DELETE", "/organizations/*/issues", delete_issues, limits::delete_rate},
    {"GET", "/projects/*/*/issues", list_issues_of_project, limits::issue_rate},
    {"PUT", "/projects/*/*/issues", update_issues_of_project, limits::issue_rate},
    {"DELETE", "/projects/*/*/issues", delete_issues_of_project, limits::delete_rate},
    {"GET", "/organizations/*/issues/*", show_issue, limits::issue_rate},
    {"PUT", "/organizations/*/issues/*", update_issue, limits::issue_rate},
    {"DELETE", "/organizations/*/issues/*", delete_issue, limits::delete_rate},
    {"GET", "/organizations/*/issues/*/events", list_events_of_issue},
    {"GET", "/organizations/*/issues/*/events/*", show_event_of_issue},
    {"GET", "/organizations/*/issues/*/tags", list_tags_of_issue},
    {"GET", "/organizations/*/shortids/*", show_short_id},
    {"GET", "/projects/*/*/events", list_events_of_project},
    {"GET", "/projects/*/*/events/*", show_event_of_project},

    {"GET", "/organizations/*/releases", list_releases},
    {"POST", "/organizations/*/releases", create_release},
    {"GET", "/organizations/*/releases/*", show_release},
    {"PUT", "/organizations/*/releases/*", update_release},
    {"DELETE", "/organizations/*/releases/*", delete_release},
    {"GET", "/organizations/*/releases/*/deploys", list_deploys},
    {"POST", "/organizations/*/releases/*/deploys", create_deploy},
    {"GET", "/projects/*/*/releases", list_releases_of_project},
    {"POST", "/projects/*/*/releases", create_release_of_project},
    {"GET", "/projects/*/*/releases/*", show_release_of_project},
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
        ((found->name = each.method) += ' ') += each.path;
        break;
    }
    return found;
}

} // namespace chatops::mocks::sentry
