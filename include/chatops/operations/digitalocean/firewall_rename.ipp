#pragma once

#include "chatops/operations/digitalocean/firewall_parts.hpp"
#include "chatops/operations/digitalocean/firewall_rename.hpp"
#include "chatops/operations/digitalocean/rename.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

/// All of it as it is just now, under that name: what is not named then is gone.
/// Source: digitalocean/openapi, firewalls_update.yml.
CHATOPS_INLINE asio::awaitable<digitalocean::firewall>
call_firewall(digitalocean::client& ocean, const std::string& id, const std::string& name) {
    const auto now = co_await ocean.show<digitalocean::firewall>(id);
    digitalocean::firewall_order order;
    order.name = name;
    order.inbound_rules = now.inbound_rules;
    order.outbound_rules = now.outbound_rules;
    order.droplet_ids = now.droplet_ids.value_or(std::vector<std::int64_t>());
    order.tags = now.tags.value_or(std::vector<std::string>());
    std::string path = digitalocean::path_to<digitalocean::firewall>(id);
    auto called =
        co_await ocean.change<digitalocean::firewall>("PUT", std::move(path), std::move(order));
    co_return called;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_firewall_rename::run(context& ctx) const {
    const auto meant =
        co_await look_for_one_to_rename<digitalocean::firewall>(ctx, firewall->text, name->text);
    if (meant.instead) co_return *meant.instead;
    const digitalocean::firewall& it = meant.it;
    co_await ctx.set("rename", [&](digitalocean::client& ocean) {
        return detail::call_firewall(ocean, it.id, name->text);
    });
    co_await ctx.progress("Waiting until the droplets follow " + name->text);
    const bool good = co_await is_followed(ctx, it.id);
    if (!good) co_return not_followed(name->text);
    co_return now_called(it, name->text);
}

} // namespace chatops::operations
