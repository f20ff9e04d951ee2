#pragma once

#include "chatops/core/url.hpp"
#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/mark.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/volume_attach.hpp"
#include "chatops/operations/digitalocean/volume_create.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

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

/// Where it is made and what it begins with, or what to say instead.
struct volume_place {
    std::optional<reply> instead;
    std::optional<digitalocean::droplet> on;
    std::optional<digitalocean::snapshot> from;
    std::string region;
};

/// What to say where a line says too little, or too much.
CHATOPS_INLINE std::optional<reply> wrong_order(const digitalocean_volume_create& asked) {
    const bool copies = asked.snapshot->has_value();
    std::optional<reply> said;
    if (!copies && !*asked.size)
        said = reply::bad("Nothing was made: say how big, like 100GB");
    else if (copies && *asked.format)
        said = reply::bad("Nothing was made: a copy has the file system of its snapshot, so leave "
                          "`--format` out");
    else if (*asked.droplet ? asked.region->has_value() : !copies && !*asked.region)
        said = reply::bad("Nothing was made: say where, with `--droplet` or with `--region`");
    return said;
}

/// What to say where the snapshot cannot become what is asked for.
CHATOPS_INLINE std::optional<reply>
wrong_snapshot(const digitalocean::snapshot& from,
               const std::optional<digitalocean::volume_size>& size, const std::string& region) {
    std::optional<reply> said;
    const auto& regions = from.regions;
    if (from.resource_type != "volume") {
        said = reply::bad("Nothing was made: " + from.name + " is a copy of a " +
                          from.resource_type + ", and of no volume");
        said->add(text_part{"`do droplet create --image` makes a droplet of it."});
    } else if (std::find(regions.begin(), regions.end(), region) == regions.end()) {
        said = reply::bad("Nothing was made: " + from.name + " is in " + joined_words(regions) +
                          ", and the volume would be in " + region);
    } else if (size && size->gigabytes < from.min_disk_size) {
        said = reply::bad("Nothing was made: " + from.name + " needs " +
                          gigabytes(from.min_disk_size) + ", and the volume would have " +
                          gigabytes(size->gigabytes));
    }
    return said;
}

CHATOPS_INLINE asio::awaitable<volume_place>
look_for_volume_place(context& ctx, const digitalocean_volume_create& asked) {
    volume_place meant;
    if (*asked.droplet) {
        const digitalocean::droplet_ref& which = **asked.droplet;
        auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
            return look_for<digitalocean::droplet>(ocean, which.text);
        });
        meant.instead = co_await ask_which(ctx, which.text, choice);
        if (meant.instead) co_return meant;
        meant.on = choice.one();
    }
    if (*asked.region) meant.region = (*asked.region)->text;
    if (meant.on) meant.region = meant.on->region.slug;
    if (!*asked.snapshot) co_return meant;
    const digitalocean::snapshot_ref& copy = **asked.snapshot;
    auto choice = co_await ctx.observe("snapshot", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::snapshot>(ocean, copy.text);
    });
    meant.instead = co_await ask_which(ctx, copy.text, choice);
    if (meant.instead) co_return meant;
    meant.from = choice.one();
    if (meant.region.empty() && !meant.from->regions.empty())
        meant.region = meant.from->regions.front();
    meant.instead = wrong_snapshot(*meant.from, *asked.size, meant.region);
    co_return meant;
}

CHATOPS_INLINE digitalocean::volume_order order_of(const digitalocean_volume_create& asked,
                                                   const volume_place& where,
                                                   const std::string& mark) {
    digitalocean::volume_order order;
    order.name = asked.name->text;
    order.region = where.region;
    if (where.from) {
        // Without a file system: to name one may be to format what was copied.
        order.snapshot_id = where.from->id;
        order.size_gigabytes = where.from->min_disk_size;
    } else {
        order.filesystem_type = *asked.format == volume_format::xfs ? "xfs" : "ext4";
    }
    if (*asked.size) order.size_gigabytes = (*asked.size)->gigabytes;
    for (const auto& each : *asked.tag) order.tags.push_back(each.text);
    order.description = mark;
    return order;
}

/// `There is a volume cache of 20 GB, a copy of before`.
CHATOPS_INLINE std::string made_volume(const digitalocean::volume& made, const volume_place& of) {
    return "There is a volume " + made.name + " of " + gigabytes(made.size_gigabytes) +
           (of.from ? ", a copy of " + of.from->name + "," : "");
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_volume_create::run(context& ctx) const {
    if (auto said = detail::wrong_order(*this)) co_return *said;
    const auto where = co_await detail::look_for_volume_place(ctx, *this);
    if (where.instead) co_return *where.instead;
    // It is the volume's description.
    const std::string mark = co_await ctx.observe(
        "mark", [&](digitalocean::client& ocean) { return drawn_mark(ocean); });
    const digitalocean::volume_order order = detail::order_of(*this, where, mark);
    const auto namesake = co_await ctx.observe("namesake", [&](digitalocean::client& ocean) {
        return detail::volume_named(ocean, order);
    });
    if (namesake)
        co_return reply::bad("Nothing was made: there is a volume " + order.name + " in " +
                             where.region + " already");
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create<digitalocean::volume>(order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return detail::volume_ordered(ocean, order);
    };
    // Whoever asked for a disk in a droplet does not want to pay for one beside it.
    if (where.on)
        ctx.undo("the account, without a new volume", order,
                 [](digitalocean::client& ocean, const digitalocean::volume_order& by) {
                     return detail::destroy_ordered(ocean, by);
                 });
    const digitalocean::volume made = co_await ctx.once("create", act, find);
    const std::string done = detail::made_volume(made, where);
    if (!where.on) co_return reply::good(done + " in " + where.region);
    co_await ctx.progress("Attaching " + made.name + " to " + where.on->name);
    const auto failed = co_await attach_volume(ctx, made, *where.on);
    if (failed) co_return *failed;
    reply answer =
        reply::good(done + (where.from ? " attached to " : ", attached to ") + where.on->name);
    co_return answer.add(text_part{where_attached(made)});
}

} // namespace chatops::operations
