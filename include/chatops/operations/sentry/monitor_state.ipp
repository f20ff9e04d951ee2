#pragma once

#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/monitor_state.hpp"
#include "chatops/operations/sentry/monitors.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<reply> set_watched(context& ctx, const sentry::monitor_name& which,
                                                  bool is_active) {
    const chosen_monitor chosen = co_await look_for_monitor(ctx, which);
    if (chosen.unclear) co_return *chosen.unclear;
    const std::string& name = chosen.found->slug;
    const bool was_active = chosen.found->status != "disabled";
    if (was_active == is_active)
        co_return reply::neutral(name + (is_active ? " is on" : " is off") +
                                 " already: nothing was changed");
    co_await ctx.set(
        "status", [&](sentry::client& sentry) { return sentry.switch_monitor(which, is_active); });
    if (is_active) co_return reply::good(name + " is on again: Sentry waits for its next run");
    reply answer = reply::good(name + " is off: Sentry does not wait for it");
    co_return answer.add(text_part{"What it sends meanwhile is thrown away, and nobody is told "
                                   "when it fails. `sentry monitor enable " +
                                   name + "` takes this back."});
}

CHATOPS_INLINE reply monitor_loss(const sentry::monitor& it) {
    reply shown;
    shown.title = "Destroy the monitor " + it.slug + " for good?";
    fields_part facts;
    facts.fields = {{"Lost", "its check-ins, and that anybody is told when the job fails"},
                    {"Kept", "the job itself: it goes on running"},
                    {"Then", "a job that tells Sentry its schedule makes it anew"},
                    {"Project", it.project.slug}};
    std::string schedule = schedule_text(it);
    if (!schedule.empty()) facts.fields.emplace_back("Runs", std::move(schedule));
    return shown.add(std::move(facts));
}

CHATOPS_INLINE asio::awaitable<bool> is_monitor_gone(sentry::client& sentry,
                                                     const sentry::monitor_name& which) {
    const auto found = co_await sentry.find_monitor(which);
    co_return !found;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_monitor_enable::run(context& ctx) const {
    return detail::set_watched(ctx, *monitor, true);
}

CHATOPS_INLINE asio::awaitable<reply> sentry_monitor_disable::run(context& ctx) const {
    return detail::set_watched(ctx, *monitor, false);
}

CHATOPS_INLINE asio::awaitable<reply> sentry_monitor_destroy::run(context& ctx) const {
    const chosen_monitor chosen = co_await look_for_monitor(ctx, *monitor);
    if (chosen.unclear) co_return *chosen.unclear;
    reply loss = detail::monitor_loss(*chosen.found);
    co_await ctx.confirm(std::move(loss), "Destroy this monitor");
    const auto act = [&](sentry::client& sentry) { return sentry.destroy_monitor(*monitor); };
    const auto find = [&](sentry::client& sentry, time_point) {
        return detail::is_monitor_gone(sentry, *monitor);
    };
    co_await ctx.once("destroy", act, find);
    co_return reply::good("The monitor " + chosen.found->slug + " is destroyed");
}

} // namespace chatops::operations
