// The bodies of the client: how things of any sort are listed, shown and ended.
#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/core/url.hpp"
#include "chatops/provider/keep_first.hpp"
#include "chatops/provider/rackspace/client.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <utility>

namespace chatops::rackspace {

template <class T>
std::string path_to(std::string_view id) {
    return std::string(T::at.path) + '/' + percent_encode(id);
}

namespace detail {

/// The most that every service gives at once: the document says 1,000, and 100 elsewhere.
/// Source: docs-cloud-servers, general-api-info/paginated-collections.rst.
inline constexpr std::size_t page_items = 100;

/// A value as our types can be read from it: members of extensions without what comes before the
/// colon (`OS-EXT-STS:task_state`), `""` for no image as nothing, moments with their zone.
boost::json::value readable(const boost::json::value& from);

/// What the body says of the next page, if there is one: `servers_links`.
bool has_next_page(const boost::json::value& body, std::string_view many);

} // namespace detail

template <class T>
T client::member_of(const chatops::provider::answer& given, std::string_view name,
                    const chatops::provider::call& what) const {
    const boost::json::object* const body = given.value.if_object();
    const boost::json::value* const held =
        body == nullptr ? nullptr : body->if_contains({name.data(), name.size()});
    if (held == nullptr)
        throw session_.question(what).no_use(
            "its answer is not what was expected: " + std::string(name) + " is missing");
    return chatops::provider::read_as<T>(detail::readable(*held), session_.question(what));
}

template <class T, class Look>
asio::awaitable<void> client::each_page(std::string filter, Look look) {
    const std::string query = std::string(T::at.path) + std::string(T::at.detail) +
                              "?limit=" + std::to_string(detail::page_items) +
                              (filter.empty() ? "" : "&" + filter);
    std::string path = query;
    for (int page = 0; page < limits::provider_pages; ++page) {
        const chatops::provider::call what = session_.calling("GET", path);
        chatops::provider::answer given = co_await ask(what);
        auto items = member_of<std::vector<T>>(given, T::at.many, what);
        const bool more = detail::has_next_page(given.value, T::at.many) && !items.empty();
        given.value = nullptr;
        // By its last id: an address in an answer is not where a token is sent to.
        if (more) path = query + "&marker=" + percent_encode(items.back().id);
        if (!look(std::move(items)) || !more) co_return;
    }
    throw session_.question(session_.calling("GET", path)).no_use("its pages have no end");
}

template <class T>
asio::awaitable<std::vector<T>> client::list(std::string filter, std::size_t limit) {
    std::vector<T> all;
    const auto keep = chatops::provider::keep_first(all, limit);
    co_await each_page<T>(std::move(filter), keep);
    co_return all;
}

template <class T>
asio::awaitable<T> client::show(std::string id) {
    const chatops::provider::call what = session_.calling("GET", path_to<T>(id));
    const chatops::provider::answer given = co_await ask(what);
    co_return member_of<T>(given, T::at.one, what);
}

template <class T>
asio::awaitable<std::optional<T>> client::find(std::string id) {
    const chatops::provider::call what = session_.calling("GET", path_to<T>(id));
    const auto given = co_await ask_if_there(what);
    std::optional<T> found;
    if (given) found = member_of<T>(*given, T::at.one, what);
    co_return found;
}

template <class T>
asio::awaitable<bool> client::is_gone(std::string id) {
    const chatops::provider::call what = session_.calling("GET", path_to<T>(id));
    const auto given = co_await ask_if_there(what);
    co_return !given;
}

template <class T>
asio::awaitable<void> client::destroy(std::string id) {
    chatops::provider::call what = session_.calling("DELETE", path_to<T>(id));
    what.harmless = T::at.known_by_name;
    co_await ask_if_there(what);
}

} // namespace chatops::rackspace

#include CHATOPS_BODY("chatops/provider/rackspace/client_calls.ipp")
