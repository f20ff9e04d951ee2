// How a command calls something else what has its name to itself.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/digitalocean/choice.hpp"
#include "chatops/operations/digitalocean/nouns.hpp"
#include "chatops/provider/digitalocean/client.hpp"
#include "chatops/run/context.hpp"

#include <optional>
#include <string>

namespace chatops::operations {

/// The one that gets a new name, or what to say instead.
template <class T>
struct to_rename {
    std::optional<reply> instead;
    T it;
};

/// Looks for what a person names, and whether it can be called `name`.
template <class T>
asio::awaitable<to_rename<T>> look_for_one_to_rename(context& ctx, std::string which,
                                                     std::string name) {
    to_rename<T> meant;
    auto choice = co_await ctx.observe(
        noun_of<T>.one, [&](digitalocean::client& ocean) { return look_for<T>(ocean, which); });
    meant.instead = co_await ask_which(ctx, which, choice);
    if (meant.instead) co_return meant;
    meant.it = choice.one();
    if (name_of(meant.it) == name) {
        meant.instead = reply::neutral(name + " is called that already: nothing was changed");
        co_return meant;
    }
    const auto namesake = co_await ctx.observe(
        "namesake", [&](digitalocean::client& ocean) { return with_name<T>(ocean, name); });
    if (namesake)
        meant.instead = reply::bad(name_of(meant.it) + " keeps its name: there is a " +
                                   noun_of<T>.one + ' ' + name + " already");
    co_return meant;
}

template <class T>
reply now_called(const T& it, const std::string& name) {
    return reply::good("The " + std::string(noun_of<T>.one) + ' ' + name_of(it) +
                       " is now called " + name);
}

/// The whole of a command that renames what keeps all that is not named (`PATCH`).
template <class T>
asio::awaitable<reply> rename_named(context& ctx, std::string which, std::string name) {
    const auto meant = co_await look_for_one_to_rename<T>(ctx, which, name);
    if (meant.instead) co_return *meant.instead;
    const std::string path = digitalocean::path_to<T>(id_of(meant.it));
    const digitalocean::name_order order(name);
    co_await ctx.set("rename", [&](digitalocean::client& ocean) {
        return ocean.change<T>("PATCH", path, order);
    });
    co_return now_called(meant.it, name);
}

} // namespace chatops::operations
