#pragma once

#include "chatops/core/url.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_create.hpp"
#include "chatops/operations/digitalocean/mark.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <optional>

namespace chatops::operations {

namespace detail {

/// A number where the text is one.
CHATOPS_INLINE boost::json::value number_or_text(const std::string& text) {
    if (const auto number = digitalocean::id_in(text)) return boost::json::value(*number);
    return boost::json::value(boost::json::string_view(text.data(), text.size()));
}

CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::droplet>>
droplet_with_mark(digitalocean::client& ocean, const std::string& mark) {
    auto all = co_await ocean.list<digitalocean::droplet>("tag_name=" + percent_encode(mark), 1);
    std::optional<digitalocean::droplet> found;
    if (!all.empty()) found = std::move(all.front());
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool> is_up(digitalocean::client& ocean, const std::string& id) {
    const auto now = co_await ocean.show<digitalocean::droplet>(id);
    co_return now.status == "active";
}

using chosen_keys = std::vector<choice<digitalocean::ssh_key>>;

/// What each of them means. Listed once: DigitalOcean lets keys be listed ten times a minute.
CHATOPS_INLINE asio::awaitable<chosen_keys>
look_for_keys(digitalocean::client& ocean, const std::vector<digitalocean::key_ref>& which) {
    chosen_keys seen(which.size());
    if (which.empty()) co_return seen;
    const auto all = co_await ocean.list<digitalocean::ssh_key>();
    for (std::size_t i = 0; i < which.size(); ++i) take_meant(seen[i], which[i].text, all);
    co_return seen;
}

CHATOPS_INLINE digitalocean::droplet_order order_of(const digitalocean_droplet_create& asked,
                                                    const chosen_keys& keys,
                                                    const std::string& mark) {
    digitalocean::droplet_order order;
    order.name = asked.name->text;
    order.size = asked.size->text;
    order.image = number_or_text(asked.image->text);
    if (*asked.region) order.region = (*asked.region)->text;
    for (const auto& each : keys) order.ssh_keys.emplace_back(each.one().id);
    for (const auto& each : *asked.tag) order.tags.push_back(each.text);
    order.tags.push_back(mark);
    order.backups = *asked.backups;
    order.ipv6 = *asked.ipv6;
    order.monitoring = *asked.monitoring;
    return order;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_create::run(context& ctx) const {
    const auto namesakes = co_await ctx.observe("namesakes", [&](digitalocean::client& ocean) {
        return ocean.droplets_named(name->text, 1);
    });
    if (!namesakes.empty()) {
        reply answer =
            reply::bad("Nothing was made: there is a droplet " + name->text + " already");
        co_return answer.add(namesake_table(namesakes));
    }
    auto keys = co_await ctx.observe(
        "keys", [&](digitalocean::client& ocean) { return detail::look_for_keys(ocean, *key); });
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::string step = "key " + std::to_string(i + 1);
        const auto unclear = co_await ask_which(ctx, (*key)[i].text, keys[i], step);
        if (unclear) co_return *unclear;
    }
    // It is a tag of the droplet.
    const std::string mark = co_await ctx.observe(
        "mark", [&](digitalocean::client& ocean) { return drawn_mark(ocean); });
    const digitalocean::droplet_order order = detail::order_of(*this, keys, mark);
    const auto act = [&](digitalocean::client& ocean) {
        return ocean.create<digitalocean::droplet>(order);
    };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return detail::droplet_with_mark(ocean, mark);
    };
    const digitalocean::droplet made = co_await ctx.once("create", act, find);
    co_await ctx.progress("Making " + made.name);
    const std::string id = std::to_string(made.id);
    co_await ctx.until("up", [&](digitalocean::client& ocean) { return detail::is_up(ocean, id); });
    const auto now = co_await ctx.observe("outcome", [&](digitalocean::client& ocean) {
        return ocean.show<digitalocean::droplet>(id);
    });
    const std::string address = address_of(now, "public");
    reply answer = reply::good(now.name + " is up" + (address.empty() ? "" : ": " + address));
    answer.add(droplet_fields(now));
    co_return answer.add(text_part{"By the tag " + mark +
                                   " I would have known it again after a restart in between. It "
                                   "is of no use any more: `do tag destroy " +
                                   mark + "` takes it away."});
}

} // namespace chatops::operations
