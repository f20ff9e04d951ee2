#pragma once

#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_power.hpp"
#include "chatops/operations/digitalocean/droplet_resize.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// A disk of a terabyte takes that long.
inline constexpr duration resize_takes = std::chrono::hours(1);

CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::size>>
look_for_size(digitalocean::client& ocean, const std::string& slug) {
    const auto all = co_await ocean.list<digitalocean::size>();
    std::optional<digitalocean::size> found;
    for (const digitalocean::size& each : all)
        if (each.slug == slug) found = each;
    co_return found;
}

/// Why it cannot become that; to find out after it was switched off would be an outage.
CHATOPS_INLINE std::optional<reply> cannot_become(const digitalocean::droplet& it,
                                                  const std::string& slug,
                                                  const std::optional<digitalocean::size>& size) {
    std::string why;
    if (!size)
        why = "there is no size `" + slug + "`";
    else if (size->disk < it.disk)
        why = slug + " has a disk of " + std::to_string(size->disk) + " GB, and a disk of " +
              std::to_string(it.disk) + " GB cannot become smaller";
    else if (!size->available || std::find(size->regions.begin(), size->regions.end(),
                                           it.region.slug) == size->regions.end())
        why = slug + " is not to be had in " + it.region.slug;
    if (why.empty()) return std::nullopt;
    reply answer = reply::bad(it.name + " stays as it is: " + why);
    return answer.add(text_part{"`do sizes " + it.region.slug + "` lists those there are."});
}

CHATOPS_INLINE std::string offer_text(const digitalocean::size& each) {
    return each.slug + " (" + counted(static_cast<std::size_t>(each.vcpus), "CPU") + ", " +
           memory_text(each.memory) + ", " + dollars(each.price_monthly) + " $ a month)";
}

CHATOPS_INLINE reply resize_question(const digitalocean::droplet& each,
                                     const digitalocean::size& size, bool disk) {
    const bool runs = each.status == "active";
    reply shown;
    shown.title = "Resize " + each.name + " to " + size.slug + "?";
    fields_part facts{{{"Now", size_text(each)}, {"Then", offer_text(size)}}};
    facts.fields.emplace_back("Meanwhile", runs ? "it is off, for some minutes" : "it stays off");
    facts.fields.emplace_back("Disk",
                              disk ? "grows, for good: no smaller size is possible ever after"
                                   : "stays as it is");
    return shown.add(std::move(facts));
}

/// Switches it on, unless it runs or is being switched on: after a crash it may be asked twice.
CHATOPS_INLINE asio::awaitable<void> switch_on(digitalocean::client& ocean, std::int64_t droplet) {
    const std::string status = co_await status_of(ocean, droplet);
    if (status == "active") co_return;
    const std::string on = digitalocean::path_to<digitalocean::droplet>(droplet);
    const auto newest = co_await ocean.actions_of(on);
    const bool comes = !newest.empty() && newest.front().type == "power_on" &&
                       newest.front().status == "in-progress";
    if (comes) co_return;
    const digitalocean::action_order power_on("power_on");
    co_await ocean.act(on, power_on);
}

/// Stops it: by itself, or else by its button. Nothing if it is off, or else what to say.
CHATOPS_INLINE asio::awaitable<std::optional<reply>> switch_off(context& ctx,
                                                                const digitalocean::droplet& it) {
    std::optional<reply> failed;
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    const digitalocean::action_order shutdown("shutdown");
    co_await carry_out(ctx, on, shutdown);
    const bool stopped = co_await comes_to_be_off(ctx, "off", it.id);
    if (stopped) co_return failed;
    const digitalocean::action_order power_off("power_off");
    const digitalocean::action ended = co_await carry_out(ctx, on, power_off);
    if (!has_succeeded(ended)) {
        failed = action_failed(it.name, ended);
        co_return failed;
    }
    const bool off = co_await comes_to_be_off(ctx, "off by its button", it.id);
    if (!off)
        failed = reply::bad(it.name + " was switched off, and still shows as active: it has the "
                                      "size that it had. Look at it before you ask again");
    co_return failed;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_resize::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    if (it.size_slug == size->text && !*disk)
        co_return reply::neutral(it.name + " has that size already: nothing was changed");
    const auto wanted = co_await ctx.observe("size", [&](digitalocean::client& ocean) {
        return detail::look_for_size(ocean, size->text);
    });
    if (const auto why_not = detail::cannot_become(it, size->text, wanted)) co_return *why_not;
    const bool runs = it.status == "active";
    if (runs || *disk) {
        reply shown = detail::resize_question(it, *wanted, *disk);
        co_await ctx.confirm(std::move(shown), "Resize " + it.name);
    }
    if (runs) {
        ctx.undo("switch on", it.id, [](digitalocean::client& ocean, const std::int64_t& id) {
            return detail::switch_on(ocean, id);
        });
        co_await ctx.progress("Shutting down " + it.name);
        const auto failed = co_await detail::switch_off(ctx, it);
        if (failed) co_return *failed;
    }
    co_await ctx.progress("Resizing " + it.name);
    digitalocean::action_order resize("resize");
    resize.size = size->text;
    resize.disk = *disk;
    const digitalocean::action resized = co_await carry_out(ctx, on, resize, detail::resize_takes);
    if (runs) {
        co_await ctx.progress("Switching on " + it.name);
        const digitalocean::action_order power_on("power_on");
        const digitalocean::action ended = co_await carry_out(ctx, on, power_on);
        if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    }
    if (!has_succeeded(resized)) co_return action_failed(it.name, resized);
    co_return reply::good(it.name + ": " + it.size_slug + " → " + size->text +
                          (runs ? ", and it is on again" : "; it is off, as before"));
}

} // namespace chatops::operations
