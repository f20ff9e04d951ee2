#pragma once

#include "chatops/operations/digitalocean/nouns.hpp"
#include "chatops/operations/digitalocean/shown.hpp"

namespace chatops::operations {

CHATOPS_INLINE table_part namesake_table(const std::vector<digitalocean::droplet>& droplets) {
    table_part table;
    table.headings = {"Id", "State", "Region", "Address"};
    for (const digitalocean::droplet& each : droplets) {
        const std::string address = address_of(each, "public");
        table.rows.push_back(
            {id_of(each), each.status, each.region.slug, address.empty() ? "none" : address});
    }
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<digitalocean::volume>& volumes) {
    table_part table;
    table.headings = {"Id", "Region", "Size"};
    for (const digitalocean::volume& each : volumes)
        table.rows.push_back(
            {each.id, each.region.slug, std::to_string(each.size_gigabytes) + " GB"});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<digitalocean::snapshot>& snapshots) {
    table_part table;
    table.headings = {"Id", "Of", "Created (UTC)"};
    for (const digitalocean::snapshot& each : snapshots)
        table.rows.push_back({each.id, each.resource_type, minute_of(each.created_at)});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<digitalocean::image>& images) {
    table_part table;
    table.headings = {"Id", "Kind", "Created (UTC)"};
    for (const digitalocean::image& each : images)
        table.rows.push_back({id_of(each), each.type.value_or("image"),
                              each.created_at ? minute_of(*each.created_at) : "unknown"});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<digitalocean::record>& records) {
    table_part table;
    table.headings = {"Id", "Type", "Data"};
    for (const digitalocean::record& each : records)
        table.rows.push_back({id_of(each), each.type, record_data(each)});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<digitalocean::ssh_key>& keys) {
    table_part table;
    table.headings = {"Id", "Fingerprint"};
    for (const digitalocean::ssh_key& each : keys)
        table.rows.push_back({id_of(each), each.fingerprint});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<digitalocean::firewall>& firewalls) {
    table_part table;
    table.headings = {"Id", "Created (UTC)"};
    for (const digitalocean::firewall& each : firewalls)
        table.rows.push_back({each.id, minute_of(each.created_at)});
    return table;
}

CHATOPS_INLINE table_part
namesake_table(const std::vector<digitalocean::load_balancer>& balancers) {
    table_part table;
    table.headings = {"Id", "State", "Address"};
    for (const digitalocean::load_balancer& each : balancers)
        table.rows.push_back({each.id, each.status, each.ip.value_or("none")});
    return table;
}

} // namespace chatops::operations
