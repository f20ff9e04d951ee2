// Which values there are at New Relic, for completion and forms: asked as the commands ask.
#pragma once

#include "chatops/provider/newrelic/client.hpp"
#include "chatops/run/values.hpp"

namespace chatops {

namespace operations {
/// Who knows them, for `with_values`.
const value_knower& newrelic_values();
} // namespace operations

template <>
struct value_source<newrelic::app_ref, newrelic::client> {
    static asio::awaitable<texts_of_values> values(newrelic::client& from,
                                                   const line::completion_request& of);
};
/// Short ids of those that are open.
template <>
struct value_source<newrelic::issue_ref, newrelic::client> {
    static asio::awaitable<texts_of_values> values(newrelic::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<newrelic::incident_ref, newrelic::client> {
    static asio::awaitable<texts_of_values> values(newrelic::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<newrelic::policy_ref, newrelic::client> {
    static asio::awaitable<texts_of_values> values(newrelic::client& from,
                                                   const line::completion_request& of);
};
/// Versions of the application that the line or the form names, the newest first.
template <>
struct value_source<newrelic::marker_ref, newrelic::client> {
    static asio::awaitable<texts_of_values> values(newrelic::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<newrelic::muting_ref, newrelic::client> {
    static asio::awaitable<texts_of_values> values(newrelic::client& from,
                                                   const line::completion_request& of);
};

} // namespace chatops

#include CHATOPS_BODY("chatops/operations/newrelic/values.ipp")
