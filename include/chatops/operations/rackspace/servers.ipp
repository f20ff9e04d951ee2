#pragma once

#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/servers.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// Those with that part in their name, by name; the rest of a page is dropped before the next one
/// comes.
CHATOPS_INLINE asio::awaitable<std::vector<rackspace::server>>
servers_with(rackspace::client& cloud, const std::optional<std::string>& part) {
    std::vector<rackspace::server> chosen;
    const auto take = [&](std::vector<rackspace::server> page) {
        for (rackspace::server& each : page)
            if (!part || each.name.find(*part) != std::string::npos)
                chosen.push_back(std::move(each));
        return true;
    };
    co_await cloud.each_page<rackspace::server>({}, take);
    keep_with_part(chosen, part);
    co_return chosen;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_servers::run(context& ctx) const {
    const auto servers = co_await ctx.observe(
        "servers", [&](rackspace::client& cloud) { return detail::servers_with(cloud, *part); });
    reply answer = reply::neutral(counted_with_part<rackspace::server>(servers.size(), *part));
    if (!servers.empty()) answer.add(server_table(servers));
    co_return answer;
}

} // namespace chatops::operations
