// Releases of programs, and to which environments they were deployed.
#include "mocks/sentry/handlers.hpp"
#include "mocks/sentry/views.hpp"

#include <algorithm>

namespace chatops::mocks::sentry {
namespace {

/// Source: sentry/models/releases/util.py, is_valid_version.
void check_version(const std::string& version) {
    const std::string_view text = trimmed(version);
    const bool bad = text.empty() || version == "." || version == ".." ||
                     lower(version) == "latest" ||
                     version.find_first_of("\r\n\f\t/\\") != std::string::npos;
    if (bad) throw invalid_field("version", "Release with name " + version + " is not allowed");
    if (characters(version) > limits::version_characters)
        throw invalid_field("version", "Ensure this field has no more than " +
                                           std::to_string(limits::version_characters) +
                                           " characters.");
}

/// Source: serializers of releases and deploys: a URLField.
std::optional<std::string> url_parameter(const object& body) {
    auto url = text_parameter(body, "url");
    if (!url || url->empty()) return url;
    const std::string scheme = lower(url->substr(0, url->find(':')));
    const bool is_good = (scheme == "http" || scheme == "https" || scheme == "ftp") &&
                         url->find("://") == scheme.size() && url->find(' ') == std::string::npos;
    if (!is_good) throw invalid_field("url", "Enter a valid URL.");
    return url;
}

std::vector<std::string> projects_named(const call& from) {
    const value* const given = member(from.body, "projects");
    if (given == nullptr || given->is_null())
        throw invalid_field("projects", "This field is required.");
    if (!given->is_array())
        throw invalid_field("projects", "Expected a list of items but got type \"str\".");
    if (given->get_array().empty()) throw invalid_field("projects", "This list may not be empty.");
    std::vector<std::string> slugs;
    for (const value& each : given->get_array()) {
        const std::string name = each.is_string()  ? std::string(view(each.get_string()))
                                 : each.is_int64() ? std::to_string(each.get_int64())
                                                   : std::string();
        const project* const of = from.account.find_project(name);
        if (of == nullptr) throw invalid_field("projects", "Invalid project ids or slugs");
        if (std::find(slugs.begin(), slugs.end(), of->slug) == slugs.end())
            slugs.push_back(of->slug);
    }
    return slugs;
}

void take_over_release(release& which, const object& body) {
    if (const auto ref = text_parameter(body, "ref")) which.ref = ref;
    if (const auto url = url_parameter(body)) which.url = url;
    if (const auto when = moment_parameter(body, "dateReleased")) which.released_at = when;
    if (const array* const commits = array_of(body, "commits"))
        which.commits = static_cast<std::int64_t>(commits->size());
    const auto status = text_parameter(body, "status");
    if (!status) return;
    if (*status != "open" && *status != "archived")
        throw invalid_field("status", "\"" + *status + "\" is not a valid choice.");
    which.status = *status;
}

/// 201 for a new one; 208 where it was reported before, if to more projects now.
answer report_release(call& from, std::vector<std::string> projects) {
    const std::string version = required_text(from.body, "version");
    check_version(version);
    if (release* const known = from.account.find_release(version)) {
        release changed = *known;
        take_over_release(changed, from.body);
        *known = std::move(changed);
        bool is_new = false;
        for (const std::string& each : projects) {
            if (known->is_of(each)) continue;
            known->projects.push_back(each);
            is_new = true;
        }
        // Source: organization_releases.py: created for a project is created.
        return {is_new ? 201 : 208, show(*known, from.account)};
    }
    release made;
    made.version = version;
    made.projects = std::move(projects);
    made.created_at = from.now;
    take_over_release(made, from.body);
    made.id = from.account.new_id();
    from.account.releases.push_back(std::move(made));
    return {201, show(from.account.releases.back(), from.account)};
}

answer release_list(call& from, const project* of) {
    const std::string part = lower(from.asked("query"));
    const auto ids = from.all_asked("project");
    const auto environments = from.all_asked("environment");
    std::vector<const release*> found;
    for (const release& each : from.account.releases) {
        if (of != nullptr && !each.is_of(of->slug)) continue;
        if (!part.empty() && lower(each.version).find(part) == std::string::npos) continue;
        const bool is_of_any =
            ids.empty() || std::any_of(ids.begin(), ids.end(), [&](const auto& id) {
                const project* const one = from.account.find_project(id);
                return id == "-1" || (one != nullptr && each.is_of(one->slug));
            });
        const bool was_there =
            environments.empty() ||
            std::any_of(each.deploys.begin(), each.deploys.end(), [&](const deploy& done) {
                return std::find(environments.begin(), environments.end(), done.environment) !=
                       environments.end();
            });
        if (is_of_any && was_there) found.push_back(&each);
    }
    std::stable_sort(found.begin(), found.end(), [](const release* left, const release* right) {
        return left->in_force_since() > right->in_force_since();
    });
    array all;
    for (const release* const each : found) all.push_back(show(*each, from.account));
    return listed(from, std::move(all));
}

} // namespace

answer list_releases(call& from) { return release_list(from, nullptr); }

answer list_releases_of_project(call& from) {
    const project& of = from.project_at(1);
    return release_list(from, &of);
}

answer create_release(call& from) { return report_release(from, projects_named(from)); }

answer create_release_of_project(call& from) {
    return report_release(from, {from.project_at(1).slug});
}

answer show_release(call& from) { return {200, show(from.release_at(1), from.account)}; }

answer show_release_of_project(call& from) {
    const project& of = from.project_at(1);
    const release& which = from.release_at(2);
    if (!which.is_of(of.slug)) throw not_found();
    return {200, show(which, from.account)};
}

answer update_release(call& from) {
    release& which = from.release_at(1);
    take_over_release(which, from.body);
    return {200, show(which, from.account)};
}

/// Source: sentry/models/release.py, safe_delete.
answer delete_release(call& from) {
    release& which = from.release_at(1);
    for (const issue& each : from.account.issues)
        if (from.account.release_at(each.project, each.first_seen()) == &which)
            throw bad_request("This release is referenced by active issues and cannot be removed.");
    from.account.releases.erase(from.account.releases.begin() +
                                (&which - from.account.releases.data()));
    return {204};
}

answer list_deploys(call& from) {
    const release& of = from.release_at(1);
    array all;
    for (auto each = of.deploys.rbegin(); each != of.deploys.rend(); ++each)
        all.push_back(show(*each));
    return listed(from, std::move(all));
}

answer create_deploy(call& from) {
    release& of = from.release_at(1);
    deploy made;
    made.environment = required_text(from.body, "environment");
    constexpr std::size_t longest_environment = 64;
    if (characters(made.environment) > longest_environment)
        throw invalid_field("environment", "Ensure this field has no more than 64 characters.");
    // Source: sentry/models/environment.py, OK_NAME_PATTERN.
    if (made.environment.find_first_of("\n\r\f/") != std::string::npos)
        throw invalid_field("environment", "Invalid value for environment");
    made.name = text_parameter(from.body, "name");
    made.url = url_parameter(from.body);
    made.started_at = moment_parameter(from.body, "dateStarted");
    made.finished_at = moment_parameter(from.body, "dateFinished").value_or(from.now);
    made.projects = of.projects;
    if (array_of(from.body, "projects") != nullptr) made.projects = projects_named(from);
    made.id = from.account.new_id();
    for (const std::string& each : made.projects) {
        if (!of.is_of(each)) throw invalid_field("projects", "Invalid project slugs");
        auto& known = from.account.find_project(each)->environments;
        if (std::find(known.begin(), known.end(), made.environment) == known.end())
            known.push_back(made.environment);
    }
    of.deploys.push_back(std::move(made));
    return {201, show(of.deploys.back())};
}

} // namespace chatops::mocks::sentry
