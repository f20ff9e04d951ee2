#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/gone.hpp"
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "chatops/operations/rackspace/load_balancers.hpp"
#include "chatops/provider/rackspace/client.hpp"
#include "chatops/run/context.hpp"

#include <chrono>
#include <optional>
#include <utility>

namespace chatops::operations {

namespace detail {

/// The servers at those addresses.
CHATOPS_INLINE asio::awaitable<server_names>
names_of_nodes(rackspace::client& cloud, const std::vector<rackspace::balanced_node>& nodes) {
    server_names names;
    if (nodes.empty()) co_return names;
    const auto look = [&](const std::vector<rackspace::server>& page) {
        for (const rackspace::server& server : page)
            for (const auto& [network, addresses] : server.addresses)
                for (const rackspace::server_address& each : addresses)
                    for (const rackspace::balanced_node& node : nodes)
                        if (node.address == each.addr) names[each.addr] = server.name;
        return true;
    };
    co_await cloud.each_page<rackspace::server>({}, look);
    co_return names;
}

CHATOPS_INLINE asio::awaitable<facts>
rackspace_balancer_losses(rackspace::load_balancer_client& balancers, std::int64_t id) {
    facts lost;
    const bool gone = co_await balancers.is_gone(id);
    if (gone) co_return lost;
    const auto it = co_await balancers.show(id);
    const std::vector<std::string> addresses = balancer_addresses(it);
    std::vector<std::string> nodes;
    if (it.nodes)
        for (const rackspace::balanced_node& each : *it.nodes)
            nodes.push_back(place_text(each.address, each.port));
    lost.push_back({"Lost", "its rules, and " + (addresses.empty() ? std::string("no address")
                                                                   : joined_words(addresses))});
    lost.push_back({"Kept", nodes.empty() ? "nothing is behind it"
                                          : joined_words(nodes) +
                                                ", which nothing sends connections to then"});
    lost.push_back({"Id", id_of(it)});
    co_return lost;
}

CHATOPS_INLINE asio::awaitable<bool> balancer_is_ending(rackspace::load_balancer_client& balancers,
                                                        std::int64_t id) {
    const bool gone = co_await balancers.is_gone(id);
    if (gone) co_return true;
    const auto now = co_await balancers.show(id);
    co_return now.status == "PENDING_DELETE" || now.status == "DELETED";
}

CHATOPS_INLINE std::string stats_count(const std::optional<std::int64_t>& count) {
    return count ? std::to_string(*count) : "unknown";
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancers::run(context& ctx) const {
    auto all =
        co_await ctx.observe("load balancers", [&](rackspace::load_balancer_client& balancers) {
            return balancers.list();
        });
    keep_with_part(all, std::nullopt);
    table_part table{{"Load balancer", "State", "Address"}, {}};
    for (const rackspace::load_balancer& each : all)
        table.rows.push_back({each.name, balancer_state(each), balancer_address(each)});
    reply answer = reply::neutral(counted(all.size(), "load balancer"));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_show::run(context& ctx) const {
    const auto meant = co_await choose_balancer(ctx, balancer->text, false);
    if (meant.instead) co_return *meant.instead;
    const std::vector<rackspace::balanced_node> nodes =
        meant.it.nodes.value_or(std::vector<rackspace::balanced_node>());
    const auto names = co_await ctx.observe(
        "servers", [&](rackspace::client& cloud) { return detail::names_of_nodes(cloud, nodes); });
    co_return rackspace_balancer_reply(meant.it, names);
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_stats::run(context& ctx) const {
    const auto meant = co_await choose_balancer(ctx, balancer->text, false);
    if (meant.instead) co_return *meant.instead;
    const std::int64_t id = meant.it.id;
    const auto now = co_await ctx.observe(
        "stats", [&](rackspace::load_balancer_client& balancers) { return balancers.stats(id); });
    reply answer = reply::neutral(meant.it.name + " has " + detail::stats_count(now.currentConn) +
                                  " connections just now");
    answer.add(fields_part{{{"At most", detail::stats_count(now.maxConn)},
                            {"Errors", detail::stats_count(now.connectError)},
                            {"Could not connect", detail::stats_count(now.connectFailure)},
                            {"Took too long to connect", detail::stats_count(now.connectTimeOut)},
                            {"Took too long to answer", detail::stats_count(now.dataTimedOut)},
                            {"Were left idle", detail::stats_count(now.keepAliveTimedOut)}}});
    co_return answer.add(
        text_part{"Counted since it was made; Rackspace counts anew every five minutes."});
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_destroy::run(context& ctx) const {
    const auto meant = co_await choose_balancer(ctx, balancer->text, false);
    if (meant.instead) co_return *meant.instead;
    const std::int64_t id = meant.it.id;
    const std::string called = "The load balancer " + meant.it.name;
    const facts lost =
        co_await ctx.observe("loss", [&](rackspace::load_balancer_client& balancers) {
            return detail::rackspace_balancer_losses(balancers, id);
        });
    if (lost.empty()) co_return reply::neutral(called + " is gone already");
    reply question = loss_question(noun_of<rackspace::load_balancer>, meant.it.name, lost);
    co_await ctx.confirm(std::move(question), "Destroy this load balancer");
    // Whoever said yes said it to what was shown.
    const facts still =
        co_await ctx.observe("still so", [&](rackspace::load_balancer_client& balancers) {
            return detail::rackspace_balancer_losses(balancers, id);
        });
    if (still.empty()) co_return reply::neutral(called + " is gone already");
    if (still != lost) co_return is_changed(called);
    co_await ctx.progress(called + " is being destroyed");
    const std::string before = "free";
    co_await settled_balancer(ctx, id, before);
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.destroy(id);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::balancer_is_ending(balancers, id);
    };
    co_await ctx.once("destroy", act, find);
    co_await ctx.until(
        "gone", [&](rackspace::load_balancer_client& balancers) { return balancers.is_gone(id); });
    co_return reply::good(called + " is destroyed");
}

} // namespace chatops::operations
