#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/papertrail/nouns.hpp"

namespace chatops::operations {

CHATOPS_INLINE table_part namesake_table(const std::vector<papertrail::system>& all) {
    table_part table;
    table.headings = {"Id", "Name", "Known by"};
    for (const papertrail::system& each : all)
        table.rows.push_back({std::to_string(each.id), each.name,
                              each.hostname ? *each.hostname : each.ip_address.value_or("–")});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<papertrail::group>& all) {
    table_part table;
    table.headings = {"Id", "Name", "Systems"};
    for (const papertrail::group& each : all)
        table.rows.push_back(
            {std::to_string(each.id), each.name, std::to_string(each.systems.size())});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<papertrail::saved_search>& all) {
    table_part table;
    table.headings = {"Id", "Name", "Group"};
    for (const papertrail::saved_search& each : all)
        table.rows.push_back(
            {std::to_string(each.id), each.name, each.group ? each.group->name : "–"});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<papertrail::destination>& all) {
    table_part table;
    table.headings = {"Id", "Port", "Description"};
    for (const papertrail::destination& each : all)
        table.rows.push_back({std::to_string(each.id), std::to_string(each.syslog.port),
                              each.syslog.description.value_or("–")});
    return table;
}

CHATOPS_INLINE table_part namesake_table(const std::vector<papertrail::user>& all) {
    table_part table;
    table.headings = {"Id", "Person"};
    for (const papertrail::user& each : all)
        table.rows.push_back({std::to_string(each.id), each.email});
    return table;
}

CHATOPS_INLINE std::string some_names(const std::vector<std::string>& names) {
    if (names.size() <= papertrail_limits::names) return joined_words(names);
    const std::vector<std::string> first(names.begin(), names.begin() + papertrail_limits::names);
    return joined_words(first) + " and " + std::to_string(names.size() - first.size()) + " more";
}

} // namespace chatops::operations
