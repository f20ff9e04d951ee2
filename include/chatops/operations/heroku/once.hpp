// How a command makes something that belongs to an application, or ends it: once.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace chatops::operations {

namespace detail {

template <class T, class Is>
asio::awaitable<std::optional<T>> look_for_made(heroku::client& heroku, const heroku::app_name& of,
                                                const Is& is, time_point since) {
    auto all = co_await heroku.list<T>(of);
    std::optional<T> found;
    for (T& each : all)
        if (each.created_at >= since && is(each)) found.emplace(std::move(each));
    co_return found;
}

template <class T>
asio::awaitable<bool> is_gone(heroku::client& heroku, const heroku::app_name& of,
                              const std::string& id) {
    const auto there = co_await heroku.find<T>(of, id);
    co_return !there;
}

} // namespace detail

/// Makes it; `is(each)` tells ours from the others of its sort that were made since. References
/// must live until the awaitable ends.
template <class T, class Order, class Is>
asio::awaitable<T> make_once(context& ctx, const heroku::app_name& of, const Order& what,
                             const Is& is) {
    const auto act = [&](heroku::client& heroku) { return heroku.create<T>(of, what); };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_for_made<T>(heroku, of, is, since);
    };
    T made = co_await ctx.once("create", act, find);
    co_return made;
}

/// Ends it for good.
template <class T>
asio::awaitable<void> remove_once(context& ctx, const heroku::app_name& of, const std::string& id) {
    const auto act = [&](heroku::client& heroku) { return heroku.remove<T>(of, id); };
    const auto find = [&](heroku::client& heroku, time_point) {
        return detail::is_gone<T>(heroku, of, id);
    };
    co_await ctx.once("remove", act, find);
}

} // namespace chatops::operations
