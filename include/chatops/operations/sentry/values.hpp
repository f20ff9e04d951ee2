// Which values there are at Sentry, for completion and forms: asked as the commands ask.
#pragma once

#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/values.hpp"

namespace chatops {

namespace operations {

/// Who knows them, for `with_values`.
const value_knower& sentry_values();

} // namespace operations

template <>
struct value_source<sentry::project_name, sentry::client> {
    static asio::awaitable<texts_of_values> values(sentry::client& from,
                                                   const line::completion_request& of);
};
/// Short ids of those that are not resolved, the last seen first.
template <>
struct value_source<sentry::issue_ref, sentry::client> {
    static asio::awaitable<texts_of_values> values(sentry::client& from,
                                                   const line::completion_request& of);
};
/// The newest first.
template <>
struct value_source<sentry::release_version, sentry::client> {
    static asio::awaitable<texts_of_values> values(sentry::client& from,
                                                   const line::completion_request& of);
};
/// Of the project that is named, or of all.
template <>
struct value_source<sentry::environment_name, sentry::client> {
    static asio::awaitable<texts_of_values> values(sentry::client& from,
                                                   const line::completion_request& of);
};
/// Addresses, teams, and `nobody`.
template <>
struct value_source<sentry::assignee_ref, sentry::client> {
    static asio::awaitable<texts_of_values> values(sentry::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<sentry::monitor_name, sentry::client> {
    static asio::awaitable<texts_of_values> values(sentry::client& from,
                                                   const line::completion_request& of);
};
/// Of the project that is named: their names.
template <>
struct value_source<sentry::key_ref, sentry::client> {
    static asio::awaitable<texts_of_values> values(sentry::client& from,
                                                   const line::completion_request& of);
};
/// Of the issue that is named: the newest first.
template <>
struct value_source<sentry::event_ref, sentry::client> {
    static asio::awaitable<texts_of_values> values(sentry::client& from,
                                                   const line::completion_request& of);
};

} // namespace chatops

#include CHATOPS_BODY("chatops/operations/sentry/values.ipp")
