#include "mocks/papertrail/handlers.hpp"
#include "mocks/papertrail/views.hpp"

#include <algorithm>

namespace chatops::mocks::papertrail {
namespace {

destination& destination_of(const call& from) {
    for (destination& each : from.account.destinations)
        if (std::to_string(each.id) == from.words.at(0)) return each;
    throw not_found("Destination");
}

void take_over(destination& into, const call& from) {
    if (const auto text = from.text("destination[description]")) into.description = *text;
    if (const auto text = from.text("destination[filter]")) into.filter = *text;
}

array show_destinations(const std::vector<destination>& all) {
    array made;
    for (const destination& each : all) made.push_back(show(each));
    return made;
}

} // namespace

answer list_destinations(call& from) { return {200, show_destinations(from.account.destinations)}; }

answer show_destination(call& from) { return {200, show(destination_of(from))}; }

answer create_destination(call& from) {
    destination made;
    take_over(made, from);
    made.id = from.account.new_id();
    made.port = from.account.new_port();
    from.account.destinations.push_back(made);
    return {200, show(made)};
}

answer update_destination(call& from) {
    destination& which = destination_of(from);
    take_over(which, from);
    return {200, show(which)};
}

/// Systems that send there are known still, and silent. [?]
answer delete_destination(call& from) {
    const std::int64_t id = destination_of(from).id;
    std::erase_if(from.account.destinations, [&](const auto& each) { return each.id == id; });
    return {200, said("Destination deleted")};
}

} // namespace chatops::mocks::papertrail
