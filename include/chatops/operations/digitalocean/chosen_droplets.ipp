#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/chosen_droplets.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<chosen_droplets>
look_for_droplets(context& ctx, const std::vector<digitalocean::droplet_ref>& which) {
    chosen_droplets all;
    for (auto each = which.begin(); each != which.end(); ++each) {
        if (std::find(which.begin(), each, *each) != each) continue;
        const std::string step = "droplet " + each->text;
        auto choice = co_await ctx.observe(
            step, [&](digitalocean::client& ocean) { return look_for_droplet(ocean, *each); });
        all.unclear = co_await ask_which(ctx, each->text, choice, step);
        if (all.unclear) co_return all;
        all.found.push_back(choice.one());
    }
    co_return all;
}

} // namespace chatops::operations
