// The bodies of the client's templates: how things of any sort are asked for.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/url.hpp"
#include "chatops/provider/heroku/client.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace chatops::heroku {

namespace detail {

/// The page that Heroku gives by itself. Source: devcenter.heroku.com, "Platform API Reference",
/// Ranges.
inline constexpr std::size_t page_items = 200;

inline std::string path_of(const app_name& name, std::string_view rest = {}) {
    return "/apps/" + percent_encode(name.text) + std::string(rest);
}

} // namespace detail

template <class T>
asio::awaitable<std::vector<T>> client::list(app_name of) {
    return all_of<T>(detail::path_of(of, T::path), "id ..");
}

template <class T>
asio::awaitable<T> client::show(app_name of, std::string id) {
    return get<T>(detail::path_of(of, T::path) + '/' + percent_encode(id));
}

template <class T>
asio::awaitable<std::optional<T>> client::find(app_name of, std::string id) {
    return get_if_there<T>(detail::path_of(of, T::path) + '/' + percent_encode(id));
}

template <class T, class Order>
asio::awaitable<T> client::create(app_name of, Order what) {
    return carry<T>(ordering("POST", detail::path_of(of, T::path), what));
}

template <class T>
asio::awaitable<void> client::remove(app_name of, std::string id) {
    std::string path = detail::path_of(of, T::path) + '/' + percent_encode(id);
    co_await end(std::move(path));
}

template <class T>
asio::awaitable<std::vector<T>> client::offers() {
    return all_of<T>(std::string(T::path), "id ..");
}

// ---- how it is asked

template <class Order>
chatops::provider::call client::ordering(std::string method, std::string path,
                                         const Order& order) const {
    chatops::provider::call what = calling(std::move(method), std::move(path));
    what.body = json::text(json::write(order));
    return what;
}

template <class T>
asio::awaitable<T> client::carry(chatops::provider::call what) {
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return chatops::provider::read_as<T>(given.value, caller_.question(what));
}

template <class T>
asio::awaitable<std::optional<T>> client::get_if_there(std::string path) {
    const chatops::provider::call what = calling("GET", std::move(path));
    const auto given = co_await caller_.ask_if_there(what);
    std::optional<T> found;
    if (given) found = chatops::provider::read_as<T>(given->value, caller_.question(what));
    co_return found;
}

template <class T>
asio::awaitable<std::vector<T>> client::newest_of(std::string path, std::string by,
                                                  std::size_t limit) {
    std::vector<T> newest;
    const std::size_t page = std::min(limit, detail::page_items);
    const auto take = [&](std::vector<T> items) {
        for (T& each : items)
            if (newest.size() < limit) newest.push_back(std::move(each));
        return newest.size() < limit;
    };
    std::string range = by + " ..; max=" + std::to_string(page) + ", order=desc";
    co_await each_page<T>(std::move(path), std::move(range), take);
    co_return newest;
}

template <class T>
asio::awaitable<T> client::get(std::string path) {
    const chatops::provider::call what = calling("GET", std::move(path));
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return chatops::provider::read_as<T>(given.value, caller_.question(what));
}

template <class T, class Look>
asio::awaitable<void> client::each_page(std::string path, std::string range, Look look) {
    chatops::provider::call what = calling("GET", std::move(path));
    what.headers.set("Range", range);
    for (int pages = 0; pages < limits::provider_pages; ++pages) {
        chatops::provider::answer given = co_await caller_.ask(what);
        auto items =
            chatops::provider::read_as<std::vector<T>>(given.value, caller_.question(what));
        given.value = nullptr;
        if (!look(std::move(items)) || given.next_page.empty()) co_return;
        if (given.next_page == what.headers.get("Range")) break;
        what.headers.set("Range", given.next_page);
    }
    throw caller_.question(what).no_use("its pages have no end");
}

template <class T>
asio::awaitable<std::vector<T>> client::all_of(std::string path, std::string range) {
    std::vector<T> all;
    const auto add = [&](std::vector<T> items) {
        all.insert(all.end(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.end()));
        return true;
    };
    co_await each_page<T>(std::move(path), std::move(range), add);
    co_return all;
}

} // namespace chatops::heroku

#include CHATOPS_BODY("chatops/provider/heroku/client_apps.ipp")
#include CHATOPS_BODY("chatops/provider/heroku/client_calls.ipp")
