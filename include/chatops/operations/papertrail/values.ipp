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
                        papertrail::search_ref, papertrail::destination_ref, papertrail::email>();
    return known;
}

} // namespace chatops::operations
