#pragma once

#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <optional>

namespace chatops::operations {

namespace detail {

/// What an action is called that was asked for as `attach`.
CHATOPS_INLINE std::string type_shown(const std::string& asked) {
    if (asked == "attach" || asked == "detach") return asked + "_volume";
    if (asked == "assign" || asked == "unassign") return asked + "_ip";
    return asked;
}

/// The number of the last action before ours; they only grow.
CHATOPS_INLINE asio::awaitable<std::int64_t> newest_action_of(digitalocean::client& ocean,
                                                              const std::string& on) {
    const auto newest = co_await ocean.actions_of(on);
    co_return newest.empty() ? 0 : newest.front().id;
}

CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::action>>
look_for_action(digitalocean::client& ocean, const std::string& on, const std::string& type,
                std::int64_t newest_before, time_point since) {
    const auto newest = co_await ocean.actions_of(on);
    std::optional<digitalocean::action> found;
    if (const auto* const ours = find_action(newest, type, newest_before, since)) found = *ours;
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool> has_ended(digitalocean::client& ocean, std::int64_t id) {
    const auto now = co_await ocean.show<digitalocean::action>(std::to_string(id));
    co_return now.status != "in-progress";
}

} // namespace detail

CHATOPS_INLINE const digitalocean::action*
find_action(const std::vector<digitalocean::action>& newest, const std::string& type,
            std::int64_t newest_before, time_point since) {
    const auto found =
        std::find_if(newest.begin(), newest.end(), [&](const digitalocean::action& each) {
            return each.type == type && each.id > newest_before && each.started_at >= since;
        });
    return found == newest.end() ? nullptr : &*found;
}

CHATOPS_INLINE asio::awaitable<digitalocean::action>
carry_out(context& ctx, const std::string& on, const digitalocean::action_order& what,
          duration limit) {
    const std::string type = detail::type_shown(what.type);
    const std::string before_it = "before " + what.type;
    const std::int64_t before = co_await ctx.observe(before_it, [&](digitalocean::client& ocean) {
        return detail::newest_action_of(ocean, on);
    });
    const auto act = [&](digitalocean::client& ocean) { return ocean.act(on, what); };
    const auto find = [&](digitalocean::client& ocean, time_point since) {
        return detail::look_for_action(ocean, on, type, before, since);
    };
    const digitalocean::action begun = co_await ctx.once(what.type, act, find);
    const std::string end_of_it = "end of " + what.type;
    co_await ctx.until(
        end_of_it, [&](digitalocean::client& ocean) { return detail::has_ended(ocean, begun.id); },
        limit);
    const std::string outcome = "outcome of " + what.type;
    digitalocean::action ended = co_await ctx.observe(outcome, [&](digitalocean::client& ocean) {
        return ocean.show<digitalocean::action>(std::to_string(begun.id));
    });
    co_return ended;
}

CHATOPS_INLINE bool has_succeeded(const digitalocean::action& ended) {
    return ended.status == "completed";
}

CHATOPS_INLINE reply action_failed(const std::string& thing, const digitalocean::action& ended) {
    reply answer = reply::bad(thing + ": DigitalOcean began the " + ended.type +
                              ", and it ended as " + ended.status);
    answer.add(text_part{"Look at it before you ask again; DigitalOcean's support can say more of "
                         "the action."});
    return answer.add(fields_part{{{"Action", std::to_string(ended.id)}}});
}

} // namespace chatops::operations
