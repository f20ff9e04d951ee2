#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/time.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/newrelic/deployment_remove.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/shown.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE asio::awaitable<chosen_one<newrelic::marker>>
choose_marker(context& ctx, const newrelic::app& of, std::int64_t application_id,
              std::string which) {
    const auto look = [application_id](newrelic::client& relic, const std::string& called) {
        return look_for_marker(relic, application_id, called);
    };
    auto seen = co_await ctx.observe("deployment",
                                     [&](newrelic::client& relic) { return look(relic, which); });
    if (!seen.found.empty()) {
        auto made = co_await choose_one(ctx, std::move(which), std::move(seen), look);
        co_return made;
    }
    reply none = reply::bad("There is no deployment " + shown(which) + " of " + of.name);
    none.add(text_part{did_you_mean_one_of(seen.near) +
                       "`newrelic deployments` lists those of an application."});
    chosen_one<newrelic::marker> nothing;
    nothing.instead = std::move(none);
    co_return nothing;
}

/// By its id only, which may be another one's version; nothing where it is gone.
CHATOPS_INLINE asio::awaitable<std::optional<newrelic::marker>>
marker_with_id(newrelic::client& relic, std::int64_t application_id, std::int64_t id) {
    auto all = co_await relic.markers(application_id);
    std::optional<newrelic::marker> found;
    for (newrelic::marker& each : all)
        if (each.id == id) found.emplace(std::move(each));
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool> is_marker_gone(newrelic::client& relic,
                                                    std::int64_t application_id, std::int64_t id) {
    const auto there = co_await marker_with_id(relic, application_id, id);
    co_return !there.has_value();
}

CHATOPS_INLINE fields_part marker_losses(const newrelic::marker& it) {
    const auto when = read_time(it.timestamp.value_or(""));
    return {{{"Lost", "the mark in the charts, for good; what was deployed stays"},
             {"Version", it.revision},
             {"When (UTC)", when ? minute_of(*when) : "–"},
             {"By", it.user.value_or("–")},
             {"Id", std::to_string(it.id)}}};
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> newrelic_deployment_remove::run(context& ctx) const {
    const auto of = co_await choose_app(ctx, app->text);
    if (of.instead) co_return *of.instead;
    if (!of.it->application_id)
        co_return reply::bad("New Relic does not say by which number its deployments are known: "
                             "nothing was done");
    const std::int64_t application_id = *of.it->application_id;
    const auto chosen =
        co_await detail::choose_marker(ctx, *of.it, application_id, deployment->text);
    if (chosen.instead) co_return *chosen.instead;
    const newrelic::marker& it = *chosen.it;
    const std::string called = "The deployment " + it.revision + " of " + of.it->name;
    reply question;
    question.title = "Remove the deployment " + it.revision + " of " + of.it->name + '?';
    question.add(detail::marker_losses(it));
    co_await ctx.confirm(std::move(question), "Remove this deployment");
    const auto look = [&](newrelic::client& relic) {
        return detail::marker_with_id(relic, application_id, it.id);
    };
    const auto still = co_await ctx.observe("still so", look);
    if (!still) co_return reply::neutral(called + " is gone already");
    const auto act = [&](newrelic::client& relic) {
        return relic.remove_marker(application_id, it.id);
    };
    const auto find = [&](newrelic::client& relic, time_point) {
        return detail::is_marker_gone(relic, application_id, it.id);
    };
    co_await ctx.once("remove", act, find);
    co_return reply::good(called + " is not marked any more");
}

} // namespace chatops::operations
