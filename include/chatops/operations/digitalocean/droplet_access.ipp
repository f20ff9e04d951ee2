#pragma once

#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_access.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string ipv6_of(const digitalocean::droplet& it) {
    const bool has_some = it.networks.v6 && !it.networks.v6->empty();
    return has_some ? it.networks.v6->front().ip_address : std::string();
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_ipv6::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    if (const std::string there = detail::ipv6_of(it); !there.empty())
        co_return reply::neutral(it.name + " has an IPv6 address already: " + there);
    // DigitalOcean refuses it else. Source: digitalocean/openapi#1217.
    if (it.status == "active") {
        reply answer = reply::bad(it.name + " runs: nothing was changed");
        co_return answer.add(text_part{"It must be off for that: `do droplet shutdown " + it.name +
                                       "`, then ask again, then `do droplet power " + it.name +
                                       " on`."});
    }
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    const digitalocean::action_order enable("enable_ipv6");
    const digitalocean::action ended = co_await carry_out(ctx, on, enable);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    const auto now = co_await ctx.observe("address", [&](digitalocean::client& ocean) {
        return ocean.show<digitalocean::droplet>(id_of(it));
    });
    const std::string address = detail::ipv6_of(now);
    reply answer =
        reply::good(it.name + " has an IPv6 address" + (address.empty() ? "" : ": " + address));
    co_return answer.add(
        text_part{"Its system has to be told of it once, by hand. It is off still: "
                  "`do droplet power " +
                  it.name + " on`."});
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_password::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    reply question;
    question.title = "Set a new root password for " + it.name + '?';
    question.add(text_part{"It starts anew, and the password that it has opens it no more. "
                           "DigitalOcean mails the new one to the account's owner."});
    question.add(fields_part{{{"Id", id_of(it)}, {"State", it.status}}});
    co_await ctx.confirm(std::move(question), "Set a new password");
    co_await ctx.progress(it.name + " gets a new root password");
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    const digitalocean::action_order reset("password_reset");
    const digitalocean::action ended = co_await carry_out(ctx, on, reset);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    reply answer = reply::good(it.name + " has a new root password");
    co_return answer.add(
        text_part{"It is in the mail of the account's owner, and must be changed at the first "
                  "login. `do account` says who that is."});
}

} // namespace chatops::operations
