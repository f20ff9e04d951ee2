#pragma once

#include "chatops/operations/papertrail/nouns.hpp"
#include "chatops/operations/papertrail/values.hpp"

namespace chatops::operations {

namespace detail {

template <class T>
asio::awaitable<texts_of_values> names_at_papertrail<T>::values(papertrail::client& from,
                                                                const line::completion_request&) {
    const std::vector<T> all = co_await from.list<T>();
    texts_of_values made;
    for (const T& each : all) made.push_back(name_of(each));
    co_return made;
}

} // namespace detail

CHATOPS_INLINE const value_knower& papertrail_values() {
    static const value_knower known =
        value_knower_of<papertrail::client, papertrail::system_ref, papertrail::group_ref,
                        papertrail::search_ref, papertrail::destination_ref, papertrail::email,
                        papertrail::archive_ref>();
    return known;
}

} // namespace chatops::operations

namespace chatops {

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<papertrail::archive_ref, papertrail::client>::values(papertrail::client& from,
                                                                  const line::completion_request&) {
    const auto all = co_await from.archives();
    texts_of_values made;
    for (const papertrail::archive& each : all) made.push_back(each.filename);
    co_return made;
}

} // namespace chatops
