#pragma once

#include "chatops/operations/rackspace/carry_out.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/server_power.hpp"
#include "chatops/operations/rackspace/server_trouble.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_reboot::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    // What is stuck in any state is started anew as by its button.
    if (const auto no = not_in_its_state(it); no && !*hard) co_return *no;
    co_await ctx.progress("Rebooting " + it.name);
    const rackspace::server_action reboot = rackspace::reboot_action(*hard);
    const rackspace::server after = co_await carry_out(ctx, it.id, reboot);
    if (after.status != "ACTIVE") co_return server_failed(after, "the reboot");
    co_return reply::good(it.name + " was rebooted");
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_start::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    if (it.status == "ACTIVE" && !it.task_state)
        co_return reply::neutral(it.name + " is on already: nothing was changed");
    if (const auto no = not_in_its_state(it)) co_return *no;
    co_await ctx.progress("Switching on " + it.name);
    const rackspace::server_action start = rackspace::plain_action("os-start");
    const rackspace::server after = co_await carry_out(ctx, it.id, start);
    if (after.status != "ACTIVE") co_return server_failed(after, "to switch it on");
    co_return reply::good(it.name + " is on");
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_stop::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    if (it.status == "SHUTOFF" && !it.task_state)
        co_return reply::neutral(it.name + " is off already: nothing was changed");
    if (const auto no = not_in_its_state(it, {"ERROR"})) co_return *no;
    co_await ctx.progress("Switching off " + it.name);
    const rackspace::server_action stop = rackspace::plain_action("os-stop");
    const rackspace::server after = co_await carry_out(ctx, it.id, stop);
    if (after.status != "SHUTOFF") co_return server_failed(after, "to switch it off");
    co_return reply::good(it.name + " is off; it is paid for all the same");
}

} // namespace chatops::operations
