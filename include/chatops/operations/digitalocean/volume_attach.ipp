#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/volume_attach.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE reply detach_question(const digitalocean::volume& it, const std::string& from) {
    reply shown;
    shown.title = "Detach " + it.name + " from " + from + "?";
    shown.add(text_part{"What is not yet written to it is lost, and what uses it there stops: "
                        "unmount it in the droplet first."});
    return shown.add(fields_part{{{"Size", std::to_string(it.size_gigabytes) + " GB"},
                                  {"Kept, and paid for", "all that is on it"}}});
}

} // namespace detail

// Source: docs.digitalocean.com, "How to Mount Volumes".
CHATOPS_INLINE std::string where_attached(const digitalocean::volume& it) {
    return "Inside the droplet it is /dev/disk/by-id/scsi-0DO_Volume_" + it.name +
           "; mount it there.";
}

CHATOPS_INLINE asio::awaitable<std::optional<reply>>
attach_volume(context& ctx, const digitalocean::volume& it, const digitalocean::droplet& to) {
    digitalocean::action_order attach("attach");
    attach.droplet_id = to.id;
    const std::string on = digitalocean::path_to<digitalocean::volume>(it.id);
    const digitalocean::action ended = co_await carry_out(ctx, on, attach);
    std::optional<reply> failed;
    if (!has_succeeded(ended)) failed = action_failed(it.name, ended);
    co_return failed;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_volume_attach::run(context& ctx) const {
    auto choice = co_await ctx.observe("volume", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::volume>(ocean, volume->text);
    });
    const auto unclear = co_await ask_which(ctx, volume->text, choice);
    if (unclear) co_return *unclear;
    auto target = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear_target = co_await ask_which(ctx, droplet->text, target);
    if (unclear_target) co_return *unclear_target;
    const digitalocean::volume& it = choice.one();
    const digitalocean::droplet& to = target.one();
    if (!it.droplet_ids.empty() && it.droplet_ids.front() == to.id)
        co_return reply::neutral(it.name + " is attached to " + to.name +
                                 " already: nothing was changed");
    if (!it.droplet_ids.empty()) {
        const std::string now = co_await ctx.observe("holder", [&](digitalocean::client& ocean) {
            return droplet_name(ocean, it.droplet_ids.front());
        });
        reply answer = reply::bad(it.name + " is attached to " + now +
                                  ", and stays there: nothing was changed");
        co_return answer.add(
            text_part{"`do volume detach " + line::quoted(it.name) + "` takes it from there."});
    }
    if (it.region.slug != to.region.slug)
        co_return reply::bad(it.name + " is in " + it.region.slug + ", and " + to.name + " in " +
                             to.region.slug + ": a volume can only be attached in its own region");
    co_await ctx.progress("Attaching " + it.name + " to " + to.name);
    const auto failed = co_await attach_volume(ctx, it, to);
    if (failed) co_return *failed;
    reply answer = reply::good(it.name + " is attached to " + to.name);
    co_return answer.add(text_part{where_attached(it)});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_volume_detach::run(context& ctx) const {
    auto choice = co_await ctx.observe("volume", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::volume>(ocean, volume->text);
    });
    const auto unclear = co_await ask_which(ctx, volume->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::volume& it = choice.one();
    if (it.droplet_ids.empty())
        co_return reply::neutral(it.name + " is attached to no droplet: nothing was changed");
    const std::int64_t holder = it.droplet_ids.front();
    const std::string from = co_await ctx.observe(
        "holder", [&](digitalocean::client& ocean) { return droplet_name(ocean, holder); });
    reply question = detail::detach_question(it, from);
    co_await ctx.confirm(std::move(question), "Detach it");
    co_await ctx.progress("Detaching " + it.name);
    digitalocean::action_order detach("detach");
    detach.droplet_id = holder;
    const std::string on = digitalocean::path_to<digitalocean::volume>(it.id);
    const digitalocean::action ended = co_await carry_out(ctx, on, detach);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    co_return reply::good(it.name + " is detached from " + from + "; it is paid for all the same");
}

} // namespace chatops::operations
