#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/volume_change.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string snapshots_path(const digitalocean::volume& of) {
    return digitalocean::path_to<digitalocean::volume>(of.id) + "/snapshots";
}

CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::snapshot>>
snapshot_of_name(digitalocean::client& ocean, const std::string& path, const std::string& name) {
    std::optional<digitalocean::snapshot> found;
    for (auto& each : co_await ocean.list_in<digitalocean::snapshot>(path))
        if (each.name == name) found = std::move(each);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<facts> volume_losses(digitalocean::client& ocean,
                                                    digitalocean::volume it) {
    const auto copies = co_await ocean.list_in<digitalocean::snapshot>(snapshots_path(it));
    facts lost{{"Lost", "all that is on it, " + gigabytes(it.size_gigabytes)}};
    if (!copies.empty()) lost.push_back({"Kept, and paid for", counted(copies.size(), "snapshot")});
    if (copies.empty()) lost.push_back({"Snapshots", "none: nothing of it is left"});
    if (!it.droplet_ids.empty()) {
        const std::string holder = co_await droplet_name(ocean, it.droplet_ids.front());
        lost.push_back({"Attached", "to " + holder + ", and so not destroyed"});
    }
    lost.push_back({"Id", it.id});
    lost.push_back({"Region", it.region.slug});
    if (it.tags) lost.push_back({"Tags", joined_words(*it.tags)});
    lost.push_back({"Created (UTC)", minute_of(it.created_at)});
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_volume_resize::run(context& ctx) const {
    auto choice = co_await ctx.observe("volume", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::volume>(ocean, volume->text);
    });
    const auto unclear = co_await ask_which(ctx, volume->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::volume& it = choice.one();
    const std::string before = gigabytes(it.size_gigabytes);
    const std::string after = gigabytes(size->gigabytes);
    if (it.size_gigabytes == size->gigabytes)
        co_return reply::neutral(it.name + " has that size already: nothing was changed");
    if (it.size_gigabytes > size->gigabytes)
        co_return reply::bad(it.name + " has " + before +
                             ", and a volume can never be made smaller: nothing was changed");
    reply question;
    question.title = "Resize " + it.name + " to " + after + "?";
    fields_part facts{
        {{"Now", before}, {"Then", after + ", for good: it can never be made smaller"}}};
    question.add(std::move(facts));
    co_await ctx.confirm(std::move(question), "Resize it");
    co_await ctx.progress("Resizing " + it.name);
    digitalocean::action_order resize("resize");
    resize.size_gigabytes = size->gigabytes;
    const std::string on = digitalocean::path_to<digitalocean::volume>(it.id);
    const digitalocean::action ended = co_await carry_out(ctx, on, resize);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    reply answer = reply::good(it.name + ": " + before + " → " + after);
    co_return answer.add(text_part{"Its file system has the size that it had: grow it inside the "
                                   "droplet, with resize2fs (ext4) or xfs_growfs (xfs)."});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_volume_snapshot::run(context& ctx) const {
    auto choice = co_await ctx.observe("volume", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::volume>(ocean, volume->text);
    });
    const auto unclear = co_await ask_which(ctx, volume->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::volume& it = choice.one();
    const time_point now = co_await ctx.observe(
        "time", [&](digitalocean::client& ocean) { return ocean.provider_time(); });
    const digitalocean::name_order order(name->value_or(it.name + ' ' + minute_of(now)));
    const std::string path = detail::snapshots_path(it);
    const auto same = co_await ctx.observe("same", [&](digitalocean::client& ocean) {
        return detail::snapshot_of_name(ocean, path, order.name);
    });
    if (same)
        co_return reply::bad("Nothing was made: there is a snapshot of " + it.name + " called " +
                             shown(order.name) + " already");
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create_in<digitalocean::snapshot>(path, order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return detail::snapshot_of_name(ocean, path, order.name);
    };
    co_await ctx.once("snapshot", act, find);
    reply answer = reply::good("There is a snapshot of " + it.name + ": " + order.name);
    if (!it.droplet_ids.empty())
        answer.add(text_part{"It was taken while a droplet had the volume: what was being written "
                             "may be half in it."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_volume_destroy::run(context& ctx) const {
    auto choice = co_await ctx.observe("volume", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::volume>(ocean, volume->text);
    });
    const auto unclear = co_await ask_which(ctx, volume->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::volume& it = choice.one();
    if (!it.droplet_ids.empty()) {
        const std::string on = co_await ctx.observe("holder", [&](digitalocean::client& ocean) {
            return droplet_name(ocean, it.droplet_ids.front());
        });
        reply answer = reply::bad(it.name + " is attached to " + on + ": nothing was changed");
        co_return answer.add(text_part{"`do volume detach " + line::quoted(it.name) +
                                       "` first, if nothing there needs it."});
    }
    reply answer = co_await destroy_chosen<digitalocean::volume>(ctx, it, detail::volume_losses);
    co_return answer;
}

} // namespace chatops::operations
