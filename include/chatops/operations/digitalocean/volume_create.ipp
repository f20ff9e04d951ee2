#pragma once

#include "chatops/core/url.hpp"
#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/mark.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/volume_attach.hpp"
#include "chatops/operations/digitalocean/volume_create.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::volume>>
volume_named(digitalocean::client& ocean, const digitalocean::volume_order& like) {
    auto all = co_await ocean.list<digitalocean::volume>("name=" + percent_encode(like.name) +
                                                         "&region=" + percent_encode(like.region));
    std::optional<digitalocean::volume> found;
    if (!all.empty()) found = std::move(all.front());
    co_return found;
}

/// The one that was made by this order, and not by somebody else's of that name.
CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::volume>>
volume_ordered(digitalocean::client& ocean, const digitalocean::volume_order& by) {
    auto found = co_await volume_named(ocean, by);
    if (found && found->description != by.description) found.reset();
    co_return found;
}

CHATOPS_INLINE asio::awaitable<void> destroy_ordered(digitalocean::client& ocean,
                                                     const digitalocean::volume_order& by) {
    const auto found = co_await volume_ordered(ocean, by);
    if (found) co_await ocean.destroy<digitalocean::volume>(found->id);
}

CHATOPS_INLINE digitalocean::volume_order order_of(const digitalocean_volume_create& asked,
                                                   const std::string& region,
                                                   const std::string& mark) {
    digitalocean::volume_order order;
    order.name = asked.name->text;
    order.region = region;
    order.size_gigabytes = asked.size->gigabytes;
    order.filesystem_type = *asked.format == volume_format::xfs ? "xfs" : "ext4";
    for (const auto& each : *asked.tag) order.tags.push_back(each.text);
    order.description = mark;
    return order;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_volume_create::run(context& ctx) const {
    choice<digitalocean::droplet> on;
    if (*droplet) {
        const digitalocean::droplet_ref& which = **droplet;
        on = co_await ctx.observe(
            "droplet", [&](digitalocean::client& ocean) { return look_for_droplet(ocean, which); });
        const auto unclear = co_await ask_which(ctx, which.text, on);
        if (unclear) co_return *unclear;
    }
    if (bool(*droplet) == bool(*region))
        co_return reply::bad("Nothing was made: say where, with `--droplet` or with `--region`");
    const std::string where = *region ? (*region)->text : on.one().region.slug;
    // It is the volume's description.
    const std::string mark = co_await ctx.observe(
        "mark", [&](digitalocean::client& ocean) { return drawn_mark(ocean); });
    const digitalocean::volume_order order = detail::order_of(*this, where, mark);
    const auto namesake = co_await ctx.observe("namesake", [&](digitalocean::client& ocean) {
        return detail::volume_named(ocean, order);
    });
    if (namesake)
        co_return reply::bad("Nothing was made: there is a volume " + order.name + " in " + where +
                             " already");
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create<digitalocean::volume>(order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return detail::volume_ordered(ocean, order);
    };
    // Whoever asked for a disk in a droplet does not want to pay for one beside it.
    if (*droplet)
        ctx.undo("the account, without a new volume", order,
                 [](digitalocean::client& ocean, const digitalocean::volume_order& by) {
                     return detail::destroy_ordered(ocean, by);
                 });
    const digitalocean::volume made = co_await ctx.once("create", act, find);
    const std::string big = gigabytes(made.size_gigabytes);
    if (on.found.empty())
        co_return reply::good("There is a volume " + made.name + " of " + big + " in " + where);
    co_await ctx.progress("Attaching " + made.name + " to " + on.one().name);
    const auto failed = co_await attach_volume(ctx, made, on.one());
    if (failed) co_return *failed;
    reply answer = reply::good("There is a volume " + made.name + " of " + big + ", attached to " +
                               on.one().name);
    co_return answer.add(text_part{where_attached(made)});
}

} // namespace chatops::operations
