#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/sentry/release_end.hpp"
#include "chatops/operations/sentry/releases.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE reply release_loss(const sentry::release& it) {
    reply shown;
    shown.title = "Destroy the release " + it.version + " for good?";
    return shown.add(fields_part{
        {{"Lost", "the release, its deploys, and which commits it was made of"},
         {"Kept", "issues: one that an issue began or was resolved with, Sentry does not destroy"},
         {"Of", joined_words(projects_of(it))},
         {"Created (UTC)", minute_of(it.date_created)}}});
}

CHATOPS_INLINE asio::awaitable<bool> release_is_gone(sentry::client& sentry,
                                                     const sentry::release_version& which) {
    const auto found = co_await sentry.find_release(which);
    co_return !found;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_release_finalize::run(context& ctx) const {
    const auto found = co_await ctx.observe(
        "release", [&](sentry::client& sentry) { return sentry.find_release(*release); });
    if (!found) co_return detail::no_such_release(release->text);
    if (found->date_released)
        co_return reply::neutral(found->version + " is out since " +
                                 minute_of(*found->date_released) + " (UTC): nothing was changed");
    const time_point now = co_await ctx.observe(
        "time", [&](sentry::client& sentry) { return sentry.provider_time(); });
    const sentry::release out = co_await ctx.set(
        "finalize", [&](sentry::client& sentry) { return sentry.finalize_release(*release, now); });
    reply answer = reply::good("The release " + out.version + " is out");
    if (out.date_released)
        answer.add(fields_part{{{"Since (UTC)", minute_of(*out.date_released)}}});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_release_destroy::run(context& ctx) const {
    const auto found = co_await ctx.observe(
        "release", [&](sentry::client& sentry) { return sentry.find_release(*release); });
    if (!found) co_return detail::no_such_release(release->text);
    reply loss = detail::release_loss(*found);
    co_await ctx.confirm(std::move(loss), "Destroy this release");
    const auto act = [&](sentry::client& sentry) { return sentry.destroy_release(*release); };
    const auto find = [&](sentry::client& sentry, time_point) {
        return detail::release_is_gone(sentry, *release);
    };
    co_await ctx.once("destroy", act, find);
    co_return reply::good("The release " + found->version + " is destroyed");
}

} // namespace chatops::operations
