#pragma once

#include "chatops/operations/rackspace/nouns.hpp"
#include "chatops/operations/rackspace/shown.hpp"

namespace chatops::operations {

CHATOPS_INLINE table_part namesake_table(const std::vector<rackspace::server>& servers) {
    table_part table;
    table.headings = {"Id", "State", "Address"};
    for (const rackspace::server& each : servers) {
        const std::string address = address_of(each, "public");
        table.rows.push_back({each.id, state_text(each), address.empty() ? "none" : address});
    }
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<rackspace::image>& images) {
    table_part table;
    table.headings = {"Id", "Kind", "Created (UTC)"};
    for (const rackspace::image& each : images)
        table.rows.push_back(
            {each.id, each.server ? "of a server" : "Rackspace's", minute_of(each.created)});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<rackspace::flavor>& flavors) {
    table_part table;
    table.headings = {"Id", "Memory", "Disk"};
    for (const rackspace::flavor& each : flavors)
        table.rows.push_back({each.id, memory_text(each.ram), std::to_string(each.disk) + " GB"});
    return table;
}

} // namespace chatops::operations
