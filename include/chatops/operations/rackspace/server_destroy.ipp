#pragma once

#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/gone.hpp"
#include "chatops/operations/rackspace/server_destroy.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// What goes with a server, and what does not.
CHATOPS_INLINE reply loss_of(const rackspace::server& each) {
    std::string lost = "its disk";
    if (const std::string address = operations::address_of(each, "public"); !address.empty())
        lost += ", the address " + address;
    reply shown;
    shown.title = "Destroy " + each.name + " for good?";
    fields_part facts{{{"Lost", lost},
                       {"Kept, and paid for", "images that were made of it"},
                       {"Id", each.id},
                       {"State", state_text(each)},
                       {"Flavor", each.flavor.id},
                       {"Created (UTC)", minute_of(each.created)}}};
    return shown.add(std::move(facts));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_destroy::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    reply loss = detail::loss_of(it);
    co_await ctx.confirm(std::move(loss), "Destroy " + it.name);
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe(
        "still so", [&](rackspace::client& cloud) { return cloud.find<rackspace::server>(it.id); });
    if (!still) co_return reply::neutral(it.name + " is gone already");
    if (still->name != it.name || still->flavor != it.flavor) co_return is_changed(it.name);
    co_await ctx.progress("Destroying " + it.name);
    co_await destroy_for_good<rackspace::server>(ctx, it.id);
    co_return reply::good(it.name + " is destroyed");
}

} // namespace chatops::operations
