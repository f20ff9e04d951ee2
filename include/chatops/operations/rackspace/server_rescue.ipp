#pragma once

#include "chatops/operations/rackspace/carry_out.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/server_rescue.hpp"
#include "chatops/operations/rackspace/server_trouble.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_rescue::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    if (it.status == "RESCUE")
        co_return reply::neutral(it.name + " is being rescued already: nothing was changed");
    if (const auto no = not_in_its_state(it, {"ERROR"})) co_return *no;
    co_await ctx.progress("Starting " + it.name + " from a clean disk");
    const rackspace::server_action rescue = rackspace::rescue_action(*password);
    const rackspace::server after = co_await carry_out(ctx, it.id, rescue);
    if (after.status != "RESCUE") co_return server_failed(after, "the rescue");
    const std::string address = address_of(after, "public");
    reply answer = reply::good(it.name + " runs from a clean disk" +
                               (address.empty() ? "" : ": root@" + address));
    co_return answer.add(
        text_part{"Its own disk is beside it, to be mounted there. The host key of "
                  "SSH is another one meanwhile. `rackspace server unrescue` starts "
                  "it from its own disk again."});
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_unrescue::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    if (it.status == "ACTIVE" && !it.task_state)
        co_return reply::neutral(it.name + " is not being rescued: nothing was changed");
    if (const auto no = not_in_its_state(it)) co_return *no;
    co_await ctx.progress("Starting " + it.name + " from its own disk");
    const rackspace::server_action unrescue = rackspace::plain_action("unrescue");
    const rackspace::server after = co_await carry_out(ctx, it.id, unrescue);
    if (after.status != "ACTIVE") co_return server_failed(after, "to end the rescue");
    co_return reply::good(it.name + " runs from its own disk again");
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_password::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    if (const auto no = not_in_its_state(it)) co_return *no;
    co_await ctx.progress("Changing the password of " + it.name);
    const rackspace::server_action change = rackspace::password_action(*password);
    const rackspace::server after = co_await carry_out(ctx, it.id, change);
    if (after.status != "ACTIVE") co_return server_failed(after, "to change the password");
    co_return reply::good("Root has another password at " + it.name);
}

} // namespace chatops::operations
