#pragma once

#include "chatops/core/url.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_create.hpp"
#include "chatops/operations/digitalocean/droplet_create_parts.hpp"
#include "chatops/operations/digitalocean/mark.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace chatops::operations {

namespace detail {

/// A number where the text is one.
CHATOPS_INLINE boost::json::value number_or_text(const std::string& text) {
    if (const auto number = digitalocean::id_in(text)) return boost::json::value(*number);
    return boost::json::value(boost::json::string_view(text.data(), text.size()));
}

/// In the order in which they were made.
using new_droplets = std::vector<digitalocean::droplet>;

/// All of them, or nothing: fewer are not shown yet.
CHATOPS_INLINE asio::awaitable<std::optional<new_droplets>>
droplets_with_mark(digitalocean::client& ocean, const std::string& mark, std::size_t many) {
    auto all = co_await ocean.list<digitalocean::droplet>("tag_name=" + percent_encode(mark));
    std::sort(all.begin(), all.end(),
              [](const auto& left, const auto& right) { return left.id < right.id; });
    std::optional<new_droplets> found;
    if (all.size() == many) found = std::move(all);
    co_return found;
}

/// As they are now.
CHATOPS_INLINE asio::awaitable<new_droplets> droplets_now(digitalocean::client& ocean,
                                                          const new_droplets& made) {
    new_droplets now;
    for (const digitalocean::droplet& each : made) {
        auto one = co_await ocean.show<digitalocean::droplet>(std::to_string(each.id));
        now.push_back(std::move(one));
    }
    co_return now;
}

CHATOPS_INLINE asio::awaitable<bool> are_up(digitalocean::client& ocean, const new_droplets& made) {
    for (const digitalocean::droplet& each : made) {
        const auto now = co_await ocean.show<digitalocean::droplet>(std::to_string(each.id));
        if (now.status != "active") co_return false;
    }
    co_return true;
}

using chosen_keys = std::vector<choice<digitalocean::ssh_key>>;

/// What each of them means. Listed once: DigitalOcean lets keys be listed ten times a minute.
CHATOPS_INLINE asio::awaitable<chosen_keys>
look_for_keys(digitalocean::client& ocean, const std::vector<digitalocean::key_ref>& which) {
    chosen_keys seen(which.size());
    if (which.empty()) co_return seen;
    const auto all = co_await ocean.list<digitalocean::ssh_key>();
    for (std::size_t i = 0; i < which.size(); ++i) take_meant(seen[i], which[i].text, all);
    co_return seen;
}

CHATOPS_INLINE digitalocean::droplet_order order_of(const digitalocean_droplet_create& asked,
                                                    const droplet_place& where,
                                                    const chosen_keys& keys,
                                                    const std::string& mark) {
    digitalocean::droplet_order order;
    std::vector<std::string> names;
    for (const auto& each : *asked.name) names.push_back(each.text);
    if (names.size() == 1)
        order.name = names.front();
    else
        order.names = std::move(names);
    order.size = asked.size->text;
    order.image = number_or_text(asked.image->text);
    order.region = where.region;
    order.vpc_uuid = where.vpc;
    std::vector<std::string> volumes;
    for (const auto& each : where.volumes) volumes.push_back(each.id);
    if (!volumes.empty()) order.volumes = std::move(volumes);
    for (const auto& each : keys) order.ssh_keys.emplace_back(each.one().id);
    for (const auto& each : *asked.tag) order.tags.push_back(each.text);
    order.tags.push_back(mark);
    order.backups = *asked.backups;
    order.ipv6 = *asked.ipv6;
    order.monitoring = *asked.monitoring;
    if (*asked.user_data) order.user_data = (*asked.user_data)->text;
    return order;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_create::run(context& ctx) const {
    if (auto said = wrong_names(*this)) co_return *said;
    const auto namesakes = co_await ctx.observe(
        "namesakes", [&](digitalocean::client& ocean) { return droplets_called(ocean, *name); });
    if (!namesakes.empty()) co_return called_already(namesakes);
    const auto where = co_await look_for_place(ctx, *this);
    if (where.instead) co_return *where.instead;
    auto keys = co_await ctx.observe(
        "keys", [&](digitalocean::client& ocean) { return detail::look_for_keys(ocean, *key); });
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::string step = "key " + std::to_string(i + 1);
        const auto unclear = co_await ask_which(ctx, (*key)[i].text, keys[i], step);
        if (unclear) co_return *unclear;
    }
    // It is a tag of each droplet.
    const std::string mark = co_await ctx.observe(
        "mark", [&](digitalocean::client& ocean) { return drawn_mark(ocean); });
    const digitalocean::droplet_order order = detail::order_of(*this, where, keys, mark);
    const auto act = [&](digitalocean::client& ocean) { return ocean.create_droplets(order); };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return detail::droplets_with_mark(ocean, mark, name->size());
    };
    const detail::new_droplets made = co_await ctx.once("create", act, find);
    std::vector<std::string> names;
    for (const digitalocean::droplet& each : made) names.push_back(each.name);
    co_await ctx.progress("Making " + joined_words(names));
    co_await ctx.until("up",
                       [&](digitalocean::client& ocean) { return detail::are_up(ocean, made); });
    const auto now = co_await ctx.observe(
        "outcome", [&](digitalocean::client& ocean) { return detail::droplets_now(ocean, made); });
    co_return made_droplets(now, where, mark);
}

} // namespace chatops::operations
