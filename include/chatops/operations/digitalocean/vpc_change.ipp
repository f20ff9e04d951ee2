#pragma once

#include "chatops/line/write.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/rename.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/vpc_change.hpp"
#include "chatops/operations/digitalocean/vpc_parts.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE digitalocean::vpc_order order_of(const digitalocean_vpc_create& asked) {
    digitalocean::vpc_order order;
    order.name = asked.name->text;
    order.region = asked.region->text;
    order.description = *asked.description;
    order.ip_range = *asked.range;
    return order;
}

/// What DigitalOcean would say after it was confirmed.
CHATOPS_INLINE std::optional<reply>
vpc_stays(const digitalocean::vpc& it, const std::vector<digitalocean::vpc_member>& members) {
    std::optional<reply> said;
    if (it.default_) {
        said = reply::bad(it.name + " is the default of " + it.region + ": nothing was changed");
        said->add(text_part{"What is made there and names no network gets into it. `do vpc "
                            "default` makes another one that first."});
    } else if (!members.empty()) {
        said = reply::bad(it.name + " has " + counted(members.size(), "member") +
                          ": nothing was changed");
        said->add(text_part{"It can be destroyed once nothing is in it. A droplet gets into "
                            "another network only where it is made anew, from a snapshot."});
        said->add(member_table(members));
    }
    return said;
}

CHATOPS_INLINE asio::awaitable<facts> vpc_losses(digitalocean::client& ocean,
                                                 digitalocean::vpc it) {
    const auto members = co_await ocean.list_in<digitalocean::vpc_member>(vpc_members_path(it));
    std::vector<std::string> names;
    for (const digitalocean::vpc_member& each : members) names.push_back(each.name);
    facts lost{{"Lost", "the network " + it.ip_range},
               {"Members", joined_words(names)},
               {"Id", it.id},
               {"Region", it.region + (it.default_ ? ", whose default it is" : "")},
               {"Created (UTC)", minute_of(it.created_at)}};
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_vpc_create::run(context& ctx) const {
    const digitalocean::vpc_order order = detail::order_of(*this);
    const auto namesake = co_await ctx.observe("namesake", [&](digitalocean::client& ocean) {
        return with_name<digitalocean::vpc>(ocean, order.name);
    });
    if (namesake)
        co_return reply::bad("Nothing was made: there is a VPC " + order.name + " already");
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create<digitalocean::vpc>(order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point since) {
        return made_since<digitalocean::vpc>(ocean, order.name, since);
    };
    const digitalocean::vpc made = co_await ctx.once("create", act, find);
    reply answer =
        reply::good("There is a VPC " + made.name + " in " + made.region + ": " + made.ip_range);
    co_return answer.add(text_part{"New droplets get into it with `--vpc " +
                                   line::quoted(made.name) +
                                   "`; a droplet that is there already stays in its network."});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_vpc_rename::run(context& ctx) const {
    return rename_named<digitalocean::vpc>(ctx, vpc->text, name->text);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_vpc_default::run(context& ctx) const {
    auto choice = co_await ctx.observe("vpc", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::vpc>(ocean, vpc->text);
    });
    const auto unclear = co_await ask_which(ctx, vpc->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::vpc& it = choice.one();
    const std::string what = it.name + " is the default of " + it.region;
    if (it.default_) co_return reply::neutral(what + " already: nothing was changed");
    const std::string path = digitalocean::path_to<digitalocean::vpc>(it.id);
    const digitalocean::default_vpc_order order;
    co_await ctx.set("default", [&](digitalocean::client& ocean) {
        return ocean.change<digitalocean::vpc>("PATCH", path, order);
    });
    reply answer = reply::good(what + " now");
    co_return answer.add(text_part{"What is made there from now on and names no network gets into "
                                   "it; nothing was moved."});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_vpc_destroy::run(context& ctx) const {
    auto choice = co_await ctx.observe("vpc", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::vpc>(ocean, vpc->text);
    });
    const auto unclear = co_await ask_which(ctx, vpc->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::vpc& it = choice.one();
    const std::string path = vpc_members_path(it);
    const auto members = co_await ctx.observe("members", [&](digitalocean::client& ocean) {
        return ocean.list_in<digitalocean::vpc_member>(path);
    });
    const auto stays = detail::vpc_stays(it, members);
    if (stays) co_return *stays;
    reply answer = co_await destroy_chosen<digitalocean::vpc>(ctx, it, detail::vpc_losses);
    co_return answer;
}

} // namespace chatops::operations
