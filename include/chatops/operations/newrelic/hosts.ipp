#pragma once

#include "chatops/operations/newrelic/hosts.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace chatops::operations {

namespace detail {

/// Per cent of its requests.
CHATOPS_INLINE double failed_of(const newrelic::app_host& it) {
    return it.requests > 0 ? it.errors / it.requests * 100 : 0;
}

CHATOPS_INLINE bool is_silent(const newrelic::app_host& it, time_point now) {
    return now - newrelic::moment_of(it.heard_at) > newrelic_limits::host_silence;
}

} // namespace detail

CHATOPS_INLINE table_part relic_host_table(std::vector<newrelic::app_host> hosts, duration length,
                                           time_point now) {
    std::stable_sort(hosts.begin(), hosts.end(), [](const auto& left, const auto& right) {
        const double failed = detail::failed_of(left);
        if (failed != detail::failed_of(right)) return failed > detail::failed_of(right);
        return left.response_time.value_or(0) > right.response_time.value_or(0);
    });
    table_part table;
    table.headings = {"Host", "ms", "rpm", "Err %"};
    std::vector<std::string> heard;
    bool has_silent = false;
    constexpr double milliseconds = 1'000;
    const double minutes = std::chrono::duration<double, std::ratio<60>>(length).count();
    for (const newrelic::app_host& each : hosts) {
        table.rows.push_back({each.name, number_or_dash(each.response_time, milliseconds, 0),
                              number_text(each.requests / minutes, 1),
                              number_text(detail::failed_of(each), 2)});
        const bool silent = detail::is_silent(each, now);
        has_silent = has_silent || silent;
        heard.push_back(silent ? age_text(now - newrelic::moment_of(each.heard_at)) + " ago"
                               : "now");
    }
    if (!has_silent) return table;
    table.headings.emplace_back("Heard");
    for (std::size_t i = 0; i < heard.size(); ++i) table.rows[i].push_back(heard[i]);
    return table;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_hosts::run(context& ctx) const {
    const auto chosen = co_await choose_app(ctx, app->text);
    if (chosen.instead) co_return *chosen.instead;
    const duration length =
        *back ? duration((*back)->length) : duration(newrelic_limits::usual_hosts);
    const std::string& guid = chosen.it->guid;
    const time_point until = ctx.now();
    const auto hosts = co_await ctx.observe("hosts", [&](newrelic::client& relic) {
        return relic.hosts_of_app(guid, until - length, until, newrelic_limits::listed);
    });
    const std::string lately = " of " + chosen.it->name + " in the last " + age_text(length);
    if (hosts.empty()) co_return reply::warning("New Relic heard of no host" + lately);
    const auto silent = std::count_if(hosts.begin(), hosts.end(), [&](const auto& each) {
        return detail::is_silent(each, until);
    });
    std::string title = counted(hosts.size(), "host") + lately;
    if (silent > 0) title += ", " + std::to_string(silent) + " silent by now";
    reply answer = silent > 0 ? reply::warning(std::move(title)) : reply::neutral(std::move(title));
    answer.add(relic_host_table(hosts, length, until));
    if (hosts.size() == newrelic_limits::listed)
        answer.add(text_part{"There may be more: these have the most requests."});
    co_return answer;
}

} // namespace chatops::operations
