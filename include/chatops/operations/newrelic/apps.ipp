#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/operations/newrelic/apps.hpp"
#include "chatops/operations/newrelic/limits.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// The worst first.
CHATOPS_INLINE int rank_of(const newrelic::app& it) {
    const std::string health = health_text(it);
    if (health == "critical") return 0;
    if (health == "warning") return 1;
    return health == "silent" ? 2 : 3;
}

CHATOPS_INLINE asio::awaitable<newrelic::listing<newrelic::app>>
relic_apps_with(newrelic::client& relic, const std::optional<std::string>& part) {
    newrelic::listing<newrelic::app> all;
    newrelic::page_look<newrelic::app> take = [&](std::vector<newrelic::app> page) {
        for (newrelic::app& each : page)
            if (!part || each.name.find(*part) != std::string::npos)
                all.items.push_back(std::move(each));
        return true;
    };
    all.missing = co_await relic.each_page_of_apps(part.value_or(std::string()), std::move(take));
    std::stable_sort(all.items.begin(), all.items.end(),
                     [](const newrelic::app& left, const newrelic::app& right) {
                         const int rank = rank_of(left);
                         return rank != rank_of(right) ? rank < rank_of(right)
                                                       : left.name < right.name;
                     });
    co_return all;
}

/// `acme is critical`, with a tone that says whether that is how it should be.
CHATOPS_INLINE reply health_of(const newrelic::app& it) {
    const std::string health = health_text(it);
    if (health == "ok") return reply::good(it.name + " is ok");
    if (health == "critical") return reply::bad(it.name + " is critical");
    if (health == "silent")
        return reply::warning(it.name + " is silent: New Relic has heard nothing of it lately");
    if (health == "warning") return reply::warning(it.name + " is close to its limits (warning)");
    if (health == "no alerts") return reply::neutral(it.name + ": no alert watches over it");
    return reply::neutral(it.name + ": its health is not known");
}

/// What is there is shown, and what is not is said; `nothing` is no gap.
CHATOPS_INLINE void add_belongings(reply& answer, const newrelic::overview& seen, time_point now) {
    constexpr std::size_t most = newrelic_limits::shown_with_app;
    if (seen.issues && seen.issues->empty()) answer.add(text_part{"No issue is open."});
    if (seen.issues && !seen.issues->empty()) {
        answer.add(text_part{counted(seen.issues->size(), "open issue") + ':'});
        std::vector<newrelic::issue> first = *seen.issues;
        if (first.size() > most) first.resize(most);
        answer.add(relic_issue_table(first, now));
    }
    if (seen.deployments && seen.deployments->empty())
        answer.add(text_part{"No deployment was recorded in the last 30 days."});
    if (seen.deployments && !seen.deployments->empty()) {
        answer.add(text_part{"Last deployments:"});
        answer.add(deployment_table(*seen.deployments));
    }
    if (!seen.issues) answer.add(text_part{"Whether issues are open could not be seen."});
    if (!seen.deployments) answer.add(text_part{"Its deployments could not be seen."});
    add_missing(answer, seen.missing);
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> newrelic_apps::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "apps", [&](newrelic::client& relic) { return detail::relic_apps_with(relic, *part); });
    std::string title = counted(all.items.size(), "application");
    if (*part) title += " with " + shown(**part) + " in the name";
    const auto worse = std::count_if(all.items.begin(), all.items.end(), [](const auto& each) {
        return health_text(each) == "critical";
    });
    if (worse > 0) title += ", " + std::to_string(worse) + " critical";
    reply answer = worse > 0 ? reply::warning(std::move(title)) : reply::neutral(std::move(title));
    if (!all.items.empty()) answer.add(relic_app_table(all.items));
    add_missing(answer, all.missing);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_app_show::run(context& ctx) const {
    const auto chosen = co_await choose_app(ctx, app->text);
    if (chosen.instead) co_return *chosen.instead;
    const std::string& guid = chosen.it->guid;
    const time_point now = ctx.now();
    const auto seen = co_await ctx.observe("overview", [&](newrelic::client& relic) {
        return relic.look_at_app(guid, now, newrelic_limits::shown_with_app);
    });
    const newrelic::app& it = seen.app ? *seen.app : *chosen.it;
    reply answer = detail::health_of(it);
    answer.add(relic_app_fields(it));
    detail::add_belongings(answer, seen, now);
    co_return answer;
}

} // namespace chatops::operations
