#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/digitalocean/tags.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string resources_path(const std::string& tag) {
    return digitalocean::path_to<digitalocean::tag>(tag) + "/resources";
}

CHATOPS_INLINE digitalocean::tagging_order tagging_of(const digitalocean::droplet& it) {
    digitalocean::tagging_order order;
    order.resources.push_back({id_of(it), "droplet"});
    return order;
}

CHATOPS_INLINE bool has_tag(const digitalocean::droplet& it, const std::string& tag) {
    return it.tags && std::find(it.tags->begin(), it.tags->end(), tag) != it.tags->end();
}

CHATOPS_INLINE asio::awaitable<digitalocean::tag> make_tag(digitalocean::client& ocean,
                                                           const std::string& name) {
    // One that is there already is shown as it is.
    return ocean.change<digitalocean::tag>("POST", std::string(digitalocean::tag::at.path),
                                           digitalocean::name_order(name));
}

/// `2 droplets, 1 volume`.
CHATOPS_INLINE std::string holders_of(const digitalocean::tagged& all) {
    std::vector<std::string> words;
    const auto add = [&](const digitalocean::tagged_count& some, const char* what) {
        if (some.count > 0) words.push_back(counted(static_cast<std::size_t>(some.count), what));
    };
    const digitalocean::tagged_count none;
    add(all.droplets, "droplet");
    add(all.volumes.value_or(none), "volume");
    add(all.images.value_or(none), "image");
    add(all.volume_snapshots.value_or(none), "snapshot");
    add(all.databases.value_or(none), "database");
    return words.empty() ? "nothing" : joined_words(words);
}

/// Who goes by a tag, and covers less without it.
CHATOPS_INLINE asio::awaitable<facts> tag_losses(digitalocean::client& ocean,
                                                 digitalocean::tag it) {
    const std::string holders = holders_of(it.resources);
    const bool is_unused = holders == "nothing";
    facts lost{{"Lost", is_unused ? "this tag, which nothing has" : "this tag of " + holders}};
    if (!is_unused) lost.push_back({"Kept", "whatever has it"});
    std::vector<std::string> walls;
    const auto firewalls = co_await ocean.list<digitalocean::firewall>();
    for (const digitalocean::firewall& each : firewalls)
        if (each.tags &&
            std::find(each.tags->begin(), each.tags->end(), it.name) != each.tags->end())
            walls.push_back(each.name);
    if (!walls.empty())
        lost.push_back(
            {"Firewalls that go by it", joined_words(walls) + ": they let these droplets go"});
    std::vector<std::string> balancers;
    const auto all = co_await ocean.list<digitalocean::load_balancer>();
    for (const digitalocean::load_balancer& each : all)
        if (each.tag == it.name) balancers.push_back(each.name);
    if (!balancers.empty())
        lost.push_back({"Load balancers that go by it",
                        joined_words(balancers) + ": they lose these droplets"});
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_tags::run(context& ctx) const {
    auto tags = co_await ctx.observe(
        "tags", [&](digitalocean::client& ocean) { return ocean.list<digitalocean::tag>(); });
    keep_with_part(tags, std::nullopt);
    table_part table;
    table.headings = {"Tag", "Droplets", "All"};
    for (const digitalocean::tag& each : tags)
        table.rows.push_back({each.name, std::to_string(each.resources.droplets.count),
                              std::to_string(each.resources.count)});
    reply answer = reply::neutral(counted(tags.size(), "tag"));
    if (!tags.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_tag_create::run(context& ctx) const {
    const auto same = co_await ctx.observe("same", [&](digitalocean::client& ocean) {
        return ocean.find<digitalocean::tag>(tag->text);
    });
    if (same)
        co_return reply::neutral("The tag " + same->name + " is there already, on " +
                                 detail::holders_of(same->resources));
    co_await ctx.set(
        "create", [&](digitalocean::client& ocean) { return detail::make_tag(ocean, tag->text); });
    co_return reply::good("There is a tag " + tag->text);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_tag_destroy::run(context& ctx) const {
    return destroy_named<digitalocean::tag>(ctx, tag->text, detail::tag_losses);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_tag::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    if (detail::has_tag(it, tag->text))
        co_return reply::neutral(it.name + " has that tag already: nothing was changed");
    co_await ctx.set("make the tag", [&](digitalocean::client& ocean) {
        return detail::make_tag(ocean, tag->text);
    });
    const digitalocean::tagging_order order = detail::tagging_of(it);
    co_await ctx.set("tag", [&](digitalocean::client& ocean) {
        return ocean.put_into(detail::resources_path(tag->text), order);
    });
    co_return reply::good(it.name + " has the tag " + tag->text);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_untag::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    if (!detail::has_tag(it, tag->text)) {
        reply answer = reply::neutral(it.name + " does not have the tag " + tag->text +
                                      ": nothing was changed");
        co_return answer.add(
            fields_part{{{"Tags", joined_words(it.tags.value_or(std::vector<std::string>()))}}});
    }
    const digitalocean::tagging_order order = detail::tagging_of(it);
    co_await ctx.set("untag", [&](digitalocean::client& ocean) {
        return ocean.take_out_of(detail::resources_path(tag->text), order);
    });
    co_return reply::good(it.name + " does not have the tag " + tag->text + " any more");
}

} // namespace chatops::operations
