// Several things of a sort that one command names, each by a name or an id.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/nouns.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace chatops::operations {

template <class T>
struct chosen {
    /// What to say where one of them is none or several.
    std::optional<reply> unclear;
    std::vector<T> found;
};

/// Each in a step of its own; one that is named twice is looked for once. `which` must live until
/// the awaitable ends.
template <class T, class Reference>
asio::awaitable<chosen<T>> look_for_each(context& ctx, const std::vector<Reference>& which) {
    chosen<T> all;
    for (auto each = which.begin(); each != which.end(); ++each) {
        if (std::find(which.begin(), each, *each) != each) continue;
        const std::string step = noun_of<T>.one + (' ' + each->text);
        auto choice = co_await ctx.observe(
            step, [&](digitalocean::client& ocean) { return look_for<T>(ocean, each->text); });
        all.unclear = co_await ask_which(ctx, each->text, choice, step);
        if (all.unclear) co_return all;
        all.found.push_back(choice.one());
    }
    co_return all;
}

} // namespace chatops::operations
