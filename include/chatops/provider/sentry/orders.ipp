#pragma once

#include "chatops/core/url.hpp"
#include "chatops/provider/sentry/orders.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <chrono>

namespace chatops::sentry {

namespace detail {

/// Adds the member, unless there is nothing to say.
template <class T>
void put(boost::json::object& to, const char* name, const std::optional<T>& what) {
    if (what) to[name] = *what;
}

} // namespace detail

CHATOPS_INLINE boost::json::object body_of(const issue_change& what) {
    boost::json::object body;
    detail::put(body, "status", what.status);
    detail::put(body, "substatus", what.substatus);
    boost::json::object details;
    if (what.in_next_release) details["inNextRelease"] = true;
    detail::put(details, "inRelease", what.in_release);
    detail::put(details, "ignoreDuration", what.ignore_minutes);
    detail::put(details, "ignoreCount", what.ignore_count);
    detail::put(details, "ignoreUserCount", what.ignore_users);
    const char* const window = what.ignore_users ? "ignoreUserWindow" : "ignoreWindow";
    detail::put(details, window, what.ignore_window);
    if (!details.empty()) body["statusDetails"] = std::move(details);
    detail::put(body, "priority", what.priority);
    detail::put(body, "assignedTo", what.assigned_to);
    detail::put(body, "isBookmarked", what.is_bookmarked);
    detail::put(body, "isSubscribed", what.is_subscribed);
    detail::put(body, "inbox", what.in_inbox);
    return body;
}

CHATOPS_INLINE boost::json::object body_of(const release_order& what) {
    boost::json::object body;
    body["version"] = what.version;
    boost::json::array projects;
    for (const std::string& each : what.projects) projects.emplace_back(each);
    body["projects"] = std::move(projects);
    detail::put(body, "ref", what.ref);
    detail::put(body, "url", what.url);
    return body;
}

CHATOPS_INLINE boost::json::object body_of(const deploy_order& what) {
    boost::json::object body;
    body["environment"] = what.environment;
    detail::put(body, "name", what.name);
    detail::put(body, "url", what.url);
    return body;
}

CHATOPS_INLINE std::string query_of(const issue_search& which) {
    // How it was hour by hour is shown nowhere, and costs Sentry more than all the rest.
    std::string query = "query=" + percent_encode(which.query) +
                        "&sort=" + percent_encode(which.sort) + "&collapse=stats";
    if (which.project_id) query += "&project=" + percent_encode(*which.project_id);
    if (which.environment) query += "&environment=" + percent_encode(*which.environment);
    if (which.since) query += period_parameter(*which.since);
    if (which.with_inbox) query += "&expand=inbox";
    return query;
}

CHATOPS_INLINE std::string period_parameter(duration since) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(since).count();
    return "&statsPeriod=" + std::to_string(std::max<std::int64_t>(1, minutes)) + "m";
}

} // namespace chatops::sentry
