// What was done to a server.
#include "mocks/rackspace/checks.hpp"
#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/views.hpp"

namespace chatops::mocks::rackspace {

answer list_instance_actions(call& from) {
    const server& which = server_of(from);
    array all;
    const auto& actions = from.account.actions;
    for (auto each = actions.rbegin(); each != actions.rend(); ++each)
        if (each->server_id == which.id) all.push_back(show(*each, from.account));
    return {200, object{{"instanceActions", std::move(all)}}};
}

answer show_instance_action(call& from) {
    const server& which = server_of(from);
    for (const instance_action& each : from.account.actions)
        if (each.server_id == which.id && each.request_id == from.words.at(1))
            return {200, object{{"instanceAction", show(each, from.account)}}};
    // Source of the text: openstack/nova, api/openstack/compute/instance_actions.py.
    throw not_found("Action " + from.words.at(1) + " not found");
}

} // namespace chatops::mocks::rackspace
