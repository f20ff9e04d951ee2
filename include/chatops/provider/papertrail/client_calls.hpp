// The bodies of the client's templates: how things of any sort are asked for.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/provider/papertrail/client.hpp"

#include <boost/json/object.hpp>

#include <utility>

namespace chatops::papertrail {

namespace detail {

/// `/api/v1/systems.json`, `/api/v1/systems/7.json`, `/api/v1/systems/7/join.json`.
inline std::string path_of(std::string_view sort) {
    return "/api/v1/" + std::string(sort) + ".json";
}
inline std::string path_of(std::string_view sort, std::int64_t id, std::string_view act = {}) {
    std::string path = "/api/v1/" + std::string(sort) + '/' + std::to_string(id);
    if (!act.empty()) (path += '/') += act;
    return path + ".json";
}

} // namespace detail

template <class T>
asio::awaitable<std::vector<T>> client::list() {
    return get<std::vector<T>>(detail::path_of(T::path));
}

template <class T>
asio::awaitable<T> client::show(std::int64_t id) {
    return get<T>(detail::path_of(T::path, id));
}

template <class T>
asio::awaitable<std::optional<T>> client::find(std::int64_t id) {
    const chatops::provider::call what = calling("GET", detail::path_of(T::path, id));
    const auto given = co_await caller_.ask_if_there(what);
    std::optional<T> found;
    if (given) found = chatops::provider::read_as<T>(given->value, caller_.question(what));
    co_return found;
}

template <class T, class Order>
asio::awaitable<T> client::create(Order what) {
    return carry<T>(ordering("POST", detail::path_of(T::path), T::member, what));
}

template <class T, class Order>
asio::awaitable<T> client::change(std::int64_t id, Order to) {
    chatops::provider::call what = ordering("PUT", detail::path_of(T::path, id), T::member, to);
    what.harmless = true;
    return carry<T>(std::move(what));
}

template <class T>
asio::awaitable<void> client::remove(std::int64_t id) {
    return end(detail::path_of(T::path, id));
}

// ---- how it is asked

template <class Order>
chatops::provider::call client::ordering(std::string method, std::string path,
                                         std::string_view member, const Order& order) const {
    chatops::provider::call what = calling(std::move(method), std::move(path));
    boost::json::object body;
    body[{member.data(), member.size()}] = json::write(order);
    what.body = json::text(body);
    return what;
}

template <class T>
asio::awaitable<T> client::carry(chatops::provider::call what) {
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return chatops::provider::read_as<T>(given.value, caller_.question(what));
}

template <class T>
asio::awaitable<T> client::get(std::string path) {
    const chatops::provider::call what = calling("GET", std::move(path));
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return chatops::provider::read_as<T>(given.value, caller_.question(what));
}

} // namespace chatops::papertrail

#include CHATOPS_BODY("chatops/provider/papertrail/client_calls.ipp")
