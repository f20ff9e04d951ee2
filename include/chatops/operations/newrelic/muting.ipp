#pragma once

#include "chatops/core/time.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/newrelic/muting.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>
#include <map>

namespace chatops::operations {

namespace detail {

/// `2024-02-29 14:00` in UTC, or with the zone whose clock it is of.
CHATOPS_INLINE std::string schedule_time(const std::string& text,
                                         const newrelic::muting_schedule& of) {
    if (const auto when = muting_moment(of, text)) return minute_of(*when);
    std::string shown_time = text.substr(0, 16);
    if (shown_time.size() > 10) shown_time[10] = ' ';
    if (of.time_zone) shown_time += ' ' + *of.time_zone;
    return shown_time;
}

using names_by_id = std::map<std::string, std::string>;

/// `the application acme` of a guid, `the policy acme production` of an id.
CHATOPS_INLINE std::string value_text(const newrelic::muting_part& of, const std::string& value,
                                      const names_by_id& names) {
    const auto named = names.find(value);
    if (named == names.end()) return value;
    return (of.attribute == "policyId" ? "the policy " : "the application ") + named->second;
}

/// `the application acme`; what nobody has a name for, as New Relic has it: `targetName ends with
/// -staging`.
CHATOPS_INLINE std::string part_text(const newrelic::muting_part& it, const names_by_id& names) {
    std::vector<std::string> values;
    for (const std::string& each : it.values) values.push_back(value_text(it, each, names));
    const bool is_plain = it.operator_ == "EQUALS" && values.size() == 1;
    if (is_plain && values != it.values) return values.front();
    return it.attribute + ' ' + word_text(it.operator_) +
           (values.empty() ? "" : ' ' + joined_words(values));
}

CHATOPS_INLINE std::string muted_text(const newrelic::muting_rule& it, const names_by_id& names) {
    if (!it.condition) return "–";
    std::string text;
    const std::string joint = ' ' + word_text(it.condition->operator_) + ' ';
    for (const newrelic::muting_part& each : it.condition->conditions)
        text += (text.empty() ? "" : joint) + part_text(each, names);
    return text.empty() ? "–" : text;
}

CHATOPS_INLINE bool speaks_of(const std::vector<newrelic::muting_rule>& rules,
                              std::string_view attribute) {
    return std::any_of(rules.begin(), rules.end(), [&](const newrelic::muting_rule& each) {
        return each.condition &&
               std::any_of(each.condition->conditions.begin(), each.condition->conditions.end(),
                           [&](const auto& of) { return of.attribute == attribute; });
    });
}

/// What each rule mutes, in the words in which people know it.
CHATOPS_INLINE asio::awaitable<std::vector<std::string>>
muted_texts(newrelic::client& relic, const std::vector<newrelic::muting_rule>& rules) {
    names_by_id names;
    newrelic::page_look<newrelic::app> take_apps = [&](std::vector<newrelic::app> page) {
        for (newrelic::app& each : page) names[each.guid] = std::move(each.name);
        return true;
    };
    newrelic::page_look<newrelic::policy> take_policies = [&](std::vector<newrelic::policy> page) {
        for (newrelic::policy& each : page) names[each.id] = std::move(each.name);
        return true;
    };
    if (speaks_of(rules, "entity.guid")) co_await relic.each_page_of_apps({}, std::move(take_apps));
    if (speaks_of(rules, "policyId"))
        co_await relic.each_page_of_policies(std::move(take_policies));
    std::vector<std::string> texts;
    for (const newrelic::muting_rule& each : rules) texts.push_back(muted_text(each, names));
    co_return texts;
}

struct muted_rules {
    newrelic::listing<newrelic::muting_rule> all;
    /// Of each, what it mutes.
    std::vector<std::string> what;
};
BOOST_DESCRIBE_STRUCT(muted_rules, (), (all, what))

CHATOPS_INLINE asio::awaitable<muted_rules> rules_with_texts(newrelic::client& relic) {
    muted_rules seen;
    seen.all = co_await relic.muting_rules();
    seen.what = co_await muted_texts(relic, seen.all.items);
    co_return seen;
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

CHATOPS_INLINE std::optional<time_point> muting_moment(const newrelic::muting_schedule& of,
                                                       const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    auto read = read_time(*text);
    if (!read && of.time_zone == "UTC") read = read_time(*text + 'Z');
    return read ? std::optional(*read) : std::nullopt;
}

CHATOPS_INLINE std::string muting_end_text(const newrelic::muting_rule& it) {
    if (it.enabled && !*it.enabled) return "switched off";
    if (!it.schedule || !it.schedule->end_time) return "without end";
    std::string text = detail::schedule_time(*it.schedule->end_time, *it.schedule);
    if (it.schedule->repeat) text += ", " + word_text(*it.schedule->repeat);
    return text;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_muting::run(context& ctx) const {
    const auto seen = co_await ctx.observe(
        "rules", [&](newrelic::client& relic) { return detail::rules_with_texts(relic); });
    table_part table;
    table.headings = {"Rule", "Until (UTC)", "What"};
    for (std::size_t i = 0; i < seen.what.size(); ++i) {
        const newrelic::muting_rule& each = seen.all.items[i];
        table.rows.push_back({each.name, muting_end_text(each), seen.what[i]});
    }
    reply answer = reply::neutral(counted(seen.what.size(), "muting rule"));
    if (!table.rows.empty()) answer.add(std::move(table));
    add_missing(answer, seen.all.missing);
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
        if (chosen.instead) co_return *chosen.instead;
        order.conditions.push_back({"entity.guid", "EQUALS", {chosen.it->guid}});
        what = chosen.it->name;
    }
    if (*policy) {
        const auto chosen = co_await choose_policy(ctx, (*policy)->text);
        if (chosen.instead) co_return *chosen.instead;
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
    const auto chosen = co_await choose_muting(ctx, rule->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::muting_rule& it = *chosen.it;
    const std::string called = "The muting rule " + it.name;
    const std::vector<newrelic::muting_rule> only{it};
    const auto what = co_await ctx.observe(
        "what", [&](newrelic::client& relic) { return detail::muted_texts(relic, only); });
    reply question;
    question.title = "Remove the muting rule " + it.name + "?";
    question.add(fields_part{{{"Lost", "the rule: people are told again of what it mutes"},
                              {"Mutes", what.front()},
                              {"Until (UTC)", muting_end_text(it)}}});
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
