#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/operations/public_key.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/gone.hpp"
#include "chatops/operations/rackspace/keys.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

#include <optional>

namespace chatops::operations {

namespace detail {

/// The one of that name, or else the one that is the same key.
CHATOPS_INLINE asio::awaitable<std::optional<rackspace::keypair>>
like_key(rackspace::client& cloud, const rackspace::keypair_order& as) {
    const auto all = co_await cloud.keypairs();
    std::optional<rackspace::keypair> found;
    for (const rackspace::keypair& each : all) {
        if (each.name == as.name) co_return each;
        if (core_of(each.public_key.value_or("")) == core_of(as.public_key)) found = each;
    }
    co_return found;
}

/// Adds it, unless it is there: it may have been added before a crash.
CHATOPS_INLINE asio::awaitable<rackspace::keypair> add_key(rackspace::client& cloud,
                                                           const rackspace::keypair_order& order) {
    std::optional<provider_error> refusal;
    std::optional<rackspace::keypair> there;
    try {
        there = co_await cloud.add_keypair(order);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (!refusal) co_return std::move(*there);
    if (refusal->status() == 422) there = co_await like_key(cloud, order);
    const bool is_ours = there && there->name == order.name &&
                         core_of(there->public_key.value_or("")) == core_of(order.public_key);
    if (!is_ours) throw *refusal;
    co_return std::move(*there);
}

CHATOPS_INLINE asio::awaitable<void> remove_key(rackspace::client& cloud, const std::string& name) {
    return cloud.destroy<rackspace::keypair>(name);
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_keys::run(context& ctx) const {
    const auto keys =
        co_await ctx.observe("keys", [&](rackspace::client& cloud) { return cloud.keypairs(); });
    table_part table;
    table.headings = {"Name", "Fingerprint"};
    for (const rackspace::keypair& each : keys) table.rows.push_back({each.name, each.fingerprint});
    reply answer = reply::neutral(counted(keys.size(), "SSH key"));
    if (!keys.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_key_add::run(context& ctx) const {
    rackspace::keypair_order order;
    order.name = name->text;
    order.public_key = typed_key(*key);
    if (is_private_key(order.public_key)) co_return told_a_private_key();
    const auto like = co_await ctx.observe(
        "like it", [&](rackspace::client& cloud) { return detail::like_key(cloud, order); });
    const bool is_same =
        like && core_of(like->public_key.value_or("")) == core_of(order.public_key);
    if (is_same) co_return reply::neutral("That key is there already, as " + like->name);
    if (like)
        co_return reply::bad("Nothing was added: there is an SSH key " + like->name +
                             " already, and it is another one");
    const rackspace::keypair added = co_await ctx.set(
        "add", [&](rackspace::client& cloud) { return detail::add_key(cloud, order); });
    reply answer = reply::good("New servers can be opened with the SSH key " + added.name);
    answer.add(text_part{"Name it with `--key` when one is made. Servers that are there already do "
                         "not know it."});
    co_return answer.add(fields_part{{{"Fingerprint", added.fingerprint}}});
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_key_remove::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "key", [&](rackspace::client& cloud) { return look_for_key(cloud, *key); });
    const auto unclear = co_await ask_which(ctx, key->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::keypair& it = choice.one();
    const facts lost{{"Lost", "new servers cannot be opened with it"},
                     {"Kept", "servers that let it in still do: it is taken out inside each"},
                     {"Fingerprint", it.fingerprint}};
    reply question = loss_question(noun_of<rackspace::keypair>, it.name, lost);
    co_await ctx.confirm(std::move(question), "Remove this SSH key");
    const auto still = co_await ctx.observe(
        "still so", [&](rackspace::client& cloud) { return look_for_key(cloud, *key); });
    const std::string called = "The SSH key " + it.name;
    if (!still.is_one()) co_return reply::neutral(called + " is gone already");
    if (still.one().fingerprint != it.fingerprint) co_return is_changed(called);
    // Asking again is harmless: its name is all that it is known by, and it was looked at just now.
    co_await ctx.set("remove",
                     [&](rackspace::client& cloud) { return detail::remove_key(cloud, it.name); });
    co_return reply::good(called + " is removed");
}

} // namespace chatops::operations
