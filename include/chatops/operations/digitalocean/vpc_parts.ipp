#pragma once

#include "chatops/operations/digitalocean/urn.hpp"
#include "chatops/operations/digitalocean/vpc_parts.hpp"
#include "chatops/provider/digitalocean/client.hpp"

namespace chatops::operations {

CHATOPS_INLINE std::string vpc_members_path(const digitalocean::vpc& of) {
    return digitalocean::path_to<digitalocean::vpc>(of.id) + "/members";
}

CHATOPS_INLINE table_part member_table(const std::vector<digitalocean::vpc_member>& members) {
    table_part table;
    table.headings = {"Member", "What"};
    for (const digitalocean::vpc_member& each : members)
        table.rows.push_back({each.name, sort_of(read_urn(each.urn))});
    return table;
}

} // namespace chatops::operations
