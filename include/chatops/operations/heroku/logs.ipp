#pragma once

#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/logs.hpp"
#include "chatops/operations/heroku/output.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <cstddef>

namespace chatops::operations {

namespace detail {

/// `2012-01-01T12:00:00` at the beginning of a line.
CHATOPS_INLINE bool begins_with_time(std::string_view line) {
    constexpr std::string_view form = "0000-00-00T00:00:00";
    if (line.size() < form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool digit = line[i] >= '0' && line[i] <= '9';
        if (form[i] == '0' ? !digit : line[i] != form[i]) return false;
    }
    return true;
}

/// Source: devcenter.heroku.com, "Logging": `time source[dyno]: message`.
CHATOPS_INLINE std::optional<log_line> parts_of(std::string_view line) {
    if (!begins_with_time(line)) return std::nullopt;
    const auto source = line.find(' ');
    const auto dyno = line.find('[', std::min(source, line.size()));
    const auto message = line.find("]: ", std::min(dyno, line.size()));
    if (message == std::string_view::npos) return std::nullopt;
    return log_line{line.substr(0, source), line.substr(source + 1, dyno - source - 1),
                    line.substr(dyno + 1, message - dyno - 1), line.substr(message + 3)};
}

CHATOPS_INLINE heroku::log_order log_order_of(const heroku_logs& asked) {
    heroku::log_order order;
    order.lines = static_cast<int>(asked.lines->number);
    if (const auto& dyno = *asked.dyno) {
        if (dyno->number)
            order.dyno_name = dyno->to_text();
        else
            order.type = dyno->to_text();
    }
    if (*asked.source) order.source = **asked.source == log_source::app ? "app" : "heroku";
    return order;
}

} // namespace detail

CHATOPS_INLINE void
each_log_line(std::string_view text,
              const std::function<void(std::string_view whole, const log_line* parts)>& look) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        const auto parts = detail::parts_of(line);
        look(line, parts ? &*parts : nullptr);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

CHATOPS_INLINE std::string log_shown(std::string_view text) {
    const std::string clean = shown_output(text);
    std::string shown;
    each_log_line(clean, [&](std::string_view whole, const log_line* parts) {
        if (parts == nullptr) {
            (shown += whole) += '\n';
            return;
        }
        (shown += parts->time.substr(0, 10)) += ' ';
        (shown += parts->time.substr(11, 8)) += ' ';
        if (parts->source != "app") (shown += parts->source) += '/';
        ((shown += parts->dyno) += ": ") += parts->message;
        shown += '\n';
    });
    return shown;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_logs::follow(context& ctx) const {
    const heroku::log_order first = detail::log_order_of(*this);
    follow_order how;
    how.what = "the log of " + app->text;
    if (*dyno) how.what += ' ' + (*dyno)->to_text();
    how.name = app->text;
    how.limit = *limit ? (*limit)->length : heroku_limits::usual_tail;
    how.shown = [](std::string_view text) { return log_shown(text); };
    const followed over = co_await ctx.follow(how, [&](heroku::client& heroku, bool again) {
        heroku::log_order order = first;
        // What a new connection begins with was shown already, for the most part.
        if (again) order.lines = 0;
        return heroku.tail(*app, std::move(order));
    });
    std::string title = "Followed " + how.what + " for " + age_text(over.lasted) + ": " +
                        counted(over.lines, "line") + " in the thread";
    reply answer = reply::neutral(std::move(title));
    answer.add(text_part{over.stopped_by.empty() ? "Its time was up."
                                                 : "Stopped by " + over.stopped_by + "."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_logs::run(context& ctx) const {
    if (*tail) {
        reply followed_to_its_end = co_await follow(ctx);
        co_return followed_to_its_end;
    }
    if (*limit) {
        reply answer = reply::bad("`--for` says how long the log is followed, and nothing follows "
                                  "it without `--tail`");
        co_return answer.add(text_part{"Add `--tail`, or leave `--for` out. With `--lines` you say "
                                       "how far back to look."});
    }
    const heroku::log_order order = detail::log_order_of(*this);
    const std::string text = co_await ctx.observe(
        "log", [&](heroku::client& heroku) { return heroku.log(*app, order); });
    std::string shown = log_shown(text);
    const auto count = static_cast<std::size_t>(std::count(shown.begin(), shown.end(), '\n'));
    std::string what = app->text;
    if (*dyno) what += ' ' + (*dyno)->to_text();
    if (count == 0) co_return reply::neutral(what + ": there is nothing of it in the log");
    reply answer = reply::neutral(what + ": the last " + counted(count, "line") + " (UTC)");
    co_return answer.add(code_part{std::move(shown)});
}

} // namespace chatops::operations
