#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/chosen.hpp"
#include "chatops/operations/digitalocean/chosen_tags.hpp"
#include "chatops/operations/digitalocean/load_balancer_create.hpp"
#include "chatops/operations/digitalocean/load_balancer_parts.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

/// What is to be behind it and where, or what to say instead.
struct backends {
    std::optional<reply> unclear;
    std::vector<digitalocean::droplet> droplets;
    std::string region;
};

/// They have to be where it is.
CHATOPS_INLINE std::optional<reply> is_elsewhere(const std::string& name, const backends& meant) {
    std::optional<reply> said;
    for (const digitalocean::droplet& each : meant.droplets)
        if (!said && each.region.slug != meant.region)
            said = reply::bad("Nothing was made: " + each.name + " is in " + each.region.slug +
                              ", and " + name + " would be in " + meant.region +
                              ": a load balancer sends only to droplets of its own region");
    return said;
}

CHATOPS_INLINE asio::awaitable<backends>
look_for_backends(context& ctx, const digitalocean_load_balancer_create& asked) {
    backends meant;
    const bool by_tag = asked.tag->has_value();
    if (by_tag != asked.droplet->empty()) {
        meant.unclear =
            reply::bad("Nothing was made: say what is behind it, with `--droplet` or with `--tag`");
        co_return meant;
    }
    if (by_tag && !*asked.region) {
        meant.unclear = reply::bad("Nothing was made: say where, with `--region`");
        co_return meant;
    }
    auto chosen = co_await look_for_each<digitalocean::droplet>(ctx, *asked.droplet);
    meant.unclear = std::move(chosen.unclear);
    meant.droplets = std::move(chosen.found);
    if (meant.unclear) co_return meant;
    if (by_tag) {
        const std::vector<std::string> tags{(*asked.tag)->text};
        meant.unclear = co_await look_for_tags(ctx, tags);
    }
    meant.region = *asked.region ? (*asked.region)->text : meant.droplets.front().region.slug;
    if (!meant.unclear) meant.unclear = is_elsewhere(asked.name->text, meant);
    co_return meant;
}

/// Where the first rule goes is where droplets listen: DigitalOcean's own default, port 80, would
/// have none of them healthy where they listen elsewhere.
CHATOPS_INLINE digitalocean::health_order
health_asked(const digitalocean_load_balancer_create& asked) {
    if (*asked.health) return health_sent(**asked.health);
    digitalocean::health_order order;
    const digitalocean::listener& target = asked.rule->front().target;
    order.protocol =
        target.protocol == "http" || target.protocol == "https" ? target.protocol : "tcp";
    order.port = target.port;
    if (order.protocol != "tcp") order.path = "/";
    return order;
}

CHATOPS_INLINE digitalocean::load_balancer_order
order_of(const digitalocean_load_balancer_create& asked, const backends& meant) {
    digitalocean::load_balancer_order order;
    order.name = asked.name->text;
    order.region = meant.region;
    order.forwarding_rules = rules_sent(*asked.rule);
    order.health_check = health_asked(asked);
    if (*asked.sticky) order.sticky_sessions = sticky_sent(true);
    if (*asked.tag) {
        order.tag = (*asked.tag)->text;
    } else {
        std::vector<std::int64_t> ids;
        for (const digitalocean::droplet& each : meant.droplets) ids.push_back(each.id);
        order.droplet_ids = std::move(ids);
    }
    return order;
}

CHATOPS_INLINE asio::awaitable<bool> is_made(digitalocean::client& ocean, const std::string& id) {
    const auto now = co_await ocean.show<digitalocean::load_balancer>(id);
    co_return now.status != "new";
}

/// Nothing can be asked over UDP whether it is well.
CHATOPS_INLINE bool lacks_health(const digitalocean_load_balancer_create& asked) {
    return !*asked.health && asked.rule->front().target.protocol == "udp";
}

} // namespace detail

CHATOPS_INLINE reply made_balancer(const digitalocean::load_balancer& it,
                                   const std::map<std::string, std::string>& names) {
    reply answer = balancer_reply(it, names);
    const bool good = it.status == "active";
    if (good && it.ip && !it.ip->empty()) answer.title += ": " + *it.ip;
    if (!good)
        answer.add(text_part{"DigitalOcean did not get it done. `do load-balancer destroy " +
                             it.name + "` ends what is left of it; then ask for it again."});
    if (good && !it.droplet_ids.empty())
        answer.add(text_part{"A droplet gets requests once its health check succeeds."});
    return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_load_balancer_create::run(context& ctx) const {
    if (auto said = needs_certificate(*rule)) co_return *said;
    if (detail::lacks_health(*this))
        co_return reply::bad("Nothing was made: udp does not tell whether a droplet is well; say "
                             "what does, with `--health`, like tcp:22");
    const auto meant = co_await detail::look_for_backends(ctx, *this);
    if (meant.unclear) co_return *meant.unclear;
    const digitalocean::load_balancer_order order = detail::order_of(*this, meant);
    const auto namesake = co_await ctx.observe("namesake", [&](digitalocean::client& ocean) {
        return with_name<digitalocean::load_balancer>(ocean, order.name);
    });
    if (namesake)
        co_return reply::bad("Nothing was made: there is a load balancer " + order.name +
                             " already");
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create<digitalocean::load_balancer>(order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point since) {
        return made_since<digitalocean::load_balancer>(ocean, order.name, since);
    };
    const digitalocean::load_balancer made = co_await ctx.once("create", act, find);
    co_await ctx.progress("Making " + made.name + "; that takes a few minutes");
    co_await ctx.until(
        "made", [&](digitalocean::client& ocean) { return detail::is_made(ocean, made.id); },
        std::chrono::minutes(15));
    const auto now = co_await ctx.observe("outcome", [&](digitalocean::client& ocean) {
        return ocean.show<digitalocean::load_balancer>(made.id);
    });
    const auto names = co_await ctx.observe("behind", [&](digitalocean::client& ocean) {
        return droplet_names(ocean, now.droplet_ids);
    });
    co_return made_balancer(now, names);
}

} // namespace chatops::operations
