#include "mocks/papertrail/handlers.hpp"
#include "mocks/papertrail/limits.hpp"
#include "mocks/papertrail/views.hpp"

#include <boost/url/ipv4_address.hpp>
#include <boost/url/ipv6_address.hpp>

#include <algorithm>

namespace chatops::mocks::papertrail {
namespace {

papertrail::system& system_of(const call& from) {
    papertrail::system* const found = from.account.find_system(std::string_view(from.words.at(0)));
    if (found == nullptr) throw not_found("System");
    return *found;
}

papertrail::group& group_given(const call& from) {
    const std::string id = from.required("group_id", "Group");
    papertrail::group* const found = from.account.find_group(id);
    if (found == nullptr) throw not_found("Group");
    return *found;
}

void check_system_name(const call& from, const std::string& name, std::int64_t own_id) {
    for (const papertrail::system& each : from.account.systems)
        if (each.id != own_id && each.name == name)
            throw bad_request("Name has already been taken");
}

/// [?] The words.
void check_address(const std::string& text) {
    if (!boost::urls::parse_ipv4_address(text) && !boost::urls::parse_ipv6_address(text))
        throw bad_request("Ip address is invalid");
}

/// By which port its lines come: that of a destination of the account.
int port_given(const call& from) {
    const auto port = from.number("destination_port");
    const auto id = from.number("destination_id");
    for (const destination& each : from.account.destinations)
        if (id ? each.id == *id : each.port == port.value_or(0)) return each.port;
    throw bad_request(port || id ? "Destination not found"
                                 : "Destination port or destination id can't be blank");
}

/// An empty text is none. [?] That a hostname needs a destination here as well.
void take_over_origin(papertrail::system& into, const call& from) {
    const bool had_hostname = into.hostname.has_value();
    if (const auto hostname = from.text("system[hostname]")) {
        into.hostname = hostname;
        if (hostname->empty()) into.hostname.reset();
    }
    if (const auto address = from.text("system[ip_address]")) {
        if (!address->empty()) check_address(*address);
        into.ip_address = address;
        if (address->empty()) into.ip_address.reset();
    }
    if (!into.hostname && !into.ip_address)
        throw bad_request("Hostname or ip address can't be blank");
    const bool names_port = from.text("destination_port") || from.text("destination_id");
    if (into.hostname && (!had_hostname || names_port)) into.port = port_given(from);
    if (!into.hostname) into.port = limits::address_port;
}

} // namespace

/// papertrail-cli asks for `?system_name=`, and looks for itself among what comes.
answer list_systems(call& from) {
    const std::string part = lower(from.text("system_name").value_or(""));
    array made;
    for (const papertrail::system& each : from.account.systems)
        if (lower(each.name).find(part) != std::string::npos) made.push_back(show(each, from));
    return {200, std::move(made)};
}

answer show_system(call& from) { return {200, show(system_of(from), from)}; }

answer create_system(call& from) {
    papertrail::system made;
    made.name = from.required("system[name]", "Name");
    check_system_name(from, made.name, 0);
    const auto address = from.text("system[ip_address]");
    const auto hostname = from.text("system[hostname]");
    if (hostname && !hostname->empty()) {
        made.hostname = hostname;
        made.port = port_given(from);
    } else if (address && !address->empty()) {
        check_address(*address);
        made.ip_address = address;
        made.port = limits::address_port;
    } else {
        throw bad_request("Hostname or ip address can't be blank");
    }
    made.auto_delete = from.flag("system[auto_delete]");
    made.id = from.account.new_id();
    from.account.systems.push_back(std::move(made));
    return {200, show(from.account.systems.back(), from)};
}

answer update_system(call& from) {
    papertrail::system& which = system_of(from);
    papertrail::system changed = which;
    if (from.text("system[name]")) {
        changed.name = from.required("system[name]", "Name");
        check_system_name(from, changed.name, which.id);
    }
    take_over_origin(changed, from);
    if (from.text("system[auto_delete]")) changed.auto_delete = from.flag("system[auto_delete]");
    which = std::move(changed);
    return {200, show(which, from)};
}

/// What it wrote is not found any more. [?]
answer delete_system(call& from) {
    const papertrail::system& which = system_of(from);
    const std::int64_t id = which.id;
    for (papertrail::group& each : from.account.groups) std::erase(each.system_ids, id);
    std::erase_if(from.account.systems, [&](const auto& each) { return each.id == id; });
    return {200, said("System deleted")};
}

answer join_group(call& from) {
    const papertrail::system& which = system_of(from);
    papertrail::group& group = group_given(from);
    auto& ids = group.system_ids;
    if (std::find(ids.begin(), ids.end(), which.id) == ids.end()) ids.push_back(which.id);
    return {200, said("System joined group")};
}

/// One whose name the wildcard matches stays.
answer leave_group(call& from) {
    const papertrail::system& which = system_of(from);
    std::erase(group_given(from).system_ids, which.id);
    return {200, said("System left group")};
}

} // namespace chatops::mocks::papertrail
