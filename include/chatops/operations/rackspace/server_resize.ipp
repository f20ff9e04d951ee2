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

/// The two flavors of a resize, as far as they are there.
struct flavors_of_resize {
    std::optional<rackspace::flavor> now;
    std::optional<rackspace::flavor> then;
    std::vector<std::string> near;

    BOOST_DESCRIBE_CLASS(flavors_of_resize, (), (now, then, near), (), ())
};

CHATOPS_INLINE asio::awaitable<flavors_of_resize>
look_for_flavors(rackspace::client& cloud, const std::string& now, const std::string& then) {
    flavors_of_resize seen;
    std::vector<std::string> ids;
    const auto all = co_await cloud.list<rackspace::flavor>();
    for (const rackspace::flavor& each : all) {
        if (each.id == now) seen.now = each;
        if (each.id == then) seen.then = each;
        ids.push_back(each.id);
    }
    if (!seen.then) keep_nearest(seen.near, then, std::move(ids));
    co_return seen;
}

/// Why it cannot become that; to find out after it was down would be an outage.
CHATOPS_INLINE std::optional<reply> cannot_become(const rackspace::server& it,
                                                  const std::string& flavor,
                                                  const flavors_of_resize& seen) {
    std::string why;
    if (!seen.then)
        why = "there is no flavor `" + flavor + "`";
    else if (seen.now && (seen.then->disk < seen.now->disk || seen.then->ram < seen.now->ram))
        why = "Rackspace makes servers larger only, and " + flavor_text(*seen.then) +
              " is smaller than " + flavor_text(*seen.now);
    if (why.empty()) return std::nullopt;
    reply answer = reply::bad(it.name + " stays as it is: " + why);
    return answer.add(
        text_part{did_you_mean_one_of(seen.near) + "`rackspace flavors` lists those there are."});
}

CHATOPS_INLINE reply server_resize_question(const rackspace::server& it,
                                            const flavors_of_resize& flavors) {
    reply shown;
    shown.title = "Resize " + it.name + " to " + flavors.then->id + '?';
    fields_part facts;
    facts.fields.emplace_back("Now", flavors.now ? flavor_text(*flavors.now) : it.flavor.id);
    facts.fields.emplace_back("Then", flavor_text(*flavors.then));
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
    if (it.flavor.id == flavor->text)
        co_return reply::neutral(it.name + " has that flavor already: nothing was changed");
    if (const auto no = not_in_its_state(it)) co_return *no;
    const auto flavors = co_await ctx.observe("flavors", [&](rackspace::client& cloud) {
        return detail::look_for_flavors(cloud, it.flavor.id, flavor->text);
    });
    if (const auto why_not = detail::cannot_become(it, flavor->text, flavors)) co_return *why_not;
    reply shown = detail::server_resize_question(it, flavors);
    co_await ctx.confirm(std::move(shown), "Resize " + it.name);
    co_await ctx.progress("Resizing " + it.name);
    const rackspace::server_action resize = rackspace::resize_action(flavor->text);
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
