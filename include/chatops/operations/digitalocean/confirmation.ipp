#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/operations/digitalocean/confirmation.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<std::optional<reply>> not_confirmed(context& ctx, reply shown,
                                                                   std::string yes) {
    const time_point asked = co_await ctx.observe(
        "asked at", [&](digitalocean::client& ocean) { return ocean.provider_time(); });
    shown.how = tone::waiting;
    shown.buttons = {{{}, "yes", std::move(yes), button::style::danger},
                     {{}, "no", "Leave it as it is", button::style::plain}};
    const std::string choice = co_await ctx.ask("sure", std::move(shown));
    std::optional<reply> refusal;
    if (choice != "yes") {
        refusal = reply::neutral("Cancelled: nothing was changed");
        co_return refusal;
    }
    const time_point answered = co_await ctx.observe(
        "answered at", [&](digitalocean::client& ocean) { return ocean.provider_time(); });
    if (answered - asked > limits::confirmation_minutes)
        refusal = reply::neutral("Not confirmed in time: nothing was changed");
    co_return refusal;
}

} // namespace chatops::operations
