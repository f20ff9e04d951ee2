#include "mocks/papertrail/handlers.hpp"
#include "mocks/papertrail/views.hpp"

#include <algorithm>

namespace chatops::mocks::papertrail {
namespace {

papertrail::group& group_of(const call& from) {
    papertrail::group* const found = from.account.find_group(from.words.at(0));
    if (found == nullptr) throw not_found("Group");
    return *found;
}

void take_over(papertrail::group& into, const call& from) {
    if (from.text("group[name]")) {
        const std::string name = from.required("group[name]", "Name");
        for (const papertrail::group& each : from.account.groups)
            if (each.id != into.id && each.name == name)
                throw bad_request("Name has already been taken");
        into.name = name;
    }
    if (const auto wildcard = from.text("group[system_wildcard]")) into.system_wildcard = *wildcard;
    const auto systems = from.texts("group[system_ids][]");
    if (!systems) return;
    std::vector<std::int64_t> ids;
    for (const std::string& each : *systems) {
        const papertrail::system* const found = from.account.find_system(std::string_view(each));
        if (found == nullptr) throw not_found("System");
        ids.push_back(found->id);
    }
    into.system_ids = std::move(ids);
}

} // namespace

answer list_groups(call& from) {
    const std::string part = lower(from.text("group_name").value_or(""));
    array made;
    for (const papertrail::group& each : from.account.groups)
        if (lower(each.name).find(part) != std::string::npos) made.push_back(show(each, from));
    return {200, std::move(made)};
}

answer show_group(call& from) { return {200, show(group_of(from), from)}; }

answer create_group(call& from) {
    papertrail::group made;
    from.required("group[name]", "Name");
    take_over(made, from);
    made.id = from.account.new_id();
    from.account.groups.push_back(std::move(made));
    return {200, show(from.account.groups.back(), from)};
}

answer update_group(call& from) {
    papertrail::group& which = group_of(from);
    papertrail::group changed = which;
    take_over(changed, from);
    which = std::move(changed);
    return {200, show(which, from)};
}

/// Its searches go with it. [?]
answer delete_group(call& from) {
    const std::int64_t id = group_of(from).id;
    if (from.account.groups.size() == 1) throw bad_request("The last group can't be deleted");
    std::erase_if(from.account.searches, [&](const auto& each) { return each.group_id == id; });
    std::erase_if(from.account.groups, [&](const auto& each) { return each.id == id; });
    return {200, said("Group deleted")};
}

} // namespace chatops::mocks::papertrail
