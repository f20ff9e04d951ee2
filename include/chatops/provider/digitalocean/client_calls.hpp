// The bodies of the client: how things of any sort are listed, shown, made and ended.
#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/core/url.hpp"
#include "chatops/provider/digitalocean/client.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace chatops::digitalocean {

template <class T>
std::string path_to(std::string_view id) {
    return std::string(T::at.path) + '/' + percent_encode(id);
}

template <class T>
std::string path_to(std::int64_t id) {
    return path_to<T>(std::to_string(id));
}

namespace detail {

/// The most that DigitalOcean gives at once. Source: openapi, shared/parameters.yml.
inline constexpr std::size_t page_items = 200;

/// Whether the body says that there is another page.
bool has_next_page(const boost::json::value& body);

} // namespace detail

template <class T>
T client::member_of(const chatops::provider::answer& given, std::string_view name,
                    const chatops::provider::call& what) const {
    const boost::json::object* const body = given.value.if_object();
    const boost::json::value* const held =
        body == nullptr ? nullptr : body->if_contains({name.data(), name.size()});
    if (held == nullptr)
        throw caller_.question(what).no_use(
            "its answer is not what was expected: " + std::string(name) + " is missing");
    return chatops::provider::read_as<T>(*held, caller_.question(what));
}

template <class T, class Look>
asio::awaitable<void> client::pages_of(std::string path, std::string filter, Look look) {
    const std::string query = path + "?per_page=" + std::to_string(detail::page_items) +
                              (filter.empty() ? "" : "&" + filter) + "&page=";
    // Counted by us: an address in an answer is not where a token is sent to.
    chatops::provider::call what = calling("GET", {});
    for (int page = 1; page <= limits::provider_pages; ++page) {
        what.path = query + std::to_string(page);
        chatops::provider::answer given = co_await caller_.ask(what);
        auto items = member_of<std::vector<T>>(given, T::at.many, what);
        const bool more = detail::has_next_page(given.value) && !items.empty();
        given.value = nullptr;
        if (!look(std::move(items)) || !more) co_return;
    }
    throw caller_.question(what).no_use("its pages have no end");
}

template <class T, class Look>
asio::awaitable<void> client::each_page(std::string filter, Look look) {
    std::string path(T::at.path);
    return pages_of<T>(std::move(path), std::move(filter), std::move(look));
}

template <class T>
asio::awaitable<std::vector<T>> client::list(std::string filter, std::size_t limit) {
    std::vector<T> all;
    const auto add = [&](std::vector<T> items) {
        const auto room = static_cast<std::ptrdiff_t>(std::min(items.size(), limit - all.size()));
        all.insert(all.end(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.begin() + room));
        return all.size() < limit;
    };
    co_await each_page<T>(std::move(filter), add);
    co_return all;
}

template <class T>
asio::awaitable<std::vector<T>> client::list_in(std::string path) {
    std::vector<T> all;
    const auto add = [&](std::vector<T> items) {
        all.insert(all.end(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.end()));
        return true;
    };
    co_await pages_of<T>(std::move(path), {}, add);
    co_return all;
}

template <class T>
asio::awaitable<T> client::show_in(std::string path) {
    const chatops::provider::call what = calling("GET", std::move(path));
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return member_of<T>(given, T::at.one, what);
}

template <class T>
asio::awaitable<T> client::show(std::string id) {
    return show_in<T>(path_to<T>(id));
}

template <class T>
asio::awaitable<std::optional<T>> client::find(std::string id) {
    const chatops::provider::call what = calling("GET", path_to<T>(id));
    const auto given = co_await caller_.ask_if_there(what);
    std::optional<T> found;
    if (given) found = member_of<T>(*given, T::at.one, what);
    co_return found;
}

template <class T>
asio::awaitable<std::vector<T>> client::many_of(chatops::provider::call what) {
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return member_of<std::vector<T>>(given, T::at.many, what);
}

template <class T, class Order>
asio::awaitable<T> client::create_in(std::string path, Order order) {
    chatops::provider::call what = calling("POST", std::move(path));
    what.body = json::text(json::write(order));
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return member_of<T>(given, T::at.one, what);
}

template <class T, class Order>
asio::awaitable<T> client::create(Order order) {
    return create_in<T>(std::string(T::at.path), std::move(order));
}

template <class T, class Order>
asio::awaitable<T> client::change(std::string method, std::string path, Order order) {
    chatops::provider::call what = calling(std::move(method), std::move(path));
    what.body = json::text(json::write(order));
    what.harmless = true;
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return member_of<T>(given, T::at.one, what);
}

template <class T>
asio::awaitable<T> client::rename(std::string id, std::string name) {
    return change<T>("PUT", path_to<T>(id), name_order(std::move(name)));
}

template <class Order>
asio::awaitable<void> client::put_into(std::string path, Order what) {
    return tell("POST", std::move(path), json::write(what));
}

template <class Order>
asio::awaitable<void> client::take_out_of(std::string path, Order what) {
    return tell("DELETE", std::move(path), json::write(what));
}

template <class T>
asio::awaitable<bool> client::is_gone(std::string id) {
    return is_gone(path_to<T>(id));
}

template <class T>
asio::awaitable<void> client::destroy(std::string id) {
    return destroy(path_to<T>(id));
}

} // namespace chatops::digitalocean

#include CHATOPS_BODY("chatops/provider/digitalocean/client_calls.ipp")
