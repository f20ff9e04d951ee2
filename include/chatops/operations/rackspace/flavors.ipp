#pragma once

#include "chatops/operations/rackspace/flavors.hpp"
#include "chatops/operations/rackspace/nouns.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/provider/rackspace/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> rackspace_flavors::run(context& ctx) const {
    auto flavors = co_await ctx.observe(
        "flavors", [&](rackspace::client& cloud) { return cloud.list<rackspace::flavor>(); });
    std::erase_if(flavors, [&](const rackspace::flavor& each) {
        return *part && each.id.find(**part) == std::string::npos &&
               each.name.find(**part) == std::string::npos;
    });
    table_part table;
    table.headings = {"Flavor", "CPUs, memory", "Disk"};
    for (const rackspace::flavor& each : flavors)
        table.rows.push_back({each.id, std::to_string(each.vcpus) + ", " + memory_text(each.ram),
                              std::to_string(each.disk) + " GB"});
    std::string title = counted(flavors.size(), "flavor");
    if (*part) title += " with " + shown(**part) + " in the id or name";
    reply answer = reply::neutral(std::move(title));
    if (!flavors.empty()) answer.add(std::move(table));
    co_return answer;
}

} // namespace chatops::operations
