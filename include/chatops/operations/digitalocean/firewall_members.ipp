#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/chosen.hpp"
#include "chatops/operations/digitalocean/chosen_tags.hpp"
#include "chatops/operations/digitalocean/firewall_members.hpp"
#include "chatops/operations/digitalocean/firewall_parts.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace chatops::operations {

namespace detail {

/// Who is meant, or what to say where that is not clear.
struct firewall_members {
    std::optional<reply> unclear;
    digitalocean::firewall of;
    std::vector<digitalocean::droplet> droplets;
    std::vector<std::string> tags;

    [[nodiscard]] std::string text() const {
        std::vector<std::string> words;
        for (const digitalocean::droplet& each : droplets) words.push_back(each.name);
        for (const std::string& each : tags) words.push_back("the tag " + each);
        return joined_words(words);
    }
    [[nodiscard]] digitalocean::members_order droplet_order() const {
        std::vector<std::int64_t> ids;
        for (const digitalocean::droplet& each : droplets) ids.push_back(each.id);
        digitalocean::members_order order;
        order.droplet_ids = std::move(ids);
        return order;
    }
    [[nodiscard]] digitalocean::members_order tag_order() const {
        digitalocean::members_order order;
        order.tags = tags;
        return order;
    }
};

CHATOPS_INLINE asio::awaitable<firewall_members>
look_for_members(context& ctx, const std::string& firewall,
                 const std::vector<digitalocean::droplet_ref>& droplets,
                 const std::vector<digitalocean::tag_name>& tags) {
    firewall_members meant;
    if (droplets.empty() && tags.empty()) {
        meant.unclear =
            reply::bad("Nothing was changed: say what is meant, with `--droplet` or `--tag`");
        co_return meant;
    }
    auto wall = co_await ctx.observe("firewall", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::firewall>(ocean, firewall);
    });
    meant.unclear = co_await ask_which(ctx, firewall, wall);
    if (meant.unclear) co_return meant;
    meant.of = wall.one();
    auto chosen = co_await look_for_each<digitalocean::droplet>(ctx, droplets);
    meant.unclear = std::move(chosen.unclear);
    meant.droplets = std::move(chosen.found);
    if (meant.unclear) co_return meant;
    for (const digitalocean::tag_name& each : tags) meant.tags.push_back(each.text);
    meant.unclear = co_await look_for_tags(ctx, meant.tags);
    co_return meant;
}

CHATOPS_INLINE std::string members_path(const digitalocean::firewall& of, const char* sort) {
    return digitalocean::path_to<digitalocean::firewall>(of.id) + sort;
}

/// Those of them that no firewall guards now.
CHATOPS_INLINE asio::awaitable<std::vector<std::string>>
unguarded(digitalocean::client& ocean, const std::vector<digitalocean::droplet>& droplets) {
    std::vector<std::string> names;
    for (const digitalocean::droplet& each : droplets) {
        const std::string path =
            digitalocean::path_to<digitalocean::droplet>(each.id) + "/firewalls";
        const auto walls = co_await ocean.list_in<digitalocean::firewall>(path);
        if (walls.empty()) names.push_back(each.name);
    }
    co_return names;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_firewall_add::run(context& ctx) const {
    auto meant = co_await detail::look_for_members(ctx, firewall->text, *droplet, *tag);
    if (meant.unclear) co_return *meant.unclear;
    if (!meant.droplets.empty()) {
        const std::string path = detail::members_path(meant.of, "/droplets");
        const auto order = meant.droplet_order();
        co_await ctx.set("add droplets",
                         [&](digitalocean::client& ocean) { return ocean.put_into(path, order); });
    }
    if (!meant.tags.empty()) {
        const std::string path = detail::members_path(meant.of, "/tags");
        const auto order = meant.tag_order();
        co_await ctx.set("add tags",
                         [&](digitalocean::client& ocean) { return ocean.put_into(path, order); });
    }
    co_await ctx.progress("Waiting until they follow " + meant.of.name);
    const bool good = co_await is_followed(ctx, meant.of.id);
    if (!good) co_return not_followed(meant.of.name);
    co_return reply::good(meant.of.name + " guards " + meant.text());
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_firewall_remove::run(context& ctx) const {
    auto meant = co_await detail::look_for_members(ctx, firewall->text, *droplet, *tag);
    if (meant.unclear) co_return *meant.unclear;
    if (!meant.droplets.empty()) {
        const std::string path = detail::members_path(meant.of, "/droplets");
        const auto order = meant.droplet_order();
        co_await ctx.set("remove droplets", [&](digitalocean::client& ocean) {
            return ocean.take_out_of(path, order);
        });
    }
    if (!meant.tags.empty()) {
        const std::string path = detail::members_path(meant.of, "/tags");
        const auto order = meant.tag_order();
        co_await ctx.set("remove tags", [&](digitalocean::client& ocean) {
            return ocean.take_out_of(path, order);
        });
    }
    const bool good = co_await is_followed(ctx, meant.of.id);
    if (!good) co_return not_followed(meant.of.name);
    const auto open = co_await ctx.observe("unguarded", [&](digitalocean::client& ocean) {
        return detail::unguarded(ocean, meant.droplets);
    });
    const std::string done = meant.of.name + " does not guard " + meant.text() + " any more";
    if (open.empty()) co_return reply::good(done);
    reply answer = reply::warning(done);
    co_return answer.add(text_part{"No firewall guards " + joined_words(open) +
                                   ": all its ports are open to everyone."});
}

} // namespace chatops::operations
