// The bodies of the client's templates: how a mutation is carried out, and how pages are followed.
#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/provider/newrelic/client.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::newrelic {

namespace detail {
boost::json::value json_of(const std::string& text);
/// The number under that name; nothing where there is none.
std::optional<double> number_of(const boost::json::value& row, std::string_view name);
} // namespace detail

template <class T>
asio::awaitable<T> client::change(question what, bool harmless) {
    chatops::provider::call asked = changing(what);
    asked.harmless = harmless;
    const chatops::provider::answer given = co_await caller_.ask(asked);
    const boost::json::value* const done = found(given, "done", asked);
    if (done == nullptr) throw caller_.question(asked).no_use("it does not say what it did");
    co_return chatops::provider::read_as<T>(*done, caller_.question(asked));
}

template <class T>
asio::awaitable<gaps> client::each_page(question what, std::string_view list, page_look<T> look) {
    gaps missing;
    std::string cursor;
    for (int pages = 0; pages < chatops::limits::provider_pages; ++pages) {
        const chatops::provider::call asked = looking(what);
        chatops::provider::answer given = co_await caller_.ask(asked);
        const boost::json::value* const page = found(given, what.at, asked);
        const boost::json::value* const held = detail::member(page, list);
        std::vector<T> items;
        if (held != nullptr)
            items = chatops::provider::read_as<std::vector<T>>(*held, caller_.question(asked));
        std::string next = detail::text_in(page, "next_cursor");
        for (std::string& each : gaps_of(given.value)) missing.push_back(std::move(each));
        given.value = nullptr;
        if (!look(std::move(items)) || next.empty()) co_return missing;
        if (next == cursor) break;
        cursor = std::move(next);
        what.variables["cursor"] = boost::json::string_view(cursor.data(), cursor.size());
    }
    throw caller_.question(looking(what)).no_use("its pages have no end");
}

} // namespace chatops::newrelic

#include CHATOPS_BODY("chatops/provider/newrelic/client_alerts.ipp")
#include CHATOPS_BODY("chatops/provider/newrelic/client_apps.ipp")
#include CHATOPS_BODY("chatops/provider/newrelic/client_calls.ipp")
