#pragma once

#include "chatops/operations/capitals.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/newrelic/issues.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/newrelic/limits.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// The worst first.
CHATOPS_INLINE int rank_of(const newrelic::issue& it) {
    const std::string priority = it.priority.value_or("");
    if (priority == "CRITICAL") return 0;
    if (priority == "HIGH") return 1;
    return priority == "MEDIUM" ? 2 : 3;
}

/// Which are kept, and how many there are besides.
struct relic_issues {
    std::vector<newrelic::issue> first;
    std::size_t count = 0;
    std::vector<std::string> missing;
};
BOOST_DESCRIBE_STRUCT(relic_issues, (), (first, count, missing))

CHATOPS_INLINE asio::awaitable<relic_issues> issues_by(newrelic::client& relic,
                                                       newrelic::issue_filter which) {
    relic_issues seen;
    newrelic::page_look<newrelic::issue> take = [&](std::vector<newrelic::issue> page) {
        seen.count += page.size();
        for (newrelic::issue& each : page) seen.first.push_back(std::move(each));
        std::stable_sort(seen.first.begin(), seen.first.end(),
                         [](const newrelic::issue& left, const newrelic::issue& right) {
                             if (rank_of(left) != rank_of(right))
                                 return rank_of(left) < rank_of(right);
                             return left.created_at > right.created_at;
                         });
        if (seen.first.size() > newrelic_limits::listed) seen.first.resize(newrelic_limits::listed);
        return true;
    };
    seen.missing = co_await relic.each_page_of_issues(std::move(which), std::move(take));
    co_return seen;
}

CHATOPS_INLINE void add_moment(fields_part& to, const char* name,
                               const std::optional<std::int64_t>& when) {
    if (when) to.fields.emplace_back(name, minute_of(newrelic::moment_of(*when)));
}

CHATOPS_INLINE fields_part issue_fields(const newrelic::issue& it) {
    fields_part made;
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty() && value != "–") made.fields.emplace_back(name, value);
    };
    add("State", state_text(it));
    add("Severity", word_text(it.priority.value_or("–")));
    add("What", title_of(it.title));
    add("Where", names_text(it.entity_names));
    add("Condition", names_text(it.condition_name));
    add("Policy", names_text(it.policy_name));
    if (it.total_incidents) add("Incidents", std::to_string(*it.total_incidents));
    add_moment(made, "Since (UTC)", it.activated_at ? it.activated_at : it.created_at);
    add_moment(made, "Acknowledged (UTC)", it.acknowledged_at);
    if (it.acknowledged_at) add("Acknowledged by", it.acknowledged_by.value_or("–"));
    add_moment(made, "Closed (UTC)", it.closed_at);
    add("Id", it.issue_id);
    return made;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<relic_asked>
what_is_asked(context& ctx, const char* one, bool all,
              const std::optional<issue_priority>& priority,
              const std::optional<newrelic::app_ref>& app, const std::optional<relic_back>& back) {
    relic_asked made;
    made.which.open = !all;
    made.sort = all ? one : std::string("open ") + one;
    if (priority) {
        made.which.priority = in_capitals(*priority);
        made.sort = word_text(*made.which.priority) + ' ' + made.sort;
    }
    if (app) {
        const auto chosen = co_await choose_app(ctx, app->text);
        made.instead = chosen.instead;
        if (made.instead) co_return made;
        made.which.entity_guids.push_back(chosen.it->guid);
        made.of = " of " + chosen.it->name;
    }
    duration length = newrelic::limits::issue_window;
    if (all) length = newrelic_limits::closed_window;
    if (back) length = back->length;
    if (all || back) made.lately = " in the last " + age_text(length);
    made.which.until = ctx.now();
    made.which.since = made.which.until - length;
    co_return made;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_issues::run(context& ctx) const {
    auto asked = co_await what_is_asked(ctx, "issue", *all, *priority, *app, *back);
    if (asked.instead) co_return *asked.instead;
    if (*unacknowledged) {
        asked.which.acknowledged = false;
        asked.of += " that nobody has acknowledged";
    }
    const auto seen = co_await ctx.observe(
        "issues", [&](newrelic::client& relic) { return detail::issues_by(relic, asked.which); });
    std::string title = counted(seen.count, asked.sort) + asked.of + asked.lately;
    const bool calm = std::none_of(seen.first.begin(), seen.first.end(),
                                   [](const auto& each) { return each.is_open(); });
    if (calm && seen.count == 0 && !*all && seen.missing.empty())
        co_return reply::good("No " + asked.sort + asked.of + asked.lately);
    reply answer = calm ? reply::neutral(std::move(title)) : reply::warning(std::move(title));
    if (!seen.first.empty()) answer.add(relic_issue_table(seen.first, asked.which.until));
    if (seen.count > seen.first.size())
        answer.add(text_part{"These are the " + std::to_string(seen.first.size()) +
                             " that matter most. `--priority`, `--app` and `--for` narrow it "
                             "down."});
    add_missing(answer, seen.missing);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_issue_show::run(context& ctx) const {
    const auto chosen = co_await choose_issue(ctx, issue->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::issue& it = *chosen.it;
    const std::string title = word_text(it.priority.value_or("issue")) + ", " + state_text(it) +
                              ": " + title_of(it.title);
    reply answer = reply::neutral(title);
    if (it.is_open()) answer = it.acknowledged_at ? reply::warning(title) : reply::bad(title);
    answer.add(detail::issue_fields(it));
    if (it.state == "CREATED")
        answer.add(text_part{"It is new: New Relic has told nobody of it yet."});
    if (it.state == "DEACTIVATED")
        answer.add(text_part{"All its incidents have ended. New Relic closes it by itself soon."});
    if (it.is_open() && !it.acknowledged_at)
        answer.add(text_part{"`newrelic issue acknowledge " + short_relic_id(it.issue_id) +
                             "` tells the others that somebody has it."});
    co_return answer;
}

} // namespace chatops::operations
