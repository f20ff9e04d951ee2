#pragma once

#include "chatops/operations/digitalocean/project_parts.hpp"
#include "chatops/operations/digitalocean/urn.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <algorithm>

namespace chatops::operations {

CHATOPS_INLINE std::string things_path(const digitalocean::project& of) {
    return digitalocean::path_to<digitalocean::project>(of.id) + "/resources";
}

CHATOPS_INLINE std::vector<std::string>
urns_of(const std::vector<digitalocean::project_resource>& all) {
    std::vector<std::string> urns;
    for (const digitalocean::project_resource& each : all) urns.push_back(each.urn);
    return urns;
}

CHATOPS_INLINE table_part things_table(const std::map<std::string, std::string>& names) {
    table_part table;
    table.headings = {"What", "Name"};
    for (const auto& [urn, name] : names) table.rows.push_back({sort_of(read_urn(urn)), name});
    std::stable_sort(table.rows.begin(), table.rows.end());
    return table;
}

} // namespace chatops::operations
