// How a command ends something for good: once, and until it is gone.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

namespace chatops::operations {

/// What the step records: there is nothing more to know of it than that it was asked for.
struct destroyed {
    bool asked = true;
};
BOOST_DESCRIBE_STRUCT(destroyed, (), (asked))

namespace detail {

template <class T>
asio::awaitable<destroyed> destroy_it(digitalocean::client& ocean, const std::string& id) {
    co_await ocean.destroy<T>(id);
    co_return destroyed();
}

template <class T>
asio::awaitable<std::optional<destroyed>> look_if_gone(digitalocean::client& ocean,
                                                       const std::string& id) {
    const bool gone = co_await ocean.is_gone<T>(id);
    std::optional<destroyed> found;
    if (gone) found.emplace();
    co_return found;
}

} // namespace detail

/// Ends it, and waits until it is gone.
template <class T>
asio::awaitable<void> destroy_for_good(context& ctx, const std::string& id) {
    const auto act = [&](digitalocean::client& ocean) { return detail::destroy_it<T>(ocean, id); };
    const auto find = [&](digitalocean::client& ocean, time_point) {
        return detail::look_if_gone<T>(ocean, id);
    };
    co_await ctx.once("destroy", act, find);
    co_await ctx.until("gone", [&](digitalocean::client& ocean) { return ocean.is_gone<T>(id); });
}

} // namespace chatops::operations
