// Which values there are at Papertrail, for completion and forms: asked as the commands ask.
#pragma once

#include "chatops/provider/papertrail/client.hpp"
#include "chatops/run/values.hpp"

namespace chatops {

namespace operations {

/// Who knows them, for `with_values`.
const value_knower& papertrail_values();

namespace detail {

/// Names of all of a sort.
template <class T>
struct names_at_papertrail {
    static asio::awaitable<texts_of_values> values(papertrail::client& from,
                                                   const line::completion_request&);
};

} // namespace detail
} // namespace operations

template <>
struct value_source<papertrail::system_ref, papertrail::client>
    : operations::detail::names_at_papertrail<papertrail::system> {};
template <>
struct value_source<papertrail::group_ref, papertrail::client>
    : operations::detail::names_at_papertrail<papertrail::group> {};
template <>
struct value_source<papertrail::search_ref, papertrail::client>
    : operations::detail::names_at_papertrail<papertrail::saved_search> {};
template <>
struct value_source<papertrail::destination_ref, papertrail::client>
    : operations::detail::names_at_papertrail<papertrail::destination> {};
template <>
struct value_source<papertrail::email, papertrail::client>
    : operations::detail::names_at_papertrail<papertrail::user> {};

template <>
struct value_source<papertrail::archive_ref, papertrail::client> {
    static asio::awaitable<texts_of_values> values(papertrail::client& from,
                                                   const line::completion_request&);
};

} // namespace chatops

#include CHATOPS_BODY("chatops/operations/papertrail/values.ipp")
