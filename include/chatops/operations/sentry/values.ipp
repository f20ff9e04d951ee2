#pragma once

#include "chatops/operations/sentry/limits.hpp"
#include "chatops/operations/sentry/values.hpp"

#include <utility>

namespace chatops {

namespace operations {

CHATOPS_INLINE const value_knower& sentry_values() {
    static const value_knower known =
        value_knower_of<sentry::client, sentry::project_name, sentry::issue_ref,
                        sentry::release_version, sentry::environment_name, sentry::assignee_ref,
                        sentry::event_ref, sentry::monitor_name, sentry::key_ref>();
    return known;
}

namespace detail {

/// What stands on the line as that type, if it can be read.
template <class T>
std::optional<T> typed_on(const line::completion_request& of) {
    const std::string* const text = line::given<T>(of);
    if (text == nullptr) return std::nullopt;
    auto read = T::parse(*text);
    if (!read) return std::nullopt;
    return std::move(*read);
}

} // namespace detail

} // namespace operations

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<sentry::project_name, sentry::client>::values(sentry::client& from,
                                                           const line::completion_request&) {
    const auto all = co_await from.projects();
    texts_of_values made;
    for (const sentry::project& each : all) made.push_back(each.slug);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<sentry::issue_ref, sentry::client>::values(sentry::client& from,
                                                        const line::completion_request&) {
    sentry::issue_search which;
    // What was resolved or ignored can be named as well.
    which.query.clear();
    const auto all = co_await from.issues(std::move(which), operations::sentry_limits::listed);
    texts_of_values made;
    for (const sentry::issue& each : all) made.push_back(each.name());
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<sentry::release_version, sentry::client>::values(sentry::client& from,
                                                              const line::completion_request&) {
    const std::optional<std::string> any;
    const auto all = co_await from.releases(any, operations::sentry_limits::listed);
    texts_of_values made;
    for (const sentry::release& each : all) made.push_back(each.version);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<sentry::environment_name, sentry::client>::values(sentry::client& from,
                                                               const line::completion_request& of) {
    auto project = operations::detail::typed_on<sentry::project_name>(of);
    const auto all = co_await from.environments(std::move(project));
    texts_of_values made;
    for (const sentry::environment& each : all)
        if (!each.name.empty()) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<sentry::assignee_ref, sentry::client>::values(sentry::client& from,
                                                           const line::completion_request&) {
    const auto members = co_await from.members();
    const auto teams = co_await from.teams();
    texts_of_values made;
    for (const sentry::membership& each : members)
        if (each.user && !each.pending.value_or(false)) made.push_back(each.email);
    for (const sentry::team& each : teams) made.push_back("team:" + each.slug);
    made.push_back("nobody");
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<sentry::monitor_name, sentry::client>::values(sentry::client& from,
                                                           const line::completion_request&) {
    const auto all = co_await from.monitors();
    texts_of_values made;
    for (const sentry::monitor& each : all) made.push_back(each.slug);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<sentry::key_ref, sentry::client>::values(sentry::client& from,
                                                      const line::completion_request& of) {
    texts_of_values made;
    auto project = operations::detail::typed_on<sentry::project_name>(of);
    if (!project) co_return made;
    const auto all = co_await from.keys(std::move(*project));
    for (const sentry::client_key& each : all) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<sentry::event_ref, sentry::client>::values(sentry::client& from,
                                                        const line::completion_request& of) {
    texts_of_values made;
    auto named = operations::detail::typed_on<sentry::issue_ref>(of);
    if (!named) co_return made;
    const auto issue = co_await from.find_issue(std::move(*named));
    if (!issue) co_return made;
    const std::optional<std::string> anywhere;
    const auto all = co_await from.events(issue->id, anywhere, operations::sentry_limits::listed);
    for (const sentry::event& each : all) made.push_back(each.event_id);
    co_return made;
}

} // namespace chatops
