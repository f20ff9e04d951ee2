#include "mocks/papertrail/handlers.hpp"
#include "mocks/papertrail/views.hpp"

#include <algorithm>

namespace chatops::mocks::papertrail {
namespace {

saved_search& search_of(const call& from) {
    for (saved_search& each : from.account.searches)
        if (std::to_string(each.id) == from.words.at(0)) return each;
    throw not_found("Search");
}

void take_over(saved_search& into, const call& from) {
    if (from.text("search[name]")) {
        into.name = from.required("search[name]", "Name");
        for (const saved_search& each : from.account.searches)
            if (each.id != into.id && each.name == into.name && each.group_id == into.group_id)
                throw bad_request("Name has already been taken");
    }
    if (from.text("search[query]")) into.query = from.required("search[query]", "Query");
    const auto id = from.text("search[group_id]");
    if (!id || id->empty()) return;
    const papertrail::group* const group = from.account.find_group(*id);
    if (group == nullptr) throw not_found("Group");
    into.group_id = group->id;
}

} // namespace

answer list_searches(call& from) {
    const std::string part = lower(from.text("search_name").value_or(""));
    array made;
    for (const saved_search& each : from.account.searches)
        if (lower(each.name).find(part) != std::string::npos) made.push_back(show(each, from));
    return {200, std::move(made)};
}

answer show_search(call& from) { return {200, show(search_of(from), from)}; }

answer create_search(call& from) {
    saved_search made;
    from.required("search[name]", "Name");
    from.required("search[query]", "Query");
    made.group_id = from.account.groups.front().id;
    take_over(made, from);
    made.id = from.account.new_id();
    from.account.searches.push_back(std::move(made));
    return {200, show(from.account.searches.back(), from)};
}

answer update_search(call& from) {
    saved_search& which = search_of(from);
    saved_search changed = which;
    take_over(changed, from);
    which = std::move(changed);
    return {200, show(which, from)};
}

answer delete_search(call& from) {
    const std::int64_t id = search_of(from).id;
    std::erase_if(from.account.searches, [&](const auto& each) { return each.id == id; });
    return {200, said("Search deleted")};
}

} // namespace chatops::mocks::papertrail
