#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/operations/rackspace/shown.hpp"

namespace chatops::operations {

CHATOPS_INLINE std::string words_of_state(std::string_view state) {
    std::string made;
    for (const char c : state) made += c == '_' || c == '-' ? ' ' : lower(c);
    return made;
}

CHATOPS_INLINE std::string address_of(const rackspace::server& each, std::string_view network) {
    const auto found = each.addresses.find(std::string(network));
    if (found == each.addresses.end()) return {};
    for (const rackspace::server_address& address : found->second)
        if (address.version == 4) return address.addr;
    return {};
}

CHATOPS_INLINE std::string state_text(const rackspace::server& each) {
    std::string made = words_of_state(each.status);
    // Of the others the state says what goes on.
    const bool says_nothing = each.status == "ACTIVE" || each.status == "SHUTOFF" ||
                              each.status == "RESCUE" || each.status == "ERROR" ||
                              each.status == "PAUSED" || each.status == "SUSPENDED";
    if (each.task_state && says_nothing) made += ", busy with " + words_of_state(*each.task_state);
    return made;
}

CHATOPS_INLINE std::string fault_text(const rackspace::server_fault& of) {
    std::string text = of.code ? std::to_string(*of.code) : "without a code";
    if (of.created) text += ", " + minute_of(*of.created) + " UTC";
    return text;
}

CHATOPS_INLINE std::string ended_text(const rackspace::instance_action& each) {
    return each.message ? "no: " + *each.message : "yes";
}

CHATOPS_INLINE std::string flavor_text(const rackspace::flavor& each) {
    return each.id + " (" + counted(static_cast<std::size_t>(each.vcpus), "CPU") + ", " +
           memory_text(each.ram) + ", disk " + std::to_string(each.disk) + " GB)";
}

CHATOPS_INLINE table_part server_table(const std::vector<rackspace::server>& servers) {
    table_part table;
    table.headings = {"Server", "State", "Address"};
    for (const rackspace::server& each : servers) {
        const std::string address = address_of(each, "public");
        table.rows.push_back({each.name, state_text(each), address.empty() ? "none" : address});
    }
    return table;
}

CHATOPS_INLINE fields_part server_fields(const rackspace::server& each, const std::string& image) {
    fields_part made;
    const auto add = [&](const char* name, const std::string& text) {
        if (!text.empty()) made.fields.emplace_back(name, text);
    };
    add("Id", each.id);
    add("State", state_text(each));
    if (each.fault) add("Fault", fault_text(*each.fault));
    add("Flavor", each.flavor.id);
    add("Image", image.empty() && each.image ? each.image->id : image);
    add("Address", address_of(each, "public"));
    add("Private address", address_of(each, "private"));
    add("SSH key", each.key_name.value_or(""));
    for (const auto& [name, text] : each.metadata)
        if (name != own_mark) made.fields.emplace_back(name, text);
    add("Created (UTC)", minute_of(each.created));
    return made;
}

} // namespace chatops::operations
