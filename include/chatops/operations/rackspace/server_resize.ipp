#pragma once

#include "chatops/operations/rackspace/carry_out.hpp"
#include "chatops/operations/rackspace/choice.hpp"
#include "chatops/operations/rackspace/server_resize.hpp"
#include "chatops/operations/rackspace/server_trouble.hpp"
#include "chatops/operations/rackspace/shown.hpp"
#include "chatops/run/context.hpp"

namespace chatops::operations {

namespace detail {

/// A disk of a terabyte takes that long.
inline constexpr duration server_resize_takes = std::chrono::hours(2);

/// Why it cannot become that; to find out after it was down would be an outage. `now` is nothing
/// where Rackspace has that flavor no more.
CHATOPS_INLINE std::optional<reply> cannot_become(const rackspace::server& it,
                                                  const std::optional<rackspace::flavor>& now,
                                                  const rackspace::flavor& then) {
    if (!now || (then.disk >= now->disk && then.ram >= now->ram)) return std::nullopt;
    reply answer =
        reply::bad(it.name + " stays as it is: Rackspace makes servers larger only, and " +
                   flavor_text(then) + " is smaller than " + flavor_text(*now));
    return answer.add(text_part{"`rackspace flavors` lists those there are."});
}

CHATOPS_INLINE reply server_resize_question(const rackspace::server& it,
                                            const std::optional<rackspace::flavor>& now,
                                            const rackspace::flavor& then) {
    reply shown;
    shown.title = "Resize " + it.name + " to " + then.id + '?';
    fields_part facts;
    facts.fields.emplace_back("Now", now ? flavor_text(*now) : it.flavor.id);
    facts.fields.emplace_back("Then", flavor_text(then));
    facts.fields.emplace_back("Meanwhile", it.status == "ACTIVE" ? "it is down, for some minutes"
                                                                 : "it stays off");
    facts.fields.emplace_back("Afterwards", "it is on trial: you say whether it stays so");
    return shown.add(std::move(facts));
}

CHATOPS_INLINE reply trial_question(const rackspace::server& it, const std::string& old_flavor) {
    reply shown;
    shown.how = tone::waiting;
    shown.title = it.name + " has " + it.flavor.id + " on trial: does it stay so?";
    shown.add(
        text_part{"Look whether all is well there. Kept, it cannot go back; given back, it is "
                  "down once more. Without an answer Rackspace keeps it after 24 hours."});
    shown.buttons = {{{}, "keep", "Keep " + it.flavor.id, button::style::primary},
                     {{}, "back", "Back to " + old_flavor, button::style::plain}};
    return shown;
}

/// Ends the trial of a server, one way or the other.
CHATOPS_INLINE asio::awaitable<reply> end_trial(context& ctx, const rackspace::server& it,
                                                bool keeps) {
    const rackspace::server_action ending =
        rackspace::plain_action(keeps ? "confirmResize" : "revertResize");
    std::string doing = it.name + " keeps " + it.flavor.id;
    if (!keeps) doing = it.name + " gets back what it had";
    co_await ctx.progress(std::move(doing));
    const rackspace::server after = co_await carry_out(ctx, it.id, ending, server_resize_takes);
    if (after.status != "ACTIVE" && after.status != "SHUTOFF")
        co_return server_failed(after, keeps ? "to keep the flavor" : "to give the flavor back");
    const std::string state = after.status == "ACTIVE" ? ", and is on" : "; it is off, as before";
    co_return reply::good(it.name + (keeps ? " keeps " : " has ") + after.flavor.id +
                          (keeps ? "" : " again") + state);
}

CHATOPS_INLINE reply is_on_no_trial(const rackspace::server& it) {
    return reply::neutral(it.name + " is not on trial: it is " + state_text(it) + ", with " +
                          it.flavor.id + ". Nothing was changed");
}

/// The whole of `confirm` and `revert`.
CHATOPS_INLINE asio::awaitable<reply> end_trial_of(context& ctx, const rackspace::server_ref& which,
                                                   bool keeps) {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, which); });
    const auto unclear = co_await ask_which(ctx, which.text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    if (it.status != "VERIFY_RESIZE") co_return is_on_no_trial(it);
    reply answer = co_await end_trial(ctx, it, keeps);
    co_return answer;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_resize::run(context& ctx) const {
    auto choice = co_await ctx.observe(
        "server", [&](rackspace::client& cloud) { return look_for_server(cloud, *server); });
    const auto unclear = co_await ask_which(ctx, server->text, choice);
    if (unclear) co_return *unclear;
    const rackspace::server& it = choice.one();
    auto flavors = co_await ctx.observe(
        "flavor", [&](rackspace::client& cloud) { return look_for_flavor(cloud, *flavor); });
    const auto no_flavor = co_await ask_which(ctx, flavor->text, flavors);
    if (no_flavor) co_return *no_flavor;
    const rackspace::flavor& then = flavors.one();
    if (it.flavor.id == then.id)
        co_return reply::neutral(it.name + " has that flavor already: nothing was changed");
    if (const auto no = not_in_its_state(it)) co_return *no;
    const auto before = co_await ctx.observe("flavor before", [&](rackspace::client& cloud) {
        return cloud.find<rackspace::flavor>(it.flavor.id);
    });
    if (const auto why_not = detail::cannot_become(it, before, then)) co_return *why_not;
    reply shown = detail::server_resize_question(it, before, then);
    co_await ctx.confirm(std::move(shown), "Resize " + it.name);
    co_await ctx.progress("Resizing " + it.name);
    const rackspace::server_action resize = rackspace::resize_action(then.id);
    const rackspace::server resized =
        co_await carry_out(ctx, it.id, resize, detail::server_resize_takes);
    if (resized.status != "VERIFY_RESIZE") co_return server_failed(resized, "the resize");
    reply trial = detail::trial_question(resized, it.flavor.id);
    const std::string verdict = co_await ctx.ask("trial", std::move(trial));
    // Whoever answers may take their time.
    const auto now = co_await ctx.observe("after the trial", [&](rackspace::client& cloud) {
        return cloud.show<rackspace::server>(it.id);
    });
    if (now.status != "VERIFY_RESIZE") co_return detail::is_on_no_trial(now);
    reply answer = co_await detail::end_trial(ctx, now, verdict == "keep");
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_confirm::run(context& ctx) const {
    return detail::end_trial_of(ctx, *server, true);
}

CHATOPS_INLINE asio::awaitable<reply> rackspace_server_revert::run(context& ctx) const {
    return detail::end_trial_of(ctx, *server, false);
}

} // namespace chatops::operations
