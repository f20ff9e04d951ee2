#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/operations/newrelic/nouns.hpp"
#include "chatops/operations/newrelic/shown.hpp"
#include "chatops/operations/newrelic/values.hpp"
#include "chatops/provider/newrelic/limits.hpp"

#include <algorithm>
#include <utility>

namespace chatops {

namespace operations {

CHATOPS_INLINE const value_knower& newrelic_values() {
    static const value_knower known =
        value_knower_of<newrelic::client, newrelic::app_ref, newrelic::issue_ref,
                        newrelic::incident_ref, newrelic::policy_ref, newrelic::muting_ref,
                        newrelic::marker_ref>();
    return known;
}

namespace detail {

/// Adds that text of each, each once, until there are enough of them.
template <class T, class Text>
newrelic::page_look<T> add_texts(texts_of_values& to, Text text) {
    return [&to, text](std::vector<T> page) {
        for (const T& each : page) {
            std::string one = text(each);
            if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(std::move(one));
        }
        return to.size() < chatops::limits::cached_values;
    };
}

CHATOPS_INLINE asio::awaitable<newrelic::issue_filter> open_now(newrelic::client& from) {
    newrelic::issue_filter open;
    open.until = co_await from.provider_time();
    open.since = open.until - newrelic::limits::issue_window;
    co_return open;
}

} // namespace detail
} // namespace operations

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<newrelic::app_ref, newrelic::client>::values(newrelic::client& from,
                                                          const line::completion_request&) {
    texts_of_values made;
    auto add = operations::detail::add_texts<newrelic::app>(
        made, [](const newrelic::app& each) { return each.name; });
    co_await from.each_page_of_apps({}, std::move(add));
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<newrelic::issue_ref, newrelic::client>::values(newrelic::client& from,
                                                            const line::completion_request&) {
    newrelic::issue_filter open = co_await operations::detail::open_now(from);
    texts_of_values made;
    auto add =
        operations::detail::add_texts<newrelic::issue>(made, [](const newrelic::issue& each) {
            return operations::short_relic_id(each.issue_id);
        });
    co_await from.each_page_of_issues(std::move(open), std::move(add));
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<newrelic::incident_ref, newrelic::client>::values(newrelic::client& from,
                                                               const line::completion_request&) {
    newrelic::issue_filter open = co_await operations::detail::open_now(from);
    texts_of_values made;
    auto add =
        operations::detail::add_texts<newrelic::incident>(made, [](const newrelic::incident& each) {
            return operations::short_relic_id(each.incident_id);
        });
    co_await from.each_page_of_incidents(std::move(open), std::move(add));
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<newrelic::policy_ref, newrelic::client>::values(newrelic::client& from,
                                                             const line::completion_request&) {
    texts_of_values made;
    auto add = operations::detail::add_texts<newrelic::policy>(
        made, [](const newrelic::policy& each) { return each.name; });
    co_await from.each_page_of_policies(std::move(add));
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<newrelic::marker_ref, newrelic::client>::values(newrelic::client& from,
                                                             const line::completion_request& of) {
    texts_of_values made;
    const std::string* const typed = line::given<newrelic::app_ref>(of);
    if (typed == nullptr) co_return made;
    const auto apps = co_await operations::look_for_app(from, *typed);
    if (!apps.is_one() || !apps.one().application_id) co_return made;
    const auto all = co_await from.markers(*apps.one().application_id);
    for (const newrelic::marker& each : all)
        if (std::find(made.begin(), made.end(), each.revision) == made.end())
            made.push_back(each.revision);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<newrelic::muting_ref, newrelic::client>::values(newrelic::client& from,
                                                             const line::completion_request&) {
    const newrelic::listing<newrelic::muting_rule> all = co_await from.muting_rules();
    texts_of_values made;
    for (const newrelic::muting_rule& each : all.items) made.push_back(each.name);
    co_return made;
}

} // namespace chatops
