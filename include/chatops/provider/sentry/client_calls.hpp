// The bodies of the client's templates: how things of any sort are asked for.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/url.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/provider/sentry/members.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace chatops::sentry {

namespace detail {

inline constexpr std::size_t no_limit = std::numeric_limits<std::size_t>::max();

} // namespace detail

template <class T>
asio::awaitable<T> client::carry(chatops::provider::call what) {
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return chatops::provider::read_as<T>(with_our_names(given.value), caller_.question(what));
}

template <class T>
asio::awaitable<std::optional<T>> client::get_if_there(std::string path) {
    const chatops::provider::call what = calling("GET", std::move(path));
    const auto given = co_await caller_.ask_if_there(what);
    std::optional<T> found;
    if (given)
        found = chatops::provider::read_as<T>(with_our_names(given->value), caller_.question(what));
    co_return found;
}

template <class T, class Look>
asio::awaitable<void> client::each_page(std::string path, std::string query, Look look) {
    chatops::provider::call what = calling("GET", {});
    // With an empty one, as Sentry's own client begins.
    std::string cursor;
    for (int pages = 0; pages < chatops::limits::provider_pages; ++pages) {
        what.path =
            path + '?' + (query.empty() ? query : query + '&') + "cursor=" + percent_encode(cursor);
        chatops::provider::answer given = co_await caller_.ask(what);
        auto items = chatops::provider::read_as<std::vector<T>>(with_our_names(given.value),
                                                                caller_.question(what));
        given.value = nullptr;
        const auto next = next_cursor(given.next_page);
        if (!look(std::move(items)) || !next) co_return;
        if (*next == cursor) break;
        cursor = *next;
    }
    throw caller_.question(what).no_use("its pages have no end");
}

template <class T>
asio::awaitable<std::vector<T>> client::first_of(std::string path, std::string query,
                                                 std::size_t limit) {
    std::vector<T> all;
    const auto add = [&](std::vector<T> items) {
        const auto room = static_cast<std::ptrdiff_t>(std::min(items.size(), limit - all.size()));
        all.insert(all.end(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.begin() + room));
        return all.size() < limit;
    };
    co_await each_page<T>(std::move(path), std::move(query), add);
    co_return all;
}

} // namespace chatops::sentry

#include CHATOPS_BODY("chatops/provider/sentry/client_calls.ipp")
