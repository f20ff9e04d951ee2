#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "chatops/operations/rackspace/node_parts.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/provider/rackspace/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE bool is_server_at(const rackspace::server& server, const std::string& address) {
    for (const auto& [network, addresses] : server.addresses)
        for (const rackspace::server_address& each : addresses)
            if (each.addr == address) return true;
    return false;
}

/// Whether the text says that node by what is known of it without asking.
CHATOPS_INLINE bool says_node(const std::string& text, const rackspace::balanced_node& node) {
    return text == id_of(node) || text == node.address ||
           text == place_text(node.address, node.port);
}

CHATOPS_INLINE void add_node(std::vector<rackspace::balanced_node>& to,
                             const rackspace::balanced_node& one) {
    const auto same = [&](const rackspace::balanced_node& each) { return each.id == one.id; };
    if (std::none_of(to.begin(), to.end(), same)) to.push_back(one);
}

CHATOPS_INLINE reply no_such_node(const rackspace::load_balancer& of, const std::string& typed) {
    reply answer =
        reply::bad("No node of " + of.name + " is " + shown(typed) + ": nothing was changed");
    table_part table{{"Node", "Id"}, {}};
    if (of.nodes)
        for (const rackspace::balanced_node& each : *of.nodes)
            table.rows.push_back({place_text(each.address, each.port), id_of(each)});
    if (table.rows.empty()) return answer.add(text_part{"It has none."});
    return answer.add(std::move(table));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<meant_places>
look_for_places(context& ctx, const std::vector<rackspace::node_place>& asked) {
    meant_places meant;
    for (const rackspace::node_place& each : asked) {
        rackspace::node_order order;
        order.address = each.host;
        order.port = each.port;
        if (!rackspace::is_address(each.host)) {
            const rackspace::server_ref named{each.host};
            const std::string step = "server " + each.to_text();
            auto servers = co_await ctx.observe(
                step, [&](rackspace::client& cloud) { return look_for_server(cloud, named); });
            meant.instead = co_await ask_which(ctx, each.host, servers, step);
            if (meant.instead) co_return meant;
            order.address = address_of(servers.one(), "private");
            if (order.address.empty()) order.address = address_of(servers.one(), "public");
            if (order.address.empty()) {
                meant.instead =
                    reply::bad("Nothing was changed: " + each.host + " has no address yet");
                co_return meant;
            }
        }
        if (std::find(meant.nodes.begin(), meant.nodes.end(), order) == meant.nodes.end())
            meant.nodes.push_back(std::move(order));
    }
    co_return meant;
}

CHATOPS_INLINE asio::awaitable<meant_nodes>
look_for_nodes(context& ctx, const rackspace::load_balancer& of,
               const std::vector<rackspace::node_ref>& asked) {
    meant_nodes meant;
    const std::vector<rackspace::balanced_node> all =
        of.nodes.value_or(std::vector<rackspace::balanced_node>());
    for (const rackspace::node_ref& each : asked) {
        const std::size_t before = meant.nodes.size();
        bool known = false;
        for (const rackspace::balanced_node& node : all)
            if (detail::says_node(each.text, node)) {
                known = true;
                detail::add_node(meant.nodes, node);
            }
        if (!known) {
            const rackspace::server_ref named{each.text};
            const std::string step = "server " + each.text;
            const auto servers = co_await ctx.observe(
                step, [&](rackspace::client& cloud) { return look_for_server(cloud, named); });
            for (const rackspace::server& server : servers.found)
                for (const rackspace::balanced_node& node : all)
                    if (detail::is_server_at(server, node.address)) {
                        known = true;
                        detail::add_node(meant.nodes, node);
                    }
        }
        if (!known) {
            meant.instead = detail::no_such_node(of, each.text);
            co_return meant;
        }
        if (meant.nodes.size() > before) meant.words.push_back(each.text);
    }
    co_return meant;
}

} // namespace chatops::operations
