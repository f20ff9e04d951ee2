#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/snapshots.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE table_part snapshot_table(const std::vector<digitalocean::snapshot>& all) {
    table_part table;
    table.headings = {"Snapshot", "Of a", "Size"};
    for (const digitalocean::snapshot& each : all)
        table.rows.push_back({each.name, each.resource_type, gigabytes(each.size_gigabytes)});
    return table;
}

/// `droplet web-1`; of what is gone, its id.
CHATOPS_INLINE asio::awaitable<std::string> copied_of(digitalocean::client& ocean,
                                                      const digitalocean::snapshot& it) {
    std::string name;
    if (it.resource_type == "volume") {
        const auto found = co_await ocean.find<digitalocean::volume>(it.resource_id);
        if (found) name = found->name;
    } else {
        const auto found = co_await ocean.find<digitalocean::droplet>(it.resource_id);
        if (found) name = found->name;
    }
    if (name.empty()) name = it.resource_id + ", which is gone";
    co_return it.resource_type + ' ' + name;
}

CHATOPS_INLINE asio::awaitable<facts> snapshot_losses(digitalocean::client& ocean,
                                                      digitalocean::snapshot it) {
    const std::string of = co_await copied_of(ocean, it);
    facts lost{{"Lost", "this copy, of " + gigabytes(it.size_gigabytes)},
               {"Of", of},
               {"Id", it.id},
               {"Regions", joined_words(it.regions)},
               {"Created (UTC)", minute_of(it.created_at)}};
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_snapshots::run(context& ctx) const {
    const auto all = co_await ctx.observe("snapshots", [&](digitalocean::client& ocean) {
        return ocean.list<digitalocean::snapshot>();
    });
    reply answer = reply::neutral(counted(all.size(), "snapshot"));
    if (!all.empty()) answer.add(detail::snapshot_table(all));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_snapshot_destroy::run(context& ctx) const {
    return destroy_named<digitalocean::snapshot>(ctx, snapshot->text, detail::snapshot_losses);
}

} // namespace chatops::operations
