#pragma once

#include "chatops/operations/newrelic/conditions.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE std::string term_text(const newrelic::condition_term& it) {
    std::string text = it.priority ? word_text(*it.priority) + ": " : std::string();
    text += word_text(it.operator_.value_or("beyond"));
    if (it.threshold) text += ' ' + number_text(*it.threshold, 3);
    if (!it.threshold_duration) return text;
    const bool once = it.threshold_occurrences == "AT_LEAST_ONCE";
    return text + (once ? " once in " : " for ") +
           age_text(std::chrono::seconds(*it.threshold_duration));
}

/// What each asks, as one would ask it with `newrelic query`.
CHATOPS_INLINE std::string condition_queries(const std::vector<newrelic::condition>& all) {
    std::string text;
    for (const newrelic::condition& each : all)
        if (each.nrql)
            text += (text.empty() ? "" : "\n") + each.name + ":\n  " + each.nrql->query + '\n';
    return text;
}

} // namespace detail

CHATOPS_INLINE std::string terms_text(const newrelic::condition& it) {
    std::string text;
    for (const newrelic::condition_term& each :
         it.terms.value_or(std::vector<newrelic::condition_term>()))
        text += (text.empty() ? "" : "; ") + detail::term_text(each);
    return text.empty() ? "–" : text;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_conditions::run(context& ctx) const {
    const auto chosen = co_await choose_policy(ctx, policy->text);
    if (chosen.instead) co_return *chosen.instead;
    const std::string& id = chosen.it->id;
    const auto all = co_await ctx.observe(
        "conditions", [&](newrelic::client& relic) { return relic.conditions_of(id); });
    if (all.empty())
        co_return reply::warning("The alert policy " + chosen.it->name +
                                 " has no conditions: it watches over nothing");
    table_part table;
    table.headings = {"Condition", "Tells somebody"};
    std::vector<std::string> states;
    for (const newrelic::condition& each : all) {
        table.rows.push_back({each.name, terms_text(each)});
        states.emplace_back(each.enabled.value_or(true) ? "on" : "off");
    }
    add_telling_column(table, "State", states);
    reply answer = reply::neutral(counted(all.size(), "condition") + " of the alert policy " +
                                  chosen.it->name);
    answer.add(std::move(table));
    if (states.front() == "off" && table.headings.size() == 2)
        answer.add(text_part{"Switched off: nobody is told."});
    std::string queries = detail::condition_queries(all);
    if (!queries.empty()) answer.add(code_part{std::move(queries)});
    co_return answer;
}

} // namespace chatops::operations
