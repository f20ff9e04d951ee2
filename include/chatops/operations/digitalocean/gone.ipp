#pragma once

#include "chatops/operations/digitalocean/gone.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE reply loss_question(const doomed& it, const facts& lost) {
    reply shown;
    shown.title = it.sort.end + (" the " + std::string(it.sort.one)) + ' ' + it.name + " for good?";
    fields_part fields;
    for (const fact& each : lost) fields.fields.emplace_back(each.name, each.value);
    return shown.add(std::move(fields));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<void> destroy_for_good(context& ctx, const std::string& path) {
    const auto act = [&](digitalocean::client& ocean) { return ocean.destroy(path); };
    const auto find = [&](digitalocean::client& ocean, time_point) { return ocean.is_gone(path); };
    co_await ctx.once("destroy", act, find);
    co_await ctx.until("gone", [&](digitalocean::client& ocean) { return ocean.is_gone(path); });
}

CHATOPS_INLINE asio::awaitable<reply>
destroy_confirmed(context& ctx, doomed it,
                  std::function<asio::awaitable<facts>(digitalocean::client&)> losses) {
    const std::string called = "The " + std::string(it.sort.one) + ' ' + it.name;
    const facts lost =
        co_await ctx.observe("loss", [&](digitalocean::client& ocean) { return losses(ocean); });
    if (lost.empty()) co_return reply::neutral(called + " is gone already");
    reply question = detail::loss_question(it, lost);
    co_await ctx.confirm(std::move(question), std::string(it.sort.end) + " this " + it.sort.one);
    // Whoever said yes said it to what was shown.
    const facts still = co_await ctx.observe(
        "still so", [&](digitalocean::client& ocean) { return losses(ocean); });
    if (still.empty()) co_return reply::neutral(called + " is gone already");
    if (still != lost)
        co_return reply::warning(called + " is not any more what you were shown: nothing was "
                                          "changed. Ask again to see what it is now");
    co_await ctx.progress(called + " is being " + it.sort.ended);
    co_await destroy_for_good(ctx, it.path);
    co_return reply::good(called + " is " + it.sort.ended);
}

} // namespace chatops::operations
