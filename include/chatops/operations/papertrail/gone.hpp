// How a command ends something at Papertrail for good: what is lost is shown and confirmed, and it
// is ended once.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/operations/papertrail/nouns.hpp"
#include "chatops/run/context.hpp"

#include <string>
#include <utility>

namespace chatops::operations {

/// What a person reads before one of a sort is lost.
template <class T>
using papertrail_losses_of = fields_part (*)(const T& it);

namespace detail {
template <class T>
asio::awaitable<bool> is_gone_at_papertrail(papertrail::client& papertrail, std::int64_t id) {
    // Not every sort can be asked for by its id.
    const std::vector<T> all = co_await papertrail.list<T>();
    bool is_there = false;
    for (const T& each : all) is_there = is_there || each.id == id;
    co_return !is_there;
}
} // namespace detail

/// The whole of a command that destroys what a person names.
template <class T>
asio::awaitable<reply> destroy_at_papertrail(context& ctx, std::string which,
                                             papertrail_losses_of<T> losses) {
    constexpr const noun& sort = noun_of<T>;
    auto choice = co_await ctx.observe(sort.one, [&](papertrail::client& papertrail) {
        return look_for_one<T>(papertrail, which);
    });
    const auto unclear = co_await ask_which_at_papertrail(ctx, which, choice);
    if (unclear) co_return *unclear;
    const T& it = choice.one();
    const std::string called = std::string("The ") + sort.one + ' ' + name_of(it);
    reply question;
    question.title =
        sort.end + (" the " + std::string(sort.one)) + ' ' + name_of(it) + " for good?";
    question.add(losses(it));
    co_await ctx.confirm(std::move(question), std::string(sort.end) + " this " + sort.one);
    // Whoever said yes said it to what was shown.
    const std::string id = std::to_string(it.id);
    const auto still = co_await ctx.observe("still so", [&](papertrail::client& papertrail) {
        return look_for_one<T>(papertrail, id);
    });
    if (!still.is_one()) co_return reply::neutral(called + " is gone already");
    if (losses(still.one()) != losses(it) || name_of(still.one()) != name_of(it))
        co_return reply::warning(called + " is not any more what you were shown: nothing was "
                                          "changed. Ask again to see what it is now");
    const auto act = [&](papertrail::client& papertrail) { return papertrail.remove<T>(it.id); };
    const auto find = [&](papertrail::client& papertrail, time_point) {
        return detail::is_gone_at_papertrail<T>(papertrail, it.id);
    };
    co_await ctx.once("destroy", act, find);
    co_return reply::good(called + " is " + sort.ended);
}

} // namespace chatops::operations
