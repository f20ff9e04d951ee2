#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/chosen_tags.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<std::optional<reply>>
look_for_tags(context& ctx, const std::vector<std::string>& which) {
    std::optional<reply> unclear;
    for (auto each = which.begin(); each != which.end() && !unclear; ++each) {
        if (std::find(which.begin(), each, *each) != each) continue;
        const std::string step = "tag " + *each;
        auto found = co_await ctx.observe(step, [&](digitalocean::client& ocean) {
            return look_for<digitalocean::tag>(ocean, *each);
        });
        unclear = co_await ask_which(ctx, *each, found, step);
    }
    co_return unclear;
}

} // namespace chatops::operations
