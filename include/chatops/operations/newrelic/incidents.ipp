#pragma once

#include "chatops/operations/newrelic/incidents.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/newrelic/limits.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

struct relic_incidents {
    std::vector<newrelic::incident> first;
    std::size_t count = 0;
    std::vector<std::string> missing;
};
BOOST_DESCRIBE_STRUCT(relic_incidents, (), (first, count, missing))

CHATOPS_INLINE asio::awaitable<relic_incidents> incidents_by(newrelic::client& relic,
                                                             newrelic::issue_filter which) {
    relic_incidents seen;
    newrelic::page_look<newrelic::incident> take = [&](std::vector<newrelic::incident> page) {
        seen.count += page.size();
        for (newrelic::incident& each : page) seen.first.push_back(std::move(each));
        std::stable_sort(seen.first.begin(), seen.first.end(),
                         [](const newrelic::incident& left, const newrelic::incident& right) {
                             return left.created_at > right.created_at;
                         });
        if (seen.first.size() > newrelic_limits::listed) seen.first.resize(newrelic_limits::listed);
        return true;
    };
    seen.missing = co_await relic.each_page_of_incidents(std::move(which), std::move(take));
    co_return seen;
}

CHATOPS_INLINE table_part incident_table(const std::vector<newrelic::incident>& all,
                                         time_point now) {
    table_part table;
    table.headings = {"Id", "Severity", "What", "For"};
    std::vector<std::string> states;
    for (const newrelic::incident& each : all) {
        const time_point ended = each.closed_at ? newrelic::moment_of(*each.closed_at) : now;
        table.rows.push_back({short_relic_id(each.incident_id),
                              word_text(each.priority.value_or("–")), title_of(each.title),
                              each.created_at
                                  ? age_text(ended - newrelic::moment_of(*each.created_at))
                                  : std::string("–")});
        states.emplace_back(each.is_open() ? "open" : "closed");
    }
    add_telling_column(table, "State", states);
    return table;
}

CHATOPS_INLINE asio::awaitable<bool>
look_if_incident_closed(newrelic::client& relic, const std::string& id, time_point now) {
    const auto seen = co_await look_for_incident(relic, id, now);
    co_return seen.is_one() && !seen.one().is_open();
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> newrelic_incidents::run(context& ctx) const {
    const auto asked = co_await what_is_asked(ctx, "incident", *all, *priority, *app, *back);
    if (asked.instead) co_return *asked.instead;
    const auto seen = co_await ctx.observe("incidents", [&](newrelic::client& relic) {
        return detail::incidents_by(relic, asked.which);
    });
    if (seen.count == 0 && !*all && seen.missing.empty())
        co_return reply::good("No " + asked.sort + asked.of + asked.lately);
    std::string title = counted(seen.count, asked.sort) + asked.of + asked.lately;
    reply answer = *all ? reply::neutral(std::move(title)) : reply::warning(std::move(title));
    if (!seen.first.empty()) answer.add(detail::incident_table(seen.first, asked.which.until));
    if (seen.count > seen.first.size())
        answer.add(text_part{"These are the newest " + std::to_string(seen.first.size()) +
                             ". `--priority`, `--app` and `--for` narrow it down."});
    add_missing(answer, seen.missing);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_incident_close::run(context& ctx) const {
    const auto chosen = co_await choose_incident(ctx, incident->text);
    if (chosen.instead) co_return *chosen.instead;
    const std::string id = chosen.it->incident_id;
    const std::string called = short_relic_id(id) + " (" + title_of(chosen.it->title) + ")";
    if (!chosen.it->is_open())
        co_return reply::neutral("Incident " + called + " is closed already: nothing was changed");
    const auto act = [&](newrelic::client& relic) { return relic.close_incident(id); };
    const auto find = [&](newrelic::client& relic, time_point since) {
        return detail::look_if_incident_closed(relic, id, since + std::chrono::hours(24));
    };
    co_await ctx.once("close", act, find);
    reply answer = reply::good("Closed incident " + called);
    co_return answer.add(text_part{"If what is wrong goes on, New Relic opens another one."});
}

} // namespace chatops::operations
