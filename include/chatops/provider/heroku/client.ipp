#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/url.hpp"
#include "chatops/provider/heroku/client.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace chatops::heroku {

namespace detail {

/// A line of `PATCH /apps/{app}/formation`. Heroku's own CLI names the size `size`.
struct formation_update {
    std::string type;
    std::int64_t quantity = 0;
    std::optional<std::string> size;
};
BOOST_DESCRIBE_STRUCT(formation_update, (), (type, quantity, size))

struct formation_updates {
    std::vector<formation_update> updates;
};
BOOST_DESCRIBE_STRUCT(formation_updates, (), (updates))

struct rollback_order {
    std::string release;
};
BOOST_DESCRIBE_STRUCT(rollback_order, (), (release))

/// One token of the pool comes back in 800 ms: 75 a minute.
/// Source: devcenter.heroku.com, "Platform API Reference", Rate Limits.
inline constexpr chatops::provider::vendor facts{.name = "heroku",
                                                 .accept = "application/vnd.heroku+json; version=3",
                                                 .request_id = "Request-Id",
                                                 .next_page = "Next-Range",
                                                 .token_comes_back = duration{800}};
/// The page that Heroku gives by itself. Source: the same, Ranges.
inline constexpr std::size_t page_items = 200;

CHATOPS_INLINE std::string path_of(const app_name& name, std::string_view rest = {}) {
    return "/apps/" + percent_encode(name.text) + std::string(rest);
}

/// `web.10` comes after `web.2`.
CHATOPS_INLINE std::tuple<std::string_view, std::size_t, std::string_view>
order_of(const dyno& each) {
    return {each.type, each.name.size(), each.name};
}

CHATOPS_INLINE void sort_by_type(std::vector<formation_entry>& formation) {
    std::sort(formation.begin(), formation.end(),
              [](const auto& left, const auto& right) { return left.type < right.type; });
}

} // namespace detail

CHATOPS_INLINE client::client(chatops::provider::connection through)
    : caller_(through, detail::facts) {}

// ---- what Heroku can do

CHATOPS_INLINE asio::awaitable<void>
client::each_page_of_apps(const std::function<bool(std::vector<heroku::app>)>& look) {
    std::string path = "/apps";
    std::string range = "name ..; max=" + std::to_string(detail::page_items);
    co_await each_page<heroku::app>(std::move(path), std::move(range), look);
}

CHATOPS_INLINE asio::awaitable<std::vector<heroku::app>> client::apps() {
    return list<heroku::app>("/apps", "name ..; max=" + std::to_string(detail::page_items));
}

CHATOPS_INLINE asio::awaitable<heroku::app> client::app(const app_name& name) {
    return get<heroku::app>(detail::path_of(name));
}

CHATOPS_INLINE asio::awaitable<std::vector<formation_entry>>
client::formation(const app_name& name) {
    auto all = co_await list<formation_entry>(detail::path_of(name, "/formation"), "id ..");
    detail::sort_by_type(all);
    co_return all;
}

CHATOPS_INLINE asio::awaitable<std::vector<formation_entry>>
client::scale(const app_name& name, const std::vector<quantity>& to) {
    detail::formation_updates order;
    for (const quantity& each : to)
        order.updates.push_back({each.process.text, each.count, each.size});
    provider::call what = calling("PATCH", detail::path_of(name, "/formation"));
    what.body = json::text(json::write(order));
    what.harmless = true;
    const provider::answer given = co_await caller_.ask(what);
    auto all = provider::read_as<std::vector<formation_entry>>(given.value, caller_.question(what));
    detail::sort_by_type(all);
    co_return all;
}

CHATOPS_INLINE asio::awaitable<std::vector<dyno>> client::dynos(const app_name& name) {
    auto all = co_await list<dyno>(detail::path_of(name, "/dynos"), "id ..");
    std::sort(all.begin(), all.end(), [](const dyno& left, const dyno& right) {
        return detail::order_of(left) < detail::order_of(right);
    });
    co_return all;
}

