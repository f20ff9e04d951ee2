#pragma once

#include "chatops/operations/digitalocean/carry_out.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/droplet_power.hpp"
#include "chatops/operations/digitalocean/shown.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// How long a droplet may still show `active` after it was switched off; seen to be some seconds.
/// Source: digitalocean/droplet_kit#50.
inline constexpr duration off_settling{30'000};

CHATOPS_INLINE asio::awaitable<std::string> status_of(digitalocean::client& ocean,
                                                      std::int64_t droplet) {
    auto now = co_await ocean.show<digitalocean::droplet>(std::to_string(droplet));
    co_return std::move(now.status);
}

CHATOPS_INLINE asio::awaitable<bool> is_off(digitalocean::client& ocean, std::int64_t droplet) {
    const std::string status = co_await status_of(ocean, droplet);
    co_return status == "off";
}

/// Whether it is off within the time that takes to show; `step` names the wait.
CHATOPS_INLINE asio::awaitable<bool> comes_to_be_off(context& ctx, std::string_view step,
                                                     std::int64_t droplet) {
    bool late = false;
    try {
        co_await ctx.until(
            step, [&](digitalocean::client& ocean) { return is_off(ocean, droplet); },
            off_settling);
    } catch (const gave_up&) {
        late = true;
    }
    co_return !late;
}

struct power_words {
    const char* type;
    const char* done;
};

CHATOPS_INLINE power_words words_of(power state) {
    switch (state) {
    case power::on: return {"power_on", " is on"};
    case power::off: return {"power_off", " is off; it is paid for all the same"};
    case power::cycle: break;
    }
    return {"power_cycle", " was switched off and on again"};
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_reboot::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    co_await ctx.progress("Rebooting " + it.name);
    const digitalocean::action_order reboot("reboot");
    const digitalocean::action ended = co_await carry_out(ctx, on, reboot);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    co_return reply::good(it.name + " was rebooted");
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_power::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    const bool already = (*state == power::on && it.status == "active") ||
                         (*state == power::off && it.status == "off");
    if (already)
        co_return reply::neutral(it.name + (*state == power::on ? " is on" : " is off") +
                                 " already: nothing was changed");
    const detail::power_words words = detail::words_of(*state);
    co_await ctx.progress("Switching " + it.name);
    const digitalocean::action_order order(words.type);
    const digitalocean::action ended = co_await carry_out(ctx, on, order);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    if (*state == power::off) {
        const bool off = co_await detail::comes_to_be_off(ctx, "off", it.id);
        if (!off)
            co_return reply::warning(it.name + " was switched off, and still shows as active");
    }
    co_return reply::good(it.name + words.done);
}

CHATOPS_INLINE asio::awaitable<reply> digitalocean_droplet_shutdown::run(context& ctx) const {
    auto choice = co_await ctx.observe("droplet", [&](digitalocean::client& ocean) {
        return look_for<digitalocean::droplet>(ocean, droplet->text);
    });
    const auto unclear = co_await ask_which(ctx, droplet->text, choice);
    if (unclear) co_return *unclear;
    const digitalocean::droplet& it = choice.one();
    const std::string on = digitalocean::path_to<digitalocean::droplet>(it.id);
    if (it.status == "off")
        co_return reply::neutral(it.name + " is off already: nothing was changed");
    co_await ctx.progress("Shutting down " + it.name);
    const digitalocean::action_order shutdown("shutdown");
    const digitalocean::action ended = co_await carry_out(ctx, on, shutdown);
    if (!has_succeeded(ended)) co_return action_failed(it.name, ended);
    const bool off = co_await detail::comes_to_be_off(ctx, "off", it.id);
    if (off) co_return reply::good(it.name + " is off; it is paid for all the same");
    reply answer = reply::warning(it.name + " was asked to shut down, and still runs");
    answer.add(text_part{"Its system does not listen. `do droplet power " + it.name +
                         " off` switches it off at once."});
    co_return answer;
}

} // namespace chatops::operations
