#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_destroy.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

template <class T>
std::size_t count_of(const std::optional<std::vector<T>>& some) {
    return some ? some->size() : 0;
}

/// Says what stays of droplets that go, if there is any.
CHATOPS_INLINE void add_kept(fields_part& to, std::size_t volumes, std::size_t snapshots) {
    std::string kept;
    if (volumes > 0) kept = counted(volumes, "volume") + ", detached";
    if (snapshots > 0) kept += (kept.empty() ? "" : "; ") + counted(snapshots, "snapshot");
    if (!kept.empty()) to.fields.emplace_back("Kept, and paid for", kept);
}

/// What goes with a droplet, and what does not.
CHATOPS_INLINE reply loss_of(const digitalocean::droplet& each) {
    std::string lost = "its disk of " + std::to_string(each.disk) + " GB";
    if (const auto backups = count_of(each.backup_ids); backups > 0)
        lost += ", " + counted(backups, "backup");
    if (const std::string address = address_of(each, "public"); !address.empty())
        lost += ", the address " + address;
    reply shown;
    shown.title = "Destroy " + each.name + " for good?";
    fields_part facts{{{"Lost", lost}}};
    add_kept(facts, count_of(each.volume_ids), count_of(each.snapshot_ids));
    facts.fields.emplace_back("Id", std::to_string(each.id));
    facts.fields.emplace_back("State", each.status);
    facts.fields.emplace_back("Size", size_text(each));
    facts.fields.emplace_back("Region", each.region.slug);
    if (each.tags) facts.fields.emplace_back("Tags", joined_words(*each.tags));
    facts.fields.emplace_back("Created (UTC)", minute_of(each.created_at));
    return shown.add(std::move(facts));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_destroy::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const std::string id = std::to_string(it.id);
    reply loss = detail::loss_of(it);
    co_await ctx.confirm(std::move(loss), "Destroy " + it.name);
    // Whoever said yes said it to what was shown.
    const auto still = co_await ctx.observe("still so", [&](digitalocean::client& ocean) {
        return ocean.find<digitalocean::droplet>(id);
    });
    if (!still) co_return reply::neutral(it.name + " is gone already");
    if (still->name != it.name || still->volume_ids != it.volume_ids ||
        still->backup_ids != it.backup_ids)
        co_return reply::warning(it.name + " is not any more what you were shown: nothing was "
                                           "changed. Ask again to see what it is now");
    co_await ctx.progress("Destroying " + it.name);
    co_await destroy_for_good(ctx, digitalocean::path_to<digitalocean::droplet>(id));
    co_return reply::good(it.name + " is destroyed");
}

} // namespace chatops::operations
