#pragma once

#include "chatops/operations/digitalocean/offers.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE bool is_offered(const digitalocean::size& each,
                               const std::optional<digitalocean::region_slug>& in) {
    if (!each.available) return false;
    return !in ||
           std::find(each.regions.begin(), each.regions.end(), in->text) != each.regions.end();
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_sizes::run(context& ctx) const {
    auto sizes = co_await ctx.observe(
        "sizes", [&](digitalocean::client& ocean) { return ocean.list<digitalocean::size>(); });
    std::erase_if(sizes, [&](const auto& each) { return !detail::is_offered(each, *region); });
    table_part table;
    // The rest is in its name.
    table.headings = {"Size", "Disk", "$ a month"};
    for (const digitalocean::size& each : sizes)
        table.rows.push_back(
            {each.slug, std::to_string(each.disk) + " GB", dollars(each.price_monthly)});
    reply answer = reply::neutral(counted(sizes.size(), "size") + " to be had" +
                                  (*region ? " in " + (*region)->text : ""));
    if (!sizes.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_regions::run(context& ctx) const {
    const auto regions = co_await ctx.observe(
        "regions", [&](digitalocean::client& ocean) { return ocean.list<digitalocean::region>(); });
    table_part table;
    table.headings = {"Region", "Where", "New droplets"};
    for (const digitalocean::region& each : regions)
        table.rows.push_back({each.slug, each.name, each.available ? "yes" : "no"});
    reply answer = reply::neutral(counted(regions.size(), "region"));
    if (!regions.empty()) answer.add(std::move(table));
    co_return answer;
}

} // namespace chatops::operations
