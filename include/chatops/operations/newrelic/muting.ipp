#pragma once

#include "chatops/core/time.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/newrelic/muting.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// `2024-02-29 14:00`, in UTC where the time says its zone or the rule's is UTC.
CHATOPS_INLINE std::string schedule_time(const std::string& text,
                                         const newrelic::muting_schedule& of) {
    if (const auto when = read_time(text)) return minute_of(*when);
    std::string shown_time = text.substr(0, 16);
    if (shown_time.size() > 10) shown_time[10] = ' ';
    if (of.time_zone && *of.time_zone != "UTC") shown_time += ' ' + *of.time_zone;
    return shown_time;
}

CHATOPS_INLINE std::string end_text(const newrelic::muting_rule& it) {
    if (it.enabled && !*it.enabled) return "switched off";
    if (!it.schedule || !it.schedule->end_time) return "without end";
    std::string text = schedule_time(*it.schedule->end_time, *it.schedule);
    if (it.schedule->repeat) text += ", " + word_text(*it.schedule->repeat);
    return text;
}

/// `entity.guid equals MTIz…`, as New Relic has it.
CHATOPS_INLINE std::string muted_text(const newrelic::muting_rule& it) {
    if (!it.condition) return "–";
    std::string text;
    const std::string joint = ' ' + word_text(it.condition->operator_) + ' ';
    for (const newrelic::muting_part& each : it.condition->conditions)
        text += (text.empty() ? "" : joint) + each.attribute + ' ' + word_text(each.operator_) +
                (each.values.empty() ? "" : ' ' + joined_words(each.values));
    return text.empty() ? "–" : text;
}

/// The one of that name that was not there before.
CHATOPS_INLINE asio::awaitable<std::optional<newrelic::muting_rule>>
muting_made(newrelic::client& relic, const std::string& name,
            const std::vector<std::string>& before) {
    auto all = co_await relic.muting_rules();
    std::optional<newrelic::muting_rule> found;
    for (newrelic::muting_rule& each : all.items)
        if (each.name == name && std::find(before.begin(), before.end(), each.id) == before.end())
            found.emplace(std::move(each));
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<std::string>> ids_of_muting(newrelic::client& relic,
                                                                       const std::string& name) {
    const auto all = co_await relic.muting_rules();
    std::vector<std::string> ids;
    for (const newrelic::muting_rule& each : all.items)
        if (each.name == name) ids.push_back(each.id);
    co_return ids;
}

CHATOPS_INLINE asio::awaitable<bool> is_muting_gone(newrelic::client& relic,
                                                    const std::string& id) {
    const auto all = co_await relic.muting_rules();
    co_return std::none_of(all.items.begin(), all.items.end(),
                           [&](const auto& each) { return each.id == id; });
}

/// Empty where it is gone.
CHATOPS_INLINE asio::awaitable<std::vector<newrelic::muting_rule>>
muting_with_id(newrelic::client& relic, const std::string& id) {
    auto all = co_await relic.muting_rules();
    std::erase_if(all.items, [&](const auto& each) { return each.id != id; });
    co_return std::move(all.items);
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> newrelic_muting::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "rules", [&](newrelic::client& relic) { return relic.muting_rules(); });
    table_part table;
    table.headings = {"Rule", "Until (UTC)", "What"};
    for (const newrelic::muting_rule& each : all.items)
        table.rows.push_back({each.name, detail::end_text(each), detail::muted_text(each)});
    reply answer = reply::neutral(counted(all.items.size(), "muting rule"));
    if (!table.rows.empty()) answer.add(std::move(table));
    add_missing(answer, all.missing);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_muting_create::run(context& ctx) const {
    if (!*app && !*policy) {
        reply answer = reply::bad("Say what is to be muted: nothing was changed");
        co_return answer.add(
            text_part{"`--app` names an application, `--policy` an alert policy."});
    }
    newrelic::muting_order order;
    std::string what;
    if (*app) {
        const auto chosen = co_await choose_app(ctx, (*app)->text);
        if (!chosen.it) co_return chosen.unclear;
        order.conditions.push_back({"entity.guid", "EQUALS", {chosen.it->guid}});
        what = chosen.it->name;
    }
    if (*policy) {
        const auto chosen = co_await choose_policy(ctx, (*policy)->text);
        if (!chosen.it) co_return chosen.unclear;
        order.conditions.push_back({"policyId", "EQUALS", {chosen.it->id}});
        what = *app ? what + " by the policy " + chosen.it->name : "the policy " + chosen.it->name;
    }
    order.begins = ctx.now();
    order.ends = order.begins + length->length;
    order.name = *name ? (*name)->text
                       : what + " until " + minute_of(order.ends) + ", by " + ctx.asker().name;
    if (*reason) order.description = (*reason)->text;
    const auto before = co_await ctx.observe("before", [&](newrelic::client& relic) {
        return detail::ids_of_muting(relic, order.name);
    });
    const auto act = [&](newrelic::client& relic) { return relic.mute(order); };
    const auto find = [&](newrelic::client& relic, time_point) {
        return detail::muting_made(relic, order.name, before);
    };
    const newrelic::muting_rule made = co_await ctx.once("create", act, find);
    reply answer = reply::good("Nobody is told of incidents of " + what + " until " +
                               minute_of(order.ends) + " (UTC)");
    answer.add(fields_part{{{"Rule", made.name}, {"Id", made.id}}});
    co_return answer.add(text_part{"Issues still open and are listed; only the messages stay out. "
                                   "`newrelic muting remove " +
                                   made.id + "` ends it before."});
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_muting_remove::run(context& ctx) const {
    auto seen = co_await ctx.observe(
        "rule", [&](newrelic::client& relic) { return look_for_muting(relic, rule->text); });
    const auto chosen =
        co_await choose_one<newrelic::muting_rule>(ctx, rule->text, std::move(seen));
    if (!chosen.it) co_return chosen.unclear;
    const newrelic::muting_rule& it = *chosen.it;
    const std::string called = "The muting rule " + it.name;
    reply question;
    question.title = "Remove the muting rule " + it.name + "?";
    question.add(fields_part{{{"Lost", "the rule: people are told again of what it mutes"},
                              {"Mutes", detail::muted_text(it)},
                              {"Until (UTC)", detail::end_text(it)}}});
    co_await ctx.confirm(std::move(question), "Remove this rule");
    const auto still = co_await ctx.observe(
        "still so", [&](newrelic::client& relic) { return detail::muting_with_id(relic, it.id); });
    if (still.empty()) co_return reply::neutral(called + " is gone already");
    if (still.front() != it)
        co_return reply::warning(called + " is not any more what you were shown: nothing was "
                                          "changed. Ask again to see what it is now");
    const auto act = [&](newrelic::client& relic) { return relic.unmute(it.id); };
    const auto find = [&](newrelic::client& relic, time_point) {
        return detail::is_muting_gone(relic, it.id);
    };
    co_await ctx.once("remove", act, find);
    co_return reply::good(called + " is removed");
}

} // namespace chatops::operations
