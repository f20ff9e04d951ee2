#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/snapshots.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE table_part snapshot_table(const std::vector<digitalocean::snapshot>& all) {
    table_part table;
    table.headings = {"Id", "Name", "Size"};
    for (const digitalocean::snapshot& each : all)
        table.rows.push_back({each.id, each.name, gigabytes(each.size_gigabytes)});
    return table;
}

/// The one of that id, or else all of that name, as many as a person reads.
CHATOPS_INLINE asio::awaitable<std::vector<digitalocean::snapshot>>
look_for_snapshot(digitalocean::client& ocean, const digitalocean::snapshot_ref& which) {
    std::vector<digitalocean::snapshot> named;
    std::optional<digitalocean::snapshot> one;
    const auto look = [&](std::vector<digitalocean::snapshot> page) {
        for (digitalocean::snapshot& each : page)
            if (each.id == which.text)
                one = std::move(each);
            else if (each.name == which.text && named.size() < namesakes_shown)
                named.push_back(std::move(each));
        return !one;
    };
    co_await ocean.each_page<digitalocean::snapshot>({}, look);
    if (one) {
        named.clear();
        named.push_back(std::move(*one));
    }
    co_return named;
}

CHATOPS_INLINE reply snapshot_loss(const digitalocean::snapshot& each) {
    reply shown;
    shown.title = "Destroy the snapshot " + each.name + " for good?";
    fields_part facts{{{"Lost", "this copy, of " + gigabytes(each.size_gigabytes)},
                       {"Of", each.resource_type + ' ' + each.resource_id},
                       {"Id", each.id},
                       {"Regions", listed(each.regions)},
                       {"Created (UTC)", minute_of(each.created_at)}}};
    return shown.add(std::move(facts));
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
    const auto found = co_await ctx.observe("snapshot", [&](digitalocean::client& ocean) {
        return detail::look_for_snapshot(ocean, *snapshot);
    });
    if (found.empty()) {
        reply answer = reply::bad("There is no snapshot " + shown(snapshot->text));
        co_return answer.add(text_part{"`do snapshots` lists them all."});
    }
    if (found.size() > 1) {
        reply answer = reply::bad(counted(found.size(), "snapshot") + " have the name " +
                                  shown(snapshot->text) + ": nothing was done");
        answer.add(text_part{"Say which one you mean by its id."});
        co_return answer.add(detail::snapshot_table(found));
    }
    const digitalocean::snapshot& it = found.front();
    reply loss = detail::snapshot_loss(it);
    co_await ctx.confirm(std::move(loss), "Destroy this snapshot");
    co_await destroy_for_good<digitalocean::snapshot>(ctx, it.id);
    co_return reply::good("The snapshot " + it.name + " is destroyed");
}

} // namespace chatops::operations
