#pragma once

#include "chatops/operations/rackspace/carry_out.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/server_create.hpp"
#include "chatops/operations/rackspace/server_metadata.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

#include <optional>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<std::string> drawn_server_mark(rackspace::client& cloud) {
    co_return "chatops-" + cloud.unique_word();
}

CHATOPS_INLINE asio::awaitable<std::optional<std::string>>
server_with_mark(rackspace::client& cloud, const std::string& name, const std::string& mark) {
    const auto all = co_await cloud.servers_named(name, rackspace::client::no_limit);
    std::optional<std::string> found;
    for (const rackspace::server& each : all) {
        const auto marked = each.metadata.find(own_mark);
        if (marked != each.metadata.end() && marked->second == mark) found = each.id;
    }
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool> is_built(rackspace::client& cloud, const std::string& id) {
    const auto now = co_await cloud.show<rackspace::server>(id);
    co_return now.status != "BUILD";
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_create::run(context& ctx) const {
    rackspace::server_order order;
    for (const rackspace::metadata_item& each : *metadata) {
        if (const auto no = is_own_mark(each.name, "made")) co_return *no;
        order.metadata[each.name.text] = each.value;
    }
    const auto namesakes = co_await ctx.observe(
        "namesakes", [&](rackspace::client& cloud) { return cloud.servers_named(name->text, 1); });
    if (!namesakes.empty()) {
        reply answer = reply::bad("Nothing was made: there is a server " + name->text + " already");
        co_return answer.add(namesake_table(namesakes));
    }
    auto images = co_await ctx.observe("image", [&](rackspace::client& cloud) {
        return look_for<rackspace::image>(cloud, image->text);
    });
    const auto unclear = co_await ask_which(ctx, image->text, images);
    if (unclear) co_return *unclear;
    auto flavors = co_await ctx.observe(
        "flavor", [&](rackspace::client& cloud) { return look_for_flavor(cloud, *flavor); });
    const auto unclear_flavor = co_await ask_which(ctx, flavor->text, flavors);
    if (unclear_flavor) co_return *unclear_flavor;
    auto keys = co_await ctx.observe(
        "key", [&](rackspace::client& cloud) { return look_for_key(cloud, *key); });
    const auto unclear_keys = co_await ask_which(ctx, key->text, keys);
    if (unclear_keys) co_return *unclear_keys;
    const std::string mark = co_await ctx.observe(
        "mark", [&](rackspace::client& cloud) { return detail::drawn_server_mark(cloud); });
    order.name = name->text;
    order.flavorRef = flavors.one().id;
    order.imageRef = images.one().id;
    order.key_name = keys.one().name;
    order.metadata[own_mark] = mark;
    if (*user_data) order.set_user_data((*user_data)->text);
    const auto act = [&](rackspace::client& cloud) { return cloud.create(order); };
    const auto find = [&](rackspace::client& cloud, time_point) {
        return detail::server_with_mark(cloud, order.name, mark);
    };
    const std::string id = co_await ctx.once("create", act, find);
    co_await ctx.progress("Making " + name->text);
    co_await ctx.until(
        "built", [&](rackspace::client& cloud) { return detail::is_built(cloud, id); },
        std::chrono::minutes(30));
    const auto now = co_await ctx.observe(
        "outcome", [&](rackspace::client& cloud) { return cloud.show<rackspace::server>(id); });
    if (now.status != "ACTIVE") co_return server_failed(now, "to make it");
    const std::string address = address_of(now, "public");
    reply answer = reply::good(now.name + " is up" + (address.empty() ? "" : ": " + address));
    co_return answer.add(server_fields(now, images.one().name));
}

} // namespace chatops::operations
