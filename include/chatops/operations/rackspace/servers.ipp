#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/servers.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/provider/rackspace/filters.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// Those that the filter lets through, by name. An expression finds capitals, too, so whatever has
/// not exactly that part is dropped before the next page comes.
CHATOPS_INLINE asio::awaitable<std::vector<rackspace::server>>
servers_with(rackspace::client& cloud, const rackspace::server_filter& by) {
    std::vector<rackspace::server> chosen;
    const auto take = [&](std::vector<rackspace::server> page) {
        for (rackspace::server& each : page)
            if (each.name.find(by.part) != std::string::npos) chosen.push_back(std::move(each));
        return true;
    };
    co_await cloud.each_page<rackspace::server>(rackspace::query_of(by), take);
    keep_with_part(chosen, std::nullopt);
    co_return chosen;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_servers::run(context& ctx) const {
    rackspace::server_filter by;
    by.part = part->value_or("");
    std::vector<std::string> words;
    if (*status) {
        by.status = in_capitals(**status);
        words.push_back(words_of_state(by.status));
    }
    if (*flavor) {
        auto flavors = co_await ctx.observe(
            "flavor", [&](rackspace::client& cloud) { return look_for_flavor(cloud, **flavor); });
        const auto unclear = co_await ask_which(ctx, (*flavor)->text, flavors);
        if (unclear) co_return *unclear;
        by.flavor = flavors.one().id;
        words.push_back("flavor " + by.flavor);
    }
    if (*image) {
        auto images = co_await ctx.observe("image", [&](rackspace::client& cloud) {
            return look_for<rackspace::image>(cloud, (*image)->text);
        });
        const auto unclear = co_await ask_which(ctx, (*image)->text, images);
        if (unclear) co_return *unclear;
        by.image = images.one().id;
        words.push_back("image " + images.one().name);
    }
    const auto servers = co_await ctx.observe(
        "servers", [&](rackspace::client& cloud) { return detail::servers_with(cloud, by); });
    std::string title = counted_with_part<rackspace::server>(servers.size(), *part);
    if (!words.empty()) title += ": " + joined_words(words);
    reply answer = reply::neutral(std::move(title));
    if (!servers.empty()) answer.add(server_table(servers));
    co_return answer;
}

} // namespace chatops::operations
