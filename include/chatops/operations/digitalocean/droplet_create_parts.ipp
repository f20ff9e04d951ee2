#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_create.hpp"
#include "chatops/operations/digitalocean/droplet_create_parts.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/volume_attach.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// Source: digitalocean/openapi, droplet_multi_create.yml.
inline constexpr std::size_t droplets_at_once = 10;

/// Has the droplet made in the region of what it is to be with, or says that it would be elsewhere.
CHATOPS_INLINE std::optional<reply> take_region(droplet_place& meant, const std::string& what,
                                                const std::string& region) {
    std::optional<reply> said;
    if (!meant.region) meant.region = region;
    if (*meant.region != region)
        said = reply::bad("Nothing was made: " + what + " is in " + region +
                          ", and the droplet would be in " + *meant.region);
    return said;
}

CHATOPS_INLINE asio::awaitable<void>
look_for_network(context& ctx, const digitalocean::vpc_ref& which, droplet_place& meant) {
    auto choice = co_await ctx.observe("vpc", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::vpc>(ocean, which.text);
    });
    meant.instead = co_await ask_which(ctx, which.text, choice);
    if (meant.instead) co_return;
    const digitalocean::vpc& it = choice.one();
    meant.vpc = it.id;
    meant.instead = take_region(meant, "the VPC " + it.name, it.region);
}

CHATOPS_INLINE asio::awaitable<void>
look_for_volume(context& ctx, const digitalocean::volume_ref& which, droplet_place& meant) {
    const std::string step = "volume " + which.text;
    auto choice = co_await ctx.observe(step, [&](digitalocean::client& ocean) {
        return look_for<digitalocean::volume>(ocean, which.text);
    });
    meant.instead = co_await ask_which(ctx, which.text, choice, step);
    if (meant.instead) co_return;
    const digitalocean::volume& it = choice.one();
    meant.instead = take_region(meant, "the volume " + it.name, it.region.slug);
    if (!meant.instead && !it.droplet_ids.empty()) {
        const std::string holder = "holder of " + it.id;
        const std::string on = co_await ctx.observe(holder, [&](digitalocean::client& ocean) {
            return droplet_name(ocean, it.droplet_ids.front());
        });
        meant.instead = reply::bad("Nothing was made: " + it.name + " is attached to " + on);
    }
    meant.volumes.push_back(it);
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<droplet_place>
look_for_place(context& ctx, const digitalocean_droplet_create& asked) {
    droplet_place meant;
    if (*asked.region) meant.region = (*asked.region)->text;
    if (*asked.vpc) {
        const digitalocean::vpc_ref& network = **asked.vpc;
        co_await detail::look_for_network(ctx, network, meant);
    }
    const std::vector<digitalocean::volume_ref>& volumes = *asked.volume;
    for (auto each = volumes.begin(); each != volumes.end() && !meant.instead; ++each) {
        if (std::find(volumes.begin(), each, *each) != each) continue;
        co_await detail::look_for_volume(ctx, *each, meant);
    }
    co_return meant;
}

CHATOPS_INLINE std::optional<reply> wrong_names(const digitalocean_droplet_create& asked) {
    const std::vector<digitalocean::droplet_name>& names = *asked.name;
    std::optional<reply> said;
    if (names.size() > detail::droplets_at_once)
        said = reply::bad("Nothing was made: DigitalOcean makes at most " +
                          std::to_string(detail::droplets_at_once) + " droplets at once");
    for (auto each = names.begin(); each != names.end() && !said; ++each)
        if (std::find(names.begin(), each, *each) != each)
            said = reply::bad("Nothing was made: " + each->text + " is named twice");
    if (!said && names.size() > 1 && !asked.volume->empty())
        said = reply::bad("Nothing was made: a volume is attached to one droplet only, and " +
                          std::to_string(names.size()) + " are asked for");
    return said;
}

CHATOPS_INLINE asio::awaitable<std::vector<digitalocean::droplet>>
droplets_called(digitalocean::client& ocean, const std::vector<digitalocean::droplet_name>& names) {
    std::vector<digitalocean::droplet> found;
    for (const digitalocean::droplet_name& each : names) {
        const auto namesakes = co_await ocean.droplets_named(each.text, 1);
        found.insert(found.end(), namesakes.begin(), namesakes.end());
    }
    co_return found;
}

CHATOPS_INLINE reply called_already(const std::vector<digitalocean::droplet>& namesakes) {
    std::vector<std::string> names;
    for (const digitalocean::droplet& each : namesakes) names.push_back(each.name);
    const bool one = names.size() == 1;
    reply answer = reply::bad("Nothing was made: there " +
                              std::string(one ? "is a droplet " : "are droplets ") +
                              joined_words(names) + " already");
    return answer.add(one ? namesake_table(namesakes) : droplet_table(namesakes));
}

CHATOPS_INLINE reply made_droplets(const std::vector<digitalocean::droplet>& now,
                                   const droplet_place& where, const std::string& mark) {
    const bool one = now.size() == 1;
    std::vector<std::string> names;
    for (const digitalocean::droplet& each : now) names.push_back(each.name);
    const std::string address = one ? address_of(now.front(), "public") : std::string();
    reply answer = reply::good(joined_words(names) + (one ? " is up" : " are up") +
                               (address.empty() ? "" : ": " + address));
    if (one)
        answer.add(droplet_fields(now.front()));
    else
        answer.add(droplet_table(now));
    for (const digitalocean::volume& each : where.volumes)
        answer.add(text_part{where_attached(each)});
    return answer.add(text_part{"By the tag " + mark + " I would have known " +
                                (one ? "it" : "them") +
                                " again after a restart in between. It is of no use any more: "
                                "`do tag destroy " +
                                mark + "` takes it away."});
}

} // namespace chatops::operations
