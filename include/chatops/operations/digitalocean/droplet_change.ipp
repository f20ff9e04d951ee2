#pragma once

#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_change.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// A disk of a terabyte takes that long.
inline constexpr duration snapshot_takes = std::chrono::hours(2);

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_rename::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    if (it.name == name->text)
        co_return reply::neutral(it.name + " is called that already: nothing was changed");
    const auto namesakes = co_await ctx.observe("namesakes", [&](digitalocean::client& ocean) {
        return ocean.droplets_named(name->text, namesakes_shown);
    });
    // Names differ in more than case, but a change of case is not a second droplet.
    const bool taken = std::any_of(namesakes.begin(), namesakes.end(),
                                   [&](const auto& each) { return each.id != it.id; });
    if (taken) {
        reply answer =
            reply::bad(it.name + " keeps its name: there is a droplet " + name->text + " already");
        co_return answer.add(namesake_table(namesakes));
    }
    digitalocean::action_order rename("rename");
    rename.name = name->text;
    const digitalocean::action ended = co_await carry_out(ctx, on, rename);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    reply answer = reply::good(it.name + " is now called " + name->text);
    co_return answer.add(text_part{"The host name inside the droplet stays what it is."});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_snapshot::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    digitalocean::action_order snapshot("snapshot");
    if (*name) {
        snapshot.name = **name;
    } else {
        const time_point now = co_await ctx.observe(
            "time", [&](digitalocean::client& ocean) { return ocean.provider_time(); });
        snapshot.name = it.name + ' ' + minute_of(now);
    }
    co_await ctx.progress("Taking a snapshot of " + it.name + "; that may take long");
    const digitalocean::action ended =
        co_await carry_out(ctx, on, snapshot, detail::snapshot_takes);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    reply answer = reply::good("There is a snapshot of " + it.name + ": " + *snapshot.name);
    if (it.status == "active")
        answer.add(text_part{"It was taken while the droplet ran: what was being written may be "
                             "half in it. `do droplet shutdown` before, where that matters."});
    co_return answer;
}

} // namespace chatops::operations
