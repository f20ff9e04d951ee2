// How a command calls something at Papertrail something else.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/papertrail/nouns.hpp"
#include "chatops/run/context.hpp"

#include <string>

namespace chatops::operations {

/// The whole of a command that renames what a person names.
template <class T>
asio::awaitable<reply> rename_at_papertrail(context& ctx, std::string which, std::string name) {
    constexpr const noun& sort = noun_of<T>;
    auto choice = co_await ctx.observe(sort.one, [&](papertrail::client& papertrail) {
        return look_for_one<T>(papertrail, which);
    });
    const auto unclear = co_await ask_which_at_papertrail(ctx, which, choice);
    if (unclear) co_return *unclear;
    const T& it = choice.one();
    if (it.name == name)
        co_return reply::neutral(it.name + " is called that already: nothing was changed");
    const papertrail::name_change order{name};
    co_await ctx.set("rename", [&](papertrail::client& papertrail) {
        return papertrail.change<T>(it.id, order);
    });
    co_return reply::good(std::string("The ") + sort.one + ' ' + it.name + " is now called " +
                          name);
}

} // namespace chatops::operations