CHATOPS_INLINE asio::awaitable<bool> client::all_up(const app_name& name) {
    const auto wanted = co_await formation(name);
    const auto running = co_await dynos(name);
    std::map<std::string_view, std::int64_t> up;
    for (const dyno& each : running)
        if (each.state == "up" || each.state == "idle") ++up[each.type];
    co_return std::all_of(wanted.begin(), wanted.end(), [&](const formation_entry& each) {
        return up[each.type] == each.quantity;
    });
}

CHATOPS_INLINE asio::awaitable<void> client::restart(const app_name& name,
                                                     const std::optional<dyno_group>& which) {
    provider::call what = calling("DELETE", detail::path_of(name, "/dynos"));
    if (which && which->number)
        what.path += '/' + percent_encode(which->to_text());
    else if (which)
        what.path = detail::path_of(name, "/formations/") + percent_encode(which->process.text);
    co_await caller_.ask(what);
}

CHATOPS_INLINE asio::awaitable<std::vector<heroku::release>> client::releases(const app_name& name,
                                                                              std::size_t limit) {
    std::vector<heroku::release> newest;
    const std::size_t page = std::min(limit, detail::page_items);
    const auto take = [&](std::vector<heroku::release> items) {
        for (heroku::release& each : items)
            if (newest.size() < limit) newest.push_back(std::move(each));
        return newest.size() < limit;
    };
    std::string path = detail::path_of(name, "/releases");
    std::string range = "version ..; max=" + std::to_string(page) + ", order=desc";
    co_await each_page<heroku::release>(std::move(path), std::move(range), take);
    co_return newest;
}

CHATOPS_INLINE asio::awaitable<heroku::release> client::release(const app_name& name,
                                                                const release_version& version) {
    return get<heroku::release>(
        detail::path_of(name, "/releases/" + std::to_string(version.number)));
}

CHATOPS_INLINE asio::awaitable<heroku::release> client::rollback(const app_name& name,
                                                                 const std::string& release_id) {
    provider::call what = calling("POST", detail::path_of(name, "/releases"));
    what.body = json::text(json::write(detail::rollback_order{release_id}));
    const provider::answer given = co_await caller_.ask(what);
    co_return provider::read_as<heroku::release>(given.value, caller_.question(what));
}

CHATOPS_INLINE asio::awaitable<time_point> client::provider_time() {
    provider::call what = calling("GET", "/account/rate-limits");
    what.counts = false;
    const provider::answer given = co_await caller_.ask(what);
    if (!given.date) throw caller_.question(what).no_use("its answer does not say what time it is");
    co_return *given.date;
}

// ---- how it is asked

CHATOPS_INLINE provider::call client::calling(std::string method, std::string path) const {
    return {std::move(method), std::move(path), caller_.deadline()};
}

template <class T>
asio::awaitable<T> client::get(std::string path) {
    const provider::call what = calling("GET", std::move(path));
    const provider::answer given = co_await caller_.ask(what);
    co_return provider::read_as<T>(given.value, caller_.question(what));
}

template <class T, class Look>
asio::awaitable<void> client::each_page(std::string path, std::string range, const Look& look) {
    provider::call what = calling("GET", std::move(path));
    what.headers.set("Range", range);
    for (int pages = 0; pages < limits::provider_pages; ++pages) {
        provider::answer given = co_await caller_.ask(what);
        auto items = provider::read_as<std::vector<T>>(given.value, caller_.question(what));
        given.value = nullptr;
        if (!look(std::move(items)) || given.next_page.empty()) co_return;
        if (given.next_page == what.headers.get("Range")) break;
        what.headers.set("Range", given.next_page);
    }
    throw caller_.question(what).no_use("its pages have no end");
}

template <class T>
asio::awaitable<std::vector<T>> client::list(std::string path, std::string range) {
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
