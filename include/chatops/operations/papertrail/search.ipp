#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/operations/papertrail/lines.hpp"
#include "chatops/operations/papertrail/search.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/papertrail/client.hpp"
#include "chatops/run/context.hpp"

#include <memory>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> papertrail_search::run(context& ctx) const {
    papertrail::search_order in_time;
    if (const auto problem = take_range(in_time, {*since, *until, *back}, ctx.now()))
        co_return *problem;
    search_place place = co_await look_for_place(ctx, *system, *group);
    if (place.problem) co_return std::move(*place.problem);
    papertrail::search_order& order = place.order;
    order.query = search_text(*query);
    order.since = in_time.since;
    order.until = in_time.until;
    const auto most = static_cast<std::size_t>(limit->number);
    const found_lines found = co_await look_for_lines(ctx, order, most);
    co_return lines_answer(found, order, place.called, most);
}

CHATOPS_INLINE asio::awaitable<reply> papertrail_tail::run(context& ctx) const {
    search_place place = co_await look_for_place(ctx, *system, *group);
    if (place.problem) co_return std::move(*place.problem);
    papertrail::search_order& order = place.order;
    order.query = search_text(*query);
    follow_order how;
    how.what = order.query.empty() ? "the log" : "lines for " + shown(order.query);
    how.what += place.called;
    how.name = "papertrail";
    how.limit = *limit ? (*limit)->length : papertrail_limits::usual_tail;
    // The stream writes them as people read them.
    how.shown = [](std::string_view text) { return std::string(text); };
    const papertrail::event_writer write = lines_shown;
    // Another connection goes on where the last one ended.
    auto seen = std::make_shared<std::optional<std::int64_t>>();
    const followed over =
        co_await ctx.follow(how, [&](papertrail::client& papertrail, bool /*again*/) {
            return papertrail.tail(order, write, seen);
        });
    std::string title = "Followed " + how.what + " for " + age_text(over.lasted) + ": " +
                        counted(over.lines, "line") + " in the thread";
    reply answer = reply::neutral(std::move(title));
    answer.add(text_part{over.stopped_by.empty() ? "Its time was up."
                                                 : "Stopped by " + over.stopped_by + "."});
    co_return answer;
}

} // namespace chatops::operations
