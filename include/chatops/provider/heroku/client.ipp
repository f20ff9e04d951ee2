#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/time.hpp"
#include "chatops/core/url.hpp"
#include "chatops/http/retry.hpp"
#include "chatops/provider/heroku/answers.hpp"
#include "chatops/provider/heroku/client.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

namespace chatops::heroku {

/// One request, before it is addressed.
struct client::call {
    std::string method;
    /// Names in it are percent-encoded.
    std::string path;
    time_point deadline;
    std::string range = {};
    std::string body = {};
    /// Whether asking twice is as asking once; a GET is so anyway.
    bool harmless = false;
    /// Whether it counts for the rate limit.
    bool counts = true;

    [[nodiscard]] bool reads() const { return http::is_reading(method); }
    [[nodiscard]] asked question() const { return {method + ' ' + path, reads()}; }
};

struct client::answer {
    boost::json::value value;
    /// Empty on the last page.
    std::string next_range;
    /// Of the `Date` header.
    std::optional<time_point> date;
};

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

/// One token of the pool comes back in this time: 75 a minute.
/// Source: devcenter.heroku.com, "Platform API Reference", Rate Limits.
inline constexpr duration token_comes_back{800};
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

CHATOPS_INLINE std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

} // namespace detail

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
    call what{"PATCH", detail::path_of(name, "/formation"), deadline()};
    what.body = json::text(json::write(order));
    what.harmless = true;
    const answer given = co_await ask(what);
    auto all = read_as<std::vector<formation_entry>>(given.value, what.question());
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
    call what{"DELETE", detail::path_of(name, "/dynos"), deadline()};
    if (which && which->number)
        what.path += '/' + percent_encode(which->to_text());
    else if (which)
        what.path = detail::path_of(name, "/formations/") + percent_encode(which->process.text);
    co_await ask(what);
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
    call what{"POST", detail::path_of(name, "/releases"), deadline()};
    what.body = json::text(json::write(detail::rollback_order{release_id}));
    const answer given = co_await ask(what);
    co_return read_as<heroku::release>(given.value, what.question());
}

CHATOPS_INLINE asio::awaitable<time_point> client::provider_time() {
    call what{"GET", "/account/rate-limits", deadline()};
    what.counts = false;
    const answer given = co_await ask(what);
    if (!given.date) throw what.question().no_use("its answer does not say what time it is");
    co_return *given.date;
}

// ---- how it is asked

template <class T>
asio::awaitable<T> client::get(std::string path) {
    const call what{"GET", std::move(path), deadline()};
    const answer given = co_await ask(what);
    co_return read_as<T>(given.value, what.question());
}

template <class T, class Look>
asio::awaitable<void> client::each_page(std::string path, std::string range, const Look& look) {
    call what{"GET", std::move(path), deadline(), std::move(range)};
    for (int pages = 0; pages < limits::provider_pages; ++pages) {
        answer given = co_await ask(what);
        auto items = read_as<std::vector<T>>(given.value, what.question());
        given.value = nullptr;
        if (!look(std::move(items)) || given.next_range.empty()) co_return;
        if (given.next_range == what.range) break;
        what.range = std::move(given.next_range);
    }
    throw what.question().no_use("its pages have no end");
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

CHATOPS_INLINE http::request client::addressed(const call& what) const {
    http::request made;
    made.method = what.method;
    made.url = through_.where.url + what.path;
    made.headers = {{"Accept", "application/vnd.heroku+json; version=3"},
                    {"Authorization", "Bearer " + std::string(through_.where.token.reveal())},
                    {"User-Agent", "chatops"}};
    if (!what.range.empty()) made.headers.add("Range", what.range);
    if (!what.body.empty()) made.headers.add("Content-Type", "application/json");
    made.body = what.body;
    return made;
}

CHATOPS_INLINE asio::awaitable<client::answer> client::ask(const call& what) {
    const http::request addressed_to = addressed(what);
    const asked question = what.question();
    http::repeatable may = http::repeatable::no;
    if (what.reads() || what.harmless) may = http::repeatable::yes;
    if (through_.policy == chatops::provider::repeats::never) may = http::repeatable::never;
    http::patience patience{what.deadline};
    http::retry decide(patience, may, through_.chance);
    const auto send_it = [&](time_point until) { return send(addressed_to, what, until); };
    const auto read_it = [&](const http::response& given) {
        answer made;
        made.value = value_of(given, question, through_.where.token);
        made.next_range = given.headers.get("Next-Range");
        if (const auto date = read_time(given.headers.get("Date"))) made.date = *date;
        return made;
    };
    answer made = co_await http::send_with_retries<answer>(through_.time, decide, send_it, read_it);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<http::response> client::send(const http::request& what,
                                                            const call& of, time_point until) {
    const time_point began = through_.time.now();
    if (of.counts) co_await wait_for_token(of.deadline);
    // Waiting for our turn is no part of the try.
    until = std::min(until + (through_.time.now() - began), of.deadline);
    http::response given;
    std::optional<unavailable> failure;
    try {
        given = co_await through_.transport.send(what, until);
    } catch (const unavailable& silent) {
        const asked question = of.question();
        const bool arrived = silent.effect() == effect_known::may_have_happened;
        failure.emplace("heroku", silent.what() + (" (" + question.what + ")"),
                        arrived ? question.effect() : effect_known::did_not_happen);
    }
    if (failure) throw *failure;
    note(given);
    co_return given;
}

// ---- what is known of the account

CHATOPS_INLINE asio::awaitable<void> client::wait_for_token(time_point until) {
    chatops::provider::account_state& known = through_.known;
    // Again after each wait: others may have been waiting for the same token.
    while (known.refused_until && *known.refused_until > through_.time.now()) {
        if (*known.refused_until >= until)
            throw provider_error("heroku", 429, "rate_limit",
                                 "The account's requests are used up; more are free from " +
                                     format_time(*known.refused_until) + " on");
        co_await sleep_until(through_.time, *known.refused_until);
    }
    if (!known.remaining) co_return;
    if (*known.remaining > 0) --*known.remaining;
    if (*known.remaining == 0) known.refused_until = through_.time.now() + detail::token_comes_back;
}

CHATOPS_INLINE void client::note(const http::response& seen) {
    chatops::provider::account_state& known = through_.known;
    const time_point now = through_.time.now();
    if (const auto date = read_time(seen.headers.get("Date"))) known.provider_time = *date;
    if (const auto left = detail::number_of(seen.headers.get("RateLimit-Remaining"))) {
        known.remaining = std::max<std::int64_t>(*left, 0);
        known.refused_until.reset();
        if (*left <= 0) known.refused_until = now + detail::token_comes_back;
    }
    if (seen.status != 429) return;
    const auto asked_for = http::retry_after(seen, now);
    known.refused_until = asked_for ? *asked_for : now + detail::token_comes_back;
}

} // namespace chatops::heroku
