#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/volumes.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::vector<std::int64_t>
droplets_of(const std::vector<digitalocean::volume>& volumes) {
    std::vector<std::int64_t> ids;
    for (const digitalocean::volume& each : volumes)
        ids.insert(ids.end(), each.droplet_ids.begin(), each.droplet_ids.end());
    return ids;
}

CHATOPS_INLINE table_part volume_table(const std::vector<digitalocean::volume>& volumes,
                                       const std::map<std::string, std::string>& names) {
    table_part table;
    table.headings = {"Volume", "Size", "On"};
    std::vector<std::string> regions;
    for (const digitalocean::volume& each : volumes) {
        const std::string on =
            each.droplet_ids.empty() ? "none" : names.at(std::to_string(each.droplet_ids.front()));
        table.rows.push_back({each.name, gigabytes(each.size_gigabytes), on});
        regions.push_back(each.region.slug);
    }
    add_telling_column(table, "Region", regions);
    return table;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_volumes::run(context& ctx) const {
    auto volumes = co_await ctx.observe(
        "volumes", [&](digitalocean::client& ocean) { return ocean.list<digitalocean::volume>(); });
    keep_with_part(volumes, *part);
    const auto ids = detail::droplets_of(volumes);
    const auto names = co_await ctx.observe(
        "droplets", [&](digitalocean::client& ocean) { return droplet_names(ocean, ids); });
    reply answer = reply::neutral(counted_with_part<digitalocean::volume>(volumes.size(), *part));
    if (!volumes.empty()) answer.add(detail::volume_table(volumes, names));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_volume_show::run(context& ctx) const {
    auto choice = co_await ctx.observe("volume", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::volume>(ocean, volume->text);
    });
    const auto unclear = co_await ask_which(ctx, volume->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::volume& it = choice.one();
    const auto names = co_await ctx.observe("droplets", [&](digitalocean::client& ocean) {
        return droplet_names(ocean, it.droplet_ids);
    });
    const std::string path = digitalocean::path_to<digitalocean::volume>(it.id) + "/snapshots";
    const auto snapshots = co_await ctx.observe("snapshots", [&](digitalocean::client& ocean) {
        return ocean.list_in<digitalocean::snapshot>(path);
    });
    const std::string on = names.empty() ? std::string() : names.begin()->second;
    reply answer = reply::neutral(
        it.name + (on.empty() ? " is attached to no droplet" : " is attached to " + on));
    fields_part facts{
        {{"Id", it.id}, {"Size", gigabytes(it.size_gigabytes)}, {"Region", it.region.slug}}};
    if (it.filesystem_type && !it.filesystem_type->empty())
        facts.fields.emplace_back("File system", *it.filesystem_type);
    if (it.tags) facts.fields.emplace_back("Tags", joined_words(*it.tags));
    facts.fields.emplace_back("Created (UTC)", minute_of(it.created_at));
    answer.add(std::move(facts));
    table_part table{{"Snapshot", "Created (UTC)"}, {}};
    for (const digitalocean::snapshot& each : snapshots)
        table.rows.push_back({each.name, minute_of(each.created_at)});
    if (!snapshots.empty()) answer.add(std::move(table));
    co_return answer;
}

} // namespace chatops::operations
