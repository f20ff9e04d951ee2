#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/rackspace/load_balancer_create.hpp"
#include "chatops/operations/rackspace/load_balancer_parts.hpp"
#include "chatops/operations/rackspace/node_parts.hpp"
#include "chatops/provider/rackspace/load_balancer_client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<std::vector<std::int64_t>>
balancers_named(rackspace::load_balancer_client& balancers, const std::string& name) {
    std::vector<std::int64_t> ids;
    const auto look = [&](const std::vector<rackspace::load_balancer>& page) {
        for (const rackspace::load_balancer& each : page)
            if (each.name == name) ids.push_back(each.id);
        return true;
    };
    co_await balancers.each_page(look);
    co_return ids;
}

/// The one of that name: there was none before.
CHATOPS_INLINE asio::awaitable<std::optional<rackspace::load_balancer>>
balancer_made(rackspace::load_balancer_client& balancers, const std::string& name) {
    std::optional<rackspace::load_balancer> found;
    const auto ids = co_await balancers_named(balancers, name);
    if (!ids.empty()) found = co_await balancers.show(ids.front());
    co_return found;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_load_balancer_create::run(context& ctx) const {
    auto places = co_await look_for_places(ctx, *node);
    if (places.instead) co_return *places.instead;
    const std::string& called = name->text;
    const auto namesakes =
        co_await ctx.observe("namesakes", [&](rackspace::load_balancer_client& balancers) {
            return detail::balancers_named(balancers, called);
        });
    if (!namesakes.empty())
        co_return reply::bad("Nothing was made: there is a load balancer " + called + " already");
    rackspace::load_balancer_order order;
    order.name = called;
    order.protocol = listen->protocol;
    order.port = listen->port;
    order.algorithm = in_capitals(*algorithm);
    order.virtualIps.push_back({*internal ? "SERVICENET" : "PUBLIC"});
    order.nodes = places.nodes;
    const auto act = [&](rackspace::load_balancer_client& balancers) {
        return balancers.create(order);
    };
    const auto find = [&](rackspace::load_balancer_client& balancers, time_point) {
        return detail::balancer_made(balancers, called);
    };
    const rackspace::load_balancer made = co_await ctx.once("create", act, find);
    co_await ctx.progress("Making " + made.name + "; that takes a minute");
    const std::string step = "outcome";
    const auto now = co_await settled_balancer(ctx, made.id, step);
    reply answer = rackspace_balancer_reply(now, {});
    if (now.status == "ACTIVE") {
        answer.title += ": " + balancer_address(now);
        if (now.nodes && !now.nodes->empty())
            answer.add(text_part{"Nothing looks whether its nodes answer until `rackspace "
                                 "load-balancer monitor` says how."});
    } else {
        answer.add(text_part{"Rackspace did not get it done. `rackspace load-balancer destroy " +
                             line::quoted(now.name) +
                             "` ends what is left of it; then ask for it again."});
    }
    co_return answer;
}

} // namespace chatops::operations
