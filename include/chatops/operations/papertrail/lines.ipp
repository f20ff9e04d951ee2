#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/time.hpp"
#include "chatops/operations/output.hpp"
#include "chatops/operations/papertrail/lines.hpp"
#include "chatops/operations/papertrail/nouns.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// On one line: a line that is one stays one, so that they can be counted.
CHATOPS_INLINE std::string one_line(std::string_view text) {
    std::string shown = shown_output(text);
    while (!shown.empty() && shown.back() == '\n') shown.pop_back();
    std::string line;
    for (const char each : shown) {
        if (each == '\n')
            line += " ⏎ ";
        else
            line += each;
    }
    return line;
}

CHATOPS_INLINE std::string second_of(time_point when) {
    std::string text = format_time(when).substr(0, 19);
    text[10] = ' ';
    return text;
}

CHATOPS_INLINE asio::awaitable<found_lines>
lines_of(papertrail::client& papertrail, papertrail::search_order which, std::size_t limit) {
    const auto seen = co_await papertrail.newest(std::move(which), limit);
    const auto& events = seen.events;
    found_lines found;
    found.text = lines_shown(events);
    found.count = static_cast<std::int64_t>(events.size());
    found.is_whole = seen.end.is_whole;
    if (!found.is_whole) found.looked_back_to = seen.end.oldest_at;
    co_return found;
}

CHATOPS_INLINE text_part looked_in_part(const found_lines& found) {
    std::string text = "Papertrail has not looked at all there is, for it takes too long";
    if (found.looked_back_to) text += ": only back to " + second_of(*found.looked_back_to);
    return {text + ". Say `--system`, `--group`, or a shorter time."};
}

CHATOPS_INLINE std::string range_text(const papertrail::search_order& which) {
    std::string text;
    if (which.since) text += " since " + second_of(*which.since);
    if (which.until) text += " until " + second_of(*which.until);
    return text;
}

} // namespace detail

CHATOPS_INLINE std::string lines_shown(const std::vector<papertrail::event>& events) {
    std::string text;
    for (const papertrail::event& each : events) {
        text += detail::second_of(each.received_at) + ' ';
        text += detail::one_line(each.source_name);
        if (!each.program.empty()) text += ' ' + detail::one_line(each.program);
        text += ": " + detail::one_line(each.message) + '\n';
    }
    return text;
}

CHATOPS_INLINE std::string
search_text(const std::optional<std::vector<papertrail::query_text>>& words) {
    if (!words || words->empty()) return {};
    if (words->size() == 1) return words->front().text;
    std::string text;
    for (const papertrail::query_text& each : *words) {
        if (!text.empty()) text += ' ';
        const bool is_phrase = each.text.find(' ') != std::string::npos &&
                               each.text.find('"') == std::string::npos &&
                               each.text.find('(') == std::string::npos;
        text += is_phrase ? '"' + each.text + '"' : each.text;
    }
    return text;
}

CHATOPS_INLINE asio::awaitable<search_place>
look_for_place(context& ctx, const std::optional<papertrail::system_ref>& system,
               const std::optional<papertrail::group_ref>& group) {
    search_place place;
    if (system) {
        auto choice = co_await ctx.observe("system", [&](papertrail::client& papertrail) {
            return look_for_one<papertrail::system>(papertrail, system->text);
        });
        place.problem = co_await ask_which_at_papertrail(ctx, system->text, choice);
        if (place.problem) co_return place;
        place.order.system_id = choice.one().id;
        place.called = " of " + choice.one().name;
    }
    if (group) {
        auto choice = co_await ctx.observe("group", [&](papertrail::client& papertrail) {
            return look_for_one<papertrail::group>(papertrail, group->text);
        });
        place.problem = co_await ask_which_at_papertrail(ctx, group->text, choice);
        if (place.problem) co_return place;
        place.order.group_id = choice.one().id;
        place.called += (system ? " in" : " of") + (" the group " + choice.one().name);
    }
    co_return place;
}

CHATOPS_INLINE std::optional<reply> take_range(papertrail::search_order& into,
                                               const search_range& given, time_point now) {
    if (given.back && given.since) {
        reply both = reply::bad("`--for` and `--since` both say where it begins");
        return both.add(text_part{"Give one of them."});
    }
    if (given.since) into.since = given.since->when;
    if (given.until) into.until = given.until->when;
    if (given.back) into.since = into.until.value_or(now) - given.back->length;
    if (!into.since || !into.until || *into.since <= *into.until) return std::nullopt;
    reply empty = reply::bad("Nothing lies between: `--since` is after `--until`");
    return empty.add(text_part{"Give the earlier one as `--since`."});
}

CHATOPS_INLINE asio::awaitable<found_lines>
look_for_lines(context& ctx, const papertrail::search_order& which, std::size_t limit) {
    found_lines found = co_await ctx.observe("lines", [&](papertrail::client& papertrail) {
        return detail::lines_of(papertrail, which, limit);
    });
    co_return found;
}

CHATOPS_INLINE reply lines_answer(const found_lines& found, const papertrail::search_order& which,
                                  const std::string& place, std::size_t limit) {
    const auto count = static_cast<std::size_t>(found.count);
    constexpr auto most = static_cast<std::size_t>(papertrail_limits::lines);
    const std::string with = which.query.empty() ? "" : " for " + shown(which.query);
    const std::string range = detail::range_text(which);
    if (count == 0) {
        reply answer = reply::neutral("There is no line" + with + place + range +
                                      (range.empty() ? "" : " (UTC)"));
        if (found.is_whole) return answer;
        answer.how = tone::warning;
        return answer.add(detail::looked_in_part(found));
    }
    reply answer = reply::neutral(counted(count, "line") + with + place + range + " (UTC)");
    if (!found.is_whole && count >= limit)
        answer.add(text_part{"These are the newest; there may be more. " +
                             (count < most ? "`--limit` shows up to " + std::to_string(most) +
                                                 ", and `--until` goes on before them."
                                           : "`--until` goes on before them.")});
    else if (!found.is_whole)
        answer.add(detail::looked_in_part(found));
    return answer.add(code_part{found.text});
}

} // namespace chatops::operations
