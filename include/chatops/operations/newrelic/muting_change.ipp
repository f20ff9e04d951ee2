#pragma once

#include "chatops/operations/changes.hpp"
#include "chatops/operations/newrelic/muting.hpp"
#include "chatops/operations/newrelic/muting_change.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

namespace chatops::operations {

namespace detail {

/// Since when it holds, if it does so by now: nobody is to be told in between.
CHATOPS_INLINE time_point muting_start(const newrelic::muting_rule& it, time_point now) {
    if (!it.schedule) return now;
    const auto began = muting_moment(*it.schedule, it.schedule->start_time);
    return began && *began < now ? *began : now;
}

CHATOPS_INLINE bool says_so(const newrelic::muting_rule& it, const newrelic::muting_change& to) {
    return !to.ends && (!to.name || it.name == *to.name) &&
           (!to.description || it.description.value_or("") == *to.description);
}

CHATOPS_INLINE change_part muting_changes(const newrelic::muting_rule& before,
                                          const newrelic::muting_rule& after) {
    change_part change;
    add_change(change, "name", before.name, after.name);
    add_change(change, "until (UTC)", muting_end_text(before), muting_end_text(after));
    add_change(change, "reason", before.description.value_or("none"),
               after.description.value_or("none"));
    return change;
}

CHATOPS_INLINE asio::awaitable<reply> switch_muting(context& ctx, std::string which, bool on) {
    const auto chosen = co_await choose_muting(ctx, std::move(which));
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::muting_rule& it = *chosen.it;
    const std::string called = "The muting rule " + it.name + " is switched " + (on ? "on" : "off");
    if (it.enabled.value_or(true) == on)
        co_return reply::neutral(called + " already: nothing was changed");
    newrelic::muting_change to;
    to.enabled = on;
    const auto after = co_await ctx.set(
        "switch", [&](newrelic::client& relic) { return relic.change_muting(it.id, to); });
    if (!on) co_return reply::good(called + ": people are told again of what it mutes");
    const auto ends =
        after.schedule ? muting_moment(*after.schedule, after.schedule->end_time) : std::nullopt;
    if (ends && !after.schedule->repeat && *ends <= ctx.now()) {
        reply answer = reply::warning(called + ", but its time is over: it mutes nothing");
        co_return answer.add(text_part{"`newrelic muting change " + it.id +
                                       " --for 2h` lets it hold for two hours from now on."});
    }
    reply answer = reply::good(called + ": nobody is told of what it mutes");
    co_return answer.add(fields_part{{{"Until (UTC)", muting_end_text(after)}}});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> newrelic_muting_change::run(context& ctx) const {
    if (!*length && !*name && !*reason) {
        reply answer = reply::bad("Nothing was changed: say what is to be different");
        co_return answer.add(text_part{"Give `--for`, `--name` or `--reason`."});
    }
    const auto chosen = co_await choose_muting(ctx, rule->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::muting_rule& it = *chosen.it;
    if (*length && it.schedule && it.schedule->repeat) {
        reply answer =
            reply::bad("Nothing was changed: the muting rule " + it.name +
                       " comes again and again (" + word_text(*it.schedule->repeat) + ')');
        co_return answer.add(text_part{"Its times can be changed at New Relic only. `newrelic "
                                       "muting disable` switches it off."});
    }
    newrelic::muting_change to;
    if (*name) to.name = (*name)->text;
    if (*reason) to.description = (*reason)->text;
    if (*length) {
        const time_point now = ctx.now();
        to.begins = detail::muting_start(it, now);
        to.ends = now + (*length)->length;
    }
    if (detail::says_so(it, to))
        co_return reply::neutral("The muting rule " + it.name +
                                 " is like that already: nothing was changed");
    const auto after = co_await ctx.set(
        "change", [&](newrelic::client& relic) { return relic.change_muting(it.id, to); });
    const std::string called = "The muting rule " + it.name;
    reply answer = reply::good(called + " is changed");
    if (to.ends) answer.title = called + " holds until " + minute_of(*to.ends) + " (UTC)";
    const bool is_off = !after.enabled.value_or(true);
    if (is_off)
        answer = reply::warning(called + " is changed, but it is switched off: it mutes nothing");
    change_part change = detail::muting_changes(it, after);
    if (!change.lines.empty()) answer.add(std::move(change));
    if (is_off) answer.add(text_part{"`newrelic muting enable " + it.id + "` switches it on."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_muting_enable::run(context& ctx) const {
    return detail::switch_muting(ctx, rule->text, true);
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_muting_disable::run(context& ctx) const {
    return detail::switch_muting(ctx, rule->text, false);
}

} // namespace chatops::operations
