#pragma once

#include "chatops/operations/changes.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/policies.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<newrelic::listing<newrelic::policy>>
all_policies(newrelic::client& relic, const std::optional<std::string>& part) {
    newrelic::listing<newrelic::policy> all;
    newrelic::page_look<newrelic::policy> take = [&](std::vector<newrelic::policy> page) {
        for (newrelic::policy& each : page)
            if (!part || each.name.find(*part) != std::string::npos)
                all.items.push_back(std::move(each));
        return true;
    };
    all.missing = co_await relic.each_page_of_policies(std::move(take));
    std::stable_sort(all.items.begin(), all.items.end(),
                     [](const auto& left, const auto& right) { return left.name < right.name; });
    co_return all;
}

/// The one of that name exactly, or nothing: before, there was none.
CHATOPS_INLINE asio::awaitable<std::optional<newrelic::policy>>
policy_called(newrelic::client& relic, const std::string& name) {
    const std::optional<std::string> part(name);
    auto all = co_await all_policies(relic, part);
    std::optional<newrelic::policy> found;
    for (newrelic::policy& each : all.items)
        if (each.name == name) found.emplace(std::move(each));
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<newrelic::policy>>
policies_with_id(newrelic::client& relic, const std::string& id) {
    auto all = co_await all_policies(relic, std::nullopt);
    std::erase_if(all.items, [&](const newrelic::policy& each) { return each.id != id; });
    co_return std::move(all.items);
}

CHATOPS_INLINE asio::awaitable<bool> is_policy_gone(newrelic::client& relic,
                                                    const std::string& id) {
    const auto left = co_await policies_with_id(relic, id);
    co_return left.empty();
}

/// As New Relic writes it.
CHATOPS_INLINE std::string preference_of(issues_per which) {
    if (which == issues_per::condition) return "PER_CONDITION";
    return which == issues_per::target ? "PER_CONDITION_AND_TARGET" : "PER_POLICY";
}

/// `one issue for each condition`
CHATOPS_INLINE std::string preference_text(const std::optional<std::string>& preference) {
    if (!preference) return "–";
    if (*preference == "PER_POLICY") return "the policy";
    if (*preference == "PER_CONDITION") return "each condition";
    if (*preference == "PER_CONDITION_AND_TARGET") return "each target";
    return word_text(*preference);
}

/// Nothing at all where it is gone.
CHATOPS_INLINE asio::awaitable<facts> policy_losses(newrelic::client& relic,
                                                    const std::string& id) {
    const auto there = co_await policies_with_id(relic, id);
    facts lost;
    if (there.empty()) co_return lost;
    const auto conditions = co_await relic.conditions_of(id);
    std::vector<std::string> names;
    for (const newrelic::condition& each : conditions)
        if (names.size() < newrelic_limits::shown_with_app) names.push_back(each.name);
    std::string all = "none";
    if (!conditions.empty())
        all = std::to_string(conditions.size()) + ": " + joined_words(names) +
              (conditions.size() > names.size() ? ", …" : "");
    lost.push_back({"Lost", "whatever it watches over is not watched any more by it"});
    lost.push_back({"Its conditions", std::move(all)});
    lost.push_back({"Called", there.front().name});
    lost.push_back({"Id", id});
    co_return lost;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> newrelic_policies::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "policies", [&](newrelic::client& relic) { return detail::all_policies(relic, *part); });
    std::string title = counted(all.items.size(), "alert policy");
    if (*part) title += " with " + shown(**part) + " in the name";
    table_part table;
    table.headings = {"Policy", "Issue for", "Id"};
    for (const newrelic::policy& each : all.items)
        table.rows.push_back(
            {each.name, detail::preference_text(each.incident_preference), each.id});
    reply answer = reply::neutral(std::move(title));
    if (!table.rows.empty()) answer.add(std::move(table));
    add_missing(answer, all.missing);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_policy_create::run(context& ctx) const {
    const std::string& called = name->text;
    const auto before = co_await ctx.observe(
        "before", [&](newrelic::client& relic) { return detail::policy_called(relic, called); });
    if (before)
        co_return reply::bad("Nothing was made: there is an alert policy " + called +
                             " already, with the id " + before->id);
    const std::string preference = detail::preference_of(issues->value_or(issues_per::policy));
    const auto act = [&](newrelic::client& relic) {
        return relic.create_policy(called, preference);
    };
    const auto find = [&](newrelic::client& relic, time_point) {
        return detail::policy_called(relic, called);
    };
    const newrelic::policy made = co_await ctx.once("create", act, find);
    reply answer = reply::good("There is an alert policy " + made.name);
    answer.add(fields_part{
        {{"Id", made.id}, {"One issue for", detail::preference_text(made.incident_preference)}}});
    co_return answer.add(text_part{"It watches over nothing until it has conditions."});
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_policy_rename::run(context& ctx) const {
    const auto chosen = co_await choose_policy(ctx, policy->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::policy& it = *chosen.it;
    if (it.name == name->text)
        co_return reply::neutral("The alert policy " + it.name +
                                 " is called that already: nothing was changed");
    const newrelic::policy now = co_await ctx.set(
        "rename", [&](newrelic::client& relic) { return relic.rename_policy(it.id, name->text); });
    co_return reply::good("The alert policy " + it.name + " is now called " + now.name);
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_policy_change::run(context& ctx) const {
    const auto chosen = co_await choose_policy(ctx, policy->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::policy& it = *chosen.it;
    const std::string preference = detail::preference_of(*issues);
    const std::string opens = "The alert policy " + it.name + " opens one issue for " +
                              detail::preference_text(preference);
    if (it.incident_preference == preference)
        co_return reply::neutral(opens + " already: nothing was changed");
    const newrelic::policy now = co_await ctx.set("change", [&](newrelic::client& relic) {
        return relic.set_incident_preference(it.id, preference);
    });
    reply answer = reply::good(opens);
    change_part change;
    add_change(change, "one issue for", detail::preference_text(it.incident_preference),
               detail::preference_text(now.incident_preference));
    if (!change.lines.empty()) answer.add(std::move(change));
    co_return answer.add(text_part{"Issues that are open already stay as they are."});
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_policy_destroy::run(context& ctx) const {
    const auto chosen = co_await choose_policy(ctx, policy->text);
    if (chosen.instead) co_return *chosen.instead;
    const std::string id = chosen.it->id;
    const std::string called = "The alert policy " + chosen.it->name;
    const auto losses = [&](newrelic::client& relic) { return detail::policy_losses(relic, id); };
    const facts lost = co_await ctx.observe("loss", losses);
    if (lost.empty()) co_return reply::neutral(called + " is gone already");
    reply question;
    question.title = "Destroy the alert policy " + chosen.it->name + " for good?";
    fields_part shown_losses;
    for (const fact& each : lost) shown_losses.fields.emplace_back(each.name, each.value);
    question.add(std::move(shown_losses));
    co_await ctx.confirm(std::move(question), "Destroy this policy");
    // Whoever said yes said it to what was shown.
    const facts still = co_await ctx.observe("still so", losses);
    if (still.empty()) co_return reply::neutral(called + " is gone already");
    if (still != lost)
        co_return reply::warning(called + " is not any more what you were shown: nothing was "
                                          "changed. Ask again to see what it is now");
    const auto act = [&](newrelic::client& relic) { return relic.destroy_policy(id); };
    const auto find = [&](newrelic::client& relic, time_point) {
        return detail::is_policy_gone(relic, id);
    };
    co_await ctx.once("destroy", act, find);
    co_return reply::good(called + " is destroyed");
}

} // namespace chatops::operations
