// The organization, its projects, teams and people, and what a project is known by.
#include "mocks/sentry/handlers.hpp"
#include "mocks/sentry/views.hpp"

#include <algorithm>
#include <set>

namespace chatops::mocks::sentry {
namespace {

template <class T>
bool has_text(const std::vector<T>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

const team& team_at(const call& from, std::size_t word) {
    const team* const found = from.account.find_team(from.words.at(word));
    if (found == nullptr) throw not_found();
    return *found;
}

/// Those whose name or address has that part in it.
bool is_asked_for(const call& from, std::string_view text) {
    const std::string part = lower(from.asked("query"));
    return part.empty() || lower(text).find(part) != std::string::npos;
}

array environments_of(const std::vector<const project*>& all, const call& from) {
    // Source: sentry/api/helpers/environments.py.
    const std::string_view visible = from.asked("visibility");
    if (!visible.empty() && visible != "all" && visible != "hidden" && visible != "visible")
        throw bad_request("Invalid value for 'visibility', valid values are: ['all', 'hidden', "
                          "'visible']");
    std::set<std::string> names;
    for (const project* const each : all)
        names.insert(each->environments.begin(), each->environments.end());
    array made;
    if (visible == "hidden") return made;
    for (const std::string& each : names) made.push_back(show_environment(each, made.size() + 1));
    return made;
}

array member_list(const call& from, const project* of) {
    array all;
    for (const membership& each : from.account.members) {
        const bool is_of = of == nullptr ||
                           std::any_of(each.teams.begin(), each.teams.end(),
                                       [&](const auto& team) { return has_text(of->teams, team); });
        if (is_of && is_asked_for(from, each.user.email + ' ' + each.user.name))
            all.push_back(show(each));
    }
    return all;
}

/// Source: sentry/models/project.py: lower-case letters, digits, dashes and underscores.
bool is_slug(std::string_view text) {
    constexpr std::size_t longest = 100;
    return !text.empty() && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
           });
}

} // namespace

answer show_caller(call& from) {
    array scopes;
    for (const std::string& each : from.account.scopes) scopes.push_back(text_value(each));
    return {200, object{{"version", "0"},
                        {"auth", {{"scopes", std::move(scopes)}}},
                        {"user", show(from.account.owner())}}};
}

answer list_organizations(call& from) {
    return listed(from, array{show_organization_of(from.account)});
}

answer show_organization(call& from) { return {200, show_organization_of(from.account)}; }

answer list_projects(call& from) {
    array all;
    for (const project& each : from.account.projects)
        if (is_asked_for(from, each.slug)) all.push_back(show(each, from.account));
    return listed(from, std::move(all));
}

answer list_all_projects(call& from) {
    array all;
    for (const project& each : from.account.projects) {
        object shown = show(each, from.account);
        shown["organization"] = show_organization_of(from.account);
        all.push_back(std::move(shown));
    }
    return listed(from, std::move(all));
}

answer show_project(call& from) { return {200, show_whole(from.project_at(1), from.account)}; }

answer create_project(call& from) {
    const team& of = team_at(from, 1);
    project made;
    made.slug = text_parameter(from.body, "slug").value_or(required_text(from.body, "name"));
    if (!is_slug(made.slug))
        throw invalid_field("slug", "Enter a valid slug consisting of lowercase letters, numbers, "
                                    "underscores or hyphens.");
    if (from.account.find_project(made.slug) != nullptr)
        throw refused(409, "A project with this slug already exists.");
    made.platform = text_parameter(from.body, "platform").value_or("other");
    made.teams = {of.slug};
    made.id = from.account.new_id();
    made.keys.push_back(from.account.new_client_key("Default", from.now));
    made.created_at = from.now;
    from.account.projects.push_back(std::move(made));
    return {201, show(from.account.projects.back(), from.account)};
}

answer update_project(call& from) {
    project& which = from.project_at(1);
    if (const auto platform = text_parameter(from.body, "platform")) which.platform = *platform;
    if (const auto slug = text_parameter(from.body, "slug"); slug && *slug != which.slug) {
        if (!is_slug(*slug) || from.account.find_project(*slug) != nullptr)
            throw invalid_field("slug", "Another project is already using that slug");
        for (issue& each : from.account.issues)
            if (each.project == which.slug) each.project = *slug;
        for (release& each : from.account.releases)
            std::replace(each.projects.begin(), each.projects.end(), which.slug, *slug);
        for (monitor& each : from.account.monitors)
            if (each.project == which.slug) each.project = *slug;
        which.slug = *slug;
    }
    return {200, show_whole(which, from.account)};
}

/// It is removed later, but gone for whoever asks, and what belonged to it with it; only what came
/// stays counted. Source: sentry/core/endpoints/project_details.py: another may have its slug.
answer delete_project(call& from) {
    project& which = from.project_at(1);
    const std::string slug = which.slug;
    std::vector<std::string> ids;
    for (const issue& each : from.account.issues)
        if (each.project == slug) ids.push_back(each.id);
    for (const std::string& each : ids) from.account.delete_issue(each, from.now);
    std::erase_if(from.account.monitors, [&](const monitor& each) { return each.project == slug; });
    for (release& each : from.account.releases) std::erase(each.projects, slug);
    from.account.projects.erase(from.account.projects.begin() +
                                (&which - from.account.projects.data()));
    return {204};
}

answer list_teams(call& from) {
    array all;
    for (const team& each : from.account.teams) {
        if (!is_asked_for(from, each.slug)) continue;
        object shown = show(each);
        const auto& people = from.account.members;
        shown["memberCount"] = std::count_if(people.begin(), people.end(), [&](const auto& one) {
            return has_text(one.teams, each.slug);
        });
        array projects;
        for (const project& of : from.account.projects)
            if (has_text(of.teams, each.slug)) projects.push_back(show(of, from.account));
        shown["projects"] = std::move(projects);
        all.push_back(std::move(shown));
    }
    return listed(from, std::move(all));
}

answer show_team(call& from) { return {200, show(team_at(from, 1))}; }

answer list_teams_of_project(call& from) {
    const project& of = from.project_at(1);
    array all;
    for (const team& each : from.account.teams)
        if (has_text(of.teams, each.slug)) all.push_back(show(each));
    return listed(from, std::move(all));
}

answer list_projects_of_team(call& from) {
    const team& of = team_at(from, 1);
    array all;
    for (const project& each : from.account.projects)
        if (has_text(each.teams, of.slug)) all.push_back(show(each, from.account));
    return listed(from, std::move(all));
}

answer list_members(call& from) { return listed(from, member_list(from, nullptr)); }

answer show_member(call& from) {
    for (const membership& each : from.account.members)
        if (each.id == from.words.at(1)) return {200, show(each)};
    throw not_found();
}

/// Not in pages. Source: sentry/api/endpoints/organization_users.py.
answer list_users(call& from) {
    array all;
    for (const membership& each : from.account.members)
        if (!each.pending) all.push_back(show(each));
    return {200, std::move(all)};
}

answer list_members_of_project(call& from) {
    const project& of = from.project_at(1);
    return listed(from, member_list(from, &of));
}

/// Not in pages. Source: sentry/api/endpoints/organization_environments.py.
answer list_environments(call& from) {
    std::vector<const project*> all;
    for (const project& each : from.account.projects) all.push_back(&each);
    return {200, environments_of(all, from)};
}

answer list_environments_of_project(call& from) {
    return {200, environments_of({&from.project_at(1)}, from)};
}

} // namespace chatops::mocks::sentry
