#pragma once

#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/gone.hpp"
#include "chatops/operations/digitalocean/keys.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/operations/public_key.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<std::optional<digitalocean::ssh_key>>
same_key(digitalocean::client& ocean, const digitalocean::key_order& as) {
    std::optional<digitalocean::ssh_key> found;
    const auto look = [&](const std::vector<digitalocean::ssh_key>& page) {
        for (const digitalocean::ssh_key& each : page)
            if (core_of(each.public_key.value_or("")) == core_of(as.public_key)) found = each;
        return !found;
    };
    co_await ocean.each_page<digitalocean::ssh_key>({}, look);
    co_return found;
}

/// Adds it, unless it is there: DigitalOcean has no key twice. Its answer to that is its own way to
/// find out, for keys may be listed ten times a minute only.
CHATOPS_INLINE asio::awaitable<digitalocean::ssh_key> add_key(digitalocean::client& ocean,
                                                              digitalocean::key_order order) {
    std::optional<provider_error> refusal;
    std::optional<digitalocean::ssh_key> there;
    try {
        there = co_await ocean.change<digitalocean::ssh_key>(
            "POST", std::string(digitalocean::ssh_key::at.path), order);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    const bool twice =
        refusal && std::string_view(refusal->what()).find("already in use") != std::string::npos;
    if (twice) there = co_await same_key(ocean, order);
    if (!there) throw *refusal;
    co_return std::move(*there);
}

CHATOPS_INLINE asio::awaitable<facts> key_losses(digitalocean::client&, digitalocean::ssh_key it) {
    facts lost{{"Lost", "new droplets cannot be opened with it"},
               {"Kept", "droplets that let it in still do: it is taken out inside each"},
               {"Id", id_of(it)},
               {"Fingerprint", it.fingerprint}};
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_keys::run(context& ctx) const {
    const auto keys = co_await ctx.observe(
        "keys", [&](digitalocean::client& ocean) { return ocean.list<digitalocean::ssh_key>(); });
    table_part table;
    table.headings = {"Id", "Name", "Fingerprint"};
    for (const digitalocean::ssh_key& each : keys)
        table.rows.push_back({id_of(each), each.name, each.fingerprint});
    reply answer = reply::neutral(counted(keys.size(), "SSH key"));
    if (!keys.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_key_add::run(context& ctx) const {
    digitalocean::key_order order;
    order.name = *name;
    order.public_key = typed_key(*key);
    if (is_private_key(order.public_key)) co_return told_a_private_key();
    const auto same = co_await ctx.observe(
        "same", [&](digitalocean::client& ocean) { return detail::same_key(ocean, order); });
    if (same) co_return reply::neutral("That key is there already, as " + same->name);
    const digitalocean::ssh_key added = co_await ctx.set(
        "add", [&](digitalocean::client& ocean) { return detail::add_key(ocean, order); });
    reply answer = reply::good("New droplets can be opened with the SSH key " + added.name);
    answer.add(
        text_part{"Name it with `--key` when one is made. Droplets that are there already do "
                  "not know it."});
    co_return answer.add(fields_part{{{"Id", id_of(added)}, {"Fingerprint", added.fingerprint}}});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_key_rename::run(context& ctx) const {
    auto choice = co_await ctx.observe("key", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::ssh_key>(ocean, key->text);
    });
    const auto unclear = co_await ask_which(ctx, key->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::ssh_key& it = choice.one();
    if (it.name == *name)
        co_return reply::neutral(it.name + " is called that already: nothing was changed");
    co_await ctx.set("rename", [&](digitalocean::client& ocean) {
        return ocean.rename<digitalocean::ssh_key>(id_of(it), *name);
    });
    co_return reply::good("The SSH key " + it.name + " is now called " + *name);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_key_remove::run(context& ctx) const {
    return destroy_named<digitalocean::ssh_key>(ctx, key->text, detail::key_losses);
}

} // namespace chatops::operations
