// What of a server is changed at once, and its end.
#include "mocks/rackspace/checks.hpp"
#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/running.hpp"
#include "mocks/rackspace/views.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

object shown_metadata(const server& of) {
    object made;
    for (const auto& [name, text] : of.metadata) made[name] = text_value(text);
    return made;
}

/// Source: openstack/nova, compute/api.py, update_instance_metadata and delete_instance_metadata.
server& server_to_note(call& from, std::string_view action) {
    server& which = server_of(from);
    check_state(which, action, from.now, {"active", "paused", "suspended", "stopped"});
    return which;
}

} // namespace

answer update_server(call& from) {
    server& which = server_of(from);
    const object& wanted = required_object(from, "server");
    if (member(wanted, "name") != nullptr) which.name = checked_name(wanted, "Server");
    if (member(wanted, "accessIPv4") != nullptr) which.access_ipv4 = text_of(wanted, "accessIPv4");
    if (member(wanted, "accessIPv6") != nullptr) which.access_ipv6 = text_of(wanted, "accessIPv6");
    which.updated = from.now;
    return {200, object{{"server", show(which, from.account, from.own_url())}}};
}

answer delete_server(call& from) {
    server& which = server_of(from);
    // Source of the text: openstack/nova, exception.py, InstanceIsLocked.
    if (which.is_locked) throw conflict("Instance " + which.id + " is locked");
    if (which.busy && which.busy->action == "delete") return {204};
    begin(from.account, which, task{"delete", {"deleting"}}, from.now, limits::destroy_server);
    note_action(from.account, which, "delete", from.request_id);
    return {204};
}

answer show_server_metadata(call& from) {
    return {200, object{{"metadata", shown_metadata(server_of(from))}}};
}

answer update_server_metadata(call& from) {
    server& which = server_to_note(from, "update metadata");
    std::map<std::string, std::string> all = metadata_in(required_object(from, "metadata"));
    // Those that are new replace those of the same name.
    all.insert(which.metadata.begin(), which.metadata.end());
    if (all.size() > limits::metadata_items)
        throw refused(413, "overLimit",
                      "Maximum number of metadata items exceeds " +
                          std::to_string(limits::metadata_items));
    which.metadata = std::move(all);
    which.updated = from.now;
    return {200, object{{"metadata", shown_metadata(which)}}};
}

answer replace_server_metadata(call& from) {
    server& which = server_to_note(from, "update metadata");
    which.metadata = metadata_in(required_object(from, "metadata"));
    which.updated = from.now;
    return {200, object{{"metadata", shown_metadata(which)}}};
}

answer show_server_metadata_item(call& from) {
    const server& which = server_of(from);
    const auto found = which.metadata.find(from.words.at(1));
    if (found == which.metadata.end()) throw not_found("Metadata item was not found");
    object item;
    item[found->first] = text_value(found->second);
    return {200, object{{"meta", std::move(item)}}};
}

answer set_server_metadata_item(call& from) {
    server& which = server_to_note(from, "update metadata");
    const object& item = required_object(from, "meta");
    if (item.size() != 1 || member(item, from.words.at(1)) == nullptr)
        throw bad_request("Request body and URI mismatch");
    for (const auto& [name, text] : metadata_in(item)) which.metadata[name] = text;
    which.updated = from.now;
    return {200, object{{"meta", item}}};
}

answer delete_server_metadata_item(call& from) {
    server& which = server_to_note(from, "delete metadata");
    if (which.metadata.erase(from.words.at(1)) == 0) throw not_found("Metadata item was not found");
    which.updated = from.now;
    return {204};
}

} // namespace chatops::mocks::rackspace
