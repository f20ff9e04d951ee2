#pragma once

#include "chatops/operations/capitals.hpp"
#include "chatops/operations/newrelic/deployments.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// What our deployment is known by among others of the same version.
CHATOPS_INLINE asio::awaitable<std::string> drawn_group(newrelic::client& relic) {
    co_return "chatops-" + relic.unique_word();
}

CHATOPS_INLINE asio::awaitable<std::optional<newrelic::deployment>>
look_for_recorded(newrelic::client& relic, const newrelic::deployment_order& order,
                  time_point since) {
    const time_point from = order.at ? std::min(*order.at, since) : since;
    auto all = co_await relic.deployments(order.entity_guid, from, newrelic_limits::listed);
    std::optional<newrelic::deployment> found;
    for (newrelic::deployment& each : all)
        if (each.group_id == order.group_id) found.emplace(std::move(each));
    co_return found;
}

template <class Word>
std::optional<std::string> text_in_option(const std::optional<Word>& given) {
    return given ? std::optional<std::string>(given->text) : std::nullopt;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> newrelic_deployments::run(context& ctx) const {
    const auto chosen = co_await choose_app(ctx, app->text);
    if (chosen.instead) co_return *chosen.instead;
    const duration length =
        *back ? duration((*back)->length) : duration(newrelic_limits::deployment_window);
    const time_point since = ctx.now() - length;
    const std::string& guid = chosen.it->guid;
    const auto all = co_await ctx.observe("deployments", [&](newrelic::client& relic) {
        return relic.deployments(guid, since, newrelic_limits::listed);
    });
    reply answer = reply::neutral(counted(all.size(), "deployment") + " of " + chosen.it->name +
                                  " in the last " + age_text(length));
    if (!all.empty()) answer.add(deployment_table(all));
    if (all.size() == newrelic_limits::listed)
        answer.add(text_part{"There may be older ones: `--for` narrows it down."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> newrelic_deployment_record::run(context& ctx) const {
    const auto chosen = co_await choose_app(ctx, app->text);
    if (chosen.instead) co_return *chosen.instead;
    newrelic::deployment_order order;
    order.entity_guid = chosen.it->guid;
    order.version = version->text;
    order.user = ctx.asker().name;
    order.description = detail::text_in_option(*description);
    order.changelog = detail::text_in_option(*changelog);
    order.commit = detail::text_in_option(*commit);
    order.deep_link = detail::text_in_option(*link);
    if (*type) order.deployment_type = in_capitals(**type);
    order.group_id = co_await ctx.observe(
        "group", [&](newrelic::client& relic) { return detail::drawn_group(relic); });
    if (*ago) {
        const time_point now = co_await ctx.observe(
            "time", [&](newrelic::client& relic) { return relic.provider_time(); });
        order.at = now - (*ago)->length;
    }
    const auto act = [&](newrelic::client& relic) { return relic.record(order); };
    const auto find = [&](newrelic::client& relic, time_point since) {
        return detail::look_for_recorded(relic, order, since);
    };
    const newrelic::deployment made = co_await ctx.once("record", act, find);
    reply answer = reply::good("Recorded version " + made.version + " of " + chosen.it->name +
                               ", " + minute_of(newrelic::moment_of(made.timestamp)) + " (UTC)");
    co_return answer.add(text_part{"It is a mark in New Relic's charts; nothing was deployed."});
}

} // namespace chatops::operations
