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

CHATOPS_INLINE std::string code_of(const digitalocean::image& each) {
    return each.slug ? *each.slug : std::to_string(each.id);
}

CHATOPS_INLINE bool has_part(const digitalocean::image& each,
                             const std::optional<std::string>& part) {
    return !part || each.name.find(*part) != std::string::npos ||
           code_of(each).find(*part) != std::string::npos;
}

CHATOPS_INLINE std::string image_title(const digitalocean::image& each) {
    const bool own = !each.slug || !each.distribution;
    return own ? each.name : *each.distribution + ' ' + each.name;
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

CHATOPS_INLINE asio::awaitable<reply> digitalocean_images::run(context& ctx) const {
    const std::string filter = *own ? "private=true" : "type=distribution";
    auto images = co_await ctx.observe("images", [&](digitalocean::client& ocean) {
        return ocean.list<digitalocean::image>(filter);
    });
    std::erase_if(images, [&](const auto& each) { return !detail::has_part(each, *part); });
    table_part table;
    table.headings = {"Image", "What"};
    for (const digitalocean::image& each : images)
        table.rows.push_back({detail::code_of(each), detail::image_title(each)});
    std::string title = counted(images.size(), "image") + (*own ? " of the account's own" : "");
    if (*part) title += " with " + shown(**part) + " in the name";
    reply answer = reply::neutral(std::move(title));
    if (!images.empty()) answer.add(std::move(table));
    co_return answer;
}

} // namespace chatops::operations
