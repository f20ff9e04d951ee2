// Projects, and what is in them.
#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/times.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

// Source of lengths and words: resources/projects/models/project.yml. [?] The texts.

std::string purpose_of(const std::string& given) {
    constexpr std::string_view other = "Other: ";
    const bool known =
        is_one_of(given, {"Just trying out DigitalOcean", "Class project / Educational purposes",
                          "Website or blog", "Web Application", "Service or API",
                          "Mobile Application", "Machine learning / AI / Data processing", "IoT",
                          "Operational / Developer tooling"});
    return known || given.substr(0, other.size()) == other ? given : std::string(other) + given;
}

std::string environment_of(const std::string& given) {
    for (const char* const each : {"Development", "Staging", "Production"})
        if (http::equal_without_case(given, each)) return each;
    if (!given.empty())
        throw unprocessable("environment must be one of Development, Staging, Production");
    return {};
}

void check_length(const char* what, const std::string& text, std::size_t most) {
    if (text.size() > most)
        throw unprocessable(std::string(what) + " must be " + std::to_string(most) +
                            " characters or less");
}

/// What the body has of a project; refuses with 422, of a name that another has with 409.
void read_into(const call& from, project& to) {
    to.name = text_parameter(from.body, "name").value_or(to.name);
    if (to.name.empty()) throw unprocessable("name is required");
    check_length("name", to.name, limits::project_name_bytes);
    for (const project& each : from.account.projects)
        if (each.id != to.id && each.name == to.name) throw conflict("name is already in use");
    if (const auto purpose = text_parameter(from.body, "purpose"))
        to.purpose = purpose_of(*purpose);
    if (to.purpose.empty()) throw unprocessable("purpose is required");
    check_length("purpose", to.purpose, limits::name_bytes);
    if (const auto text = text_parameter(from.body, "description")) to.description = *text;
    check_length("description", to.description, limits::name_bytes);
    if (const auto where = text_parameter(from.body, "environment"))
        to.environment = environment_of(*where);
    to.updated_at = from.now;
}

/// What is in the default one stays there when another becomes it.
void make_default(account_state& account, project& which) {
    project& before = account.project_of("default");
    for (const belonging& each : belongings(account))
        if (project_id_of(account, each.urn) == before.id)
            put_into_project(account, each.urn, before);
    before.is_default = false;
    which.is_default = true;
}

answer change_project(call& from, bool whole) {
    project& which = from.account.project_of(from.words[0]);
    project read = which;
    if (whole) read.name = read.purpose = "";
    read_into(from, read);
    which = std::move(read);
    if (flag_parameter(from.body, "is_default").value_or(false) && !which.is_default)
        make_default(from.account, which);
    return {200, object{{"project", show(which, from.account)}}};
}

std::vector<belonging> things_in(const account_state& account, const project& which) {
    std::vector<belonging> all = belongings(account);
    std::erase_if(
        all, [&](const belonging& each) { return project_id_of(account, each.urn) != which.id; });
    return all;
}

/// When it was put there, or made there.
time_point since(const account_state& account, const belonging& of, const project& in) {
    for (const assignment& each : account.assignments)
        if (each.urn == of.urn) return each.at;
    return of.created_at.value_or(in.created_at);
}

object show_resource(const call& from, const belonging& of, const project& in, const char* status) {
    return {{"urn", of.urn},
            {"assigned_at", iso_time(since(from.account, of, in))},
            {"links", object{{"self", own_url(from.what) + of.path}}},
            {"status", status}};
}

} // namespace

answer list_projects(call& from) {
    array all;
    for (const project& each : from.account.projects) all.push_back(show(each, from.account));
    return {200, std::move(all), "projects"};
}

answer show_project(call& from) {
    return {200, object{{"project", show(from.account.project_of(from.words[0]), from.account)}}};
}

answer create_project(call& from) {
    project made;
    read_into(from, made);
    made.id = from.account.new_uuid();
    made.created_at = from.now;
    from.account.projects.push_back(made);
    return {201, object{{"project", show(made, from.account)}}};
}

answer update_project(call& from) { return change_project(from, true); }
answer patch_project(call& from) { return change_project(from, false); }

answer delete_project(call& from) {
    const project& which = from.account.project_of(from.words[0]);
    // Source: resources/projects/delete_project.yml for 412 and responses/precondition_failed.yml
    // for the text; [?] of the default one.
    if (!things_in(from.account, which).empty())
        throw precondition_failed("cannot delete a project with resources");
    if (which.is_default) throw precondition_failed("cannot delete the default project");
    const std::string id = which.id;
    std::erase_if(from.account.projects, [&](const project& each) { return each.id == id; });
    return {204};
}

answer list_project_resources(call& from) {
    const project& which = from.account.project_of(from.words[0]);
    array all;
    for (const belonging& each : things_in(from.account, which))
        all.push_back(show_resource(from, each, which, "ok"));
    return {200, std::move(all), "resources"};
}

/// What is not there is said of each by its status, inside a 200.
answer assign_project_resources(call& from) {
    const project& into = from.account.project_of(from.words[0]);
    const array* const given = array_of(from.body, "resources");
    if (given == nullptr) throw unprocessable("resources is required");
    const std::vector<belonging> there = belongings(from.account);
    array all;
    for (const std::string& urn : identities_parameter(from.body, "resources")) {
        const auto found = std::find_if(there.begin(), there.end(),
                                        [&](const belonging& each) { return each.urn == urn; });
        if (found == there.end()) {
            all.push_back(object{{"urn", urn}, {"status", "not_found"}});
        } else if (project_id_of(from.account, urn) == into.id) {
            all.push_back(show_resource(from, *found, into, "already_assigned"));
        } else {
            put_into_project(from.account, urn, into);
            all.push_back(show_resource(from, *found, into, "assigned"));
        }
    }
    return {200, std::move(all), "resources"};
}

} // namespace chatops::mocks::digitalocean
