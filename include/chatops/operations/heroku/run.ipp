#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/time.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/logs.hpp"
#include "chatops/operations/heroku/output.hpp"
#include "chatops/operations/heroku/run.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

/// Long enough for a log's last lines to arrive.
inline constexpr duration log_arrives = std::chrono::seconds(15);

/// A dyno that was started for a command.
struct one_off {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(one_off, (), (name))

/// How its command ended, as far as the log says.
struct one_off_end {
    std::optional<std::string> status;
    std::string output;
};
BOOST_DESCRIBE_STRUCT(one_off_end, (), (status, output))

CHATOPS_INLINE asio::awaitable<one_off>
start_one_off(heroku::client& heroku, const heroku::app_name& of, const heroku::run_order& order) {
    const heroku::dyno made = co_await heroku.run(of, order);
    co_return one_off{made.name};
}

/// Whether a dyno runs that command, or did: it may be gone by now, and then the log says it.
CHATOPS_INLINE asio::awaitable<std::optional<one_off>> look_for_one_off(heroku::client& heroku,
                                                                        const heroku::app_name& of,
                                                                        const std::string& command,
                                                                        time_point since) {
    std::optional<one_off> found;
    const auto dynos = co_await heroku.dynos(of);
    for (const heroku::dyno& each : dynos)
        if (each.type == "run" && each.command == command && each.created_at >= since)
            found = one_off{each.name};
    if (found) co_return found;
    heroku::log_order all;
    all.lines = heroku_limits::log_lines;
    const std::string text = co_await heroku.log(of, all);
    const std::string began = format_time(since).substr(0, 19);
    const std::string starting = "Starting process with command `" + command + "`";
    each_log_line(text, [&](std::string_view, const log_line* line) {
        if (line != nullptr && line->source == "heroku" && line->dyno.substr(0, 4) == "run." &&
            line->time.substr(0, 19) >= began && line->message == starting)
            found = one_off{std::string(line->dyno)};
    });
    co_return found;
}

CHATOPS_INLINE asio::awaitable<bool>
one_off_is_gone(heroku::client& heroku, const heroku::app_name& of, const std::string& name) {
    const auto there = co_await heroku.find_dyno(of, name);
    co_return !there.has_value();
}

CHATOPS_INLINE asio::awaitable<one_off_end>
look_at_one_off(heroku::client& heroku, const heroku::app_name& of, const std::string& name) {
    heroku::log_order order;
    order.lines = heroku_limits::log_lines;
    order.dyno_name = name;
    const std::string text = co_await heroku.log(of, order);
    constexpr std::string_view exited = "Process exited with status ";
    one_off_end seen;
    std::string output;
    each_log_line(text, [&](std::string_view, const log_line* line) {
        if (line == nullptr || line->dyno != name) return;
        if (line->source == "app") (output += line->message) += '\n';
        if (line->source == "heroku" && line->message.substr(0, exited.size()) == exited)
            seen.status = std::string(line->message.substr(exited.size()));
    });
    seen.output = end_of_output(output);
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<bool>
one_off_has_told(heroku::client& heroku, const heroku::app_name& of, const std::string& name) {
    const one_off_end seen = co_await look_at_one_off(heroku, of, name);
    co_return seen.status.has_value();
}

/// `5 min`
CHATOPS_INLINE std::string life_text(const heroku::run_order& order) {
    return age_text(std::chrono::seconds(order.time_to_live.value_or(0)));
}

CHATOPS_INLINE reply run_question(const std::string& app, const heroku::run_order& order,
                                  const std::vector<heroku::release>& newest) {
    reply shown;
    shown.title = "Run this in " + app + "?";
    fields_part facts{{{"Command", order.command}}};
    if (order.time_to_live)
        facts.fields.emplace_back("For", "at most " + life_text(order) + ": then Heroku ends it");
    if (!newest.empty()) facts.fields.emplace_back("With", release_text(newest.front()));
    facts.fields.emplace_back("Rights", "it may do all that the application may, with its data");
    return shown.add(std::move(facts));
}

/// `ran` is how long it ran at the most.
CHATOPS_INLINE reply run_ended(const std::string& app, const heroku::run_order& order,
                               const std::string& dyno, const one_off_end& seen, duration ran) {
    const std::string what = app + ": the command in " + dyno;
    // What a shell says of a program that was told to end, or was ended; a person may have done so.
    const bool was_killed = seen.status == "143" || seen.status == "137";
    const bool is_time_up = order.time_to_live && ran >= std::chrono::seconds(*order.time_to_live);
    reply answer;
    if (!seen.status)
        answer = reply::warning(what + " has ended; the log does not say how");
    else if (was_killed && is_time_up)
        answer = reply::bad(what + " was ended by Heroku after " + life_text(order) + ", as asked");
    else if (*seen.status == "0")
        answer = reply::good(what + " has ended well");
    else
        answer = reply::bad(what + " has failed, with status " + *seen.status);
    answer.add(fields_part{{{"Command", order.command}}});
    if (seen.output.empty()) return answer.add(text_part{"It wrote nothing."});
    return answer.add(code_part{seen.output});
}

CHATOPS_INLINE reply still_runs(const std::string& app, const heroku::run_order& order,
                                const std::string& dyno, std::chrono::seconds limit) {
    reply answer = reply::warning(app + ": the command in " + dyno + " still runs, after " +
                                  age_text(limit) + " of waiting");
    fields_part facts{{{"Command", order.command}}};
    if (order.time_to_live)
        facts.fields.emplace_back("For", "at most " + life_text(order) + ": then Heroku ends it");
    answer.add(std::move(facts));
    return answer.add(text_part{"`heroku logs " + app + " --dyno " + dyno +
                                "` shows what it writes, `heroku stop " + app + ' ' + dyno +
                                "` ends it."});
}

} // namespace detail

CHATOPS_INLINE std::string shell_command(const std::vector<std::string>& words) {
    if (words.size() == 1) return words.front();
    constexpr std::string_view plain = "_-./:=,@%+";
    const auto is_plain = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               plain.find(c) != std::string_view::npos;
    };
    std::string command;
    for (const std::string& word : words) {
        if (!command.empty()) command += ' ';
        if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) {
            command += word;
            continue;
        }
        command += '\'';
        for (const char each : word) each == '\'' ? command += "'\\''" : command += each;
        command += '\'';
    }
    return command;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_run::run(context& ctx) const {
    heroku::run_order order;
    order.command = shell_command(*command);
    if (*size) order.size = (*size)->text;
    if (*life) order.time_to_live = (*life)->length.count();
    const auto newest = co_await ctx.observe(
        "release", [&](heroku::client& heroku) { return heroku.releases(*app, 1); });
    reply question = detail::run_question(app->text, order, newest);
    co_await ctx.confirm(std::move(question), "Run it");
    const auto act = [&](heroku::client& heroku) {
        return detail::start_one_off(heroku, *app, order);
    };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_for_one_off(heroku, *app, order.command, since);
    };
    const detail::one_off begun = co_await ctx.once("run", act, find);
    const time_point began = ctx.now();
    co_await ctx.progress(begun.name + " of " + app->text + " runs it");
    bool ended = true;
    try {
        co_await ctx.until(
            "end",
            [&](heroku::client& heroku) {
                return detail::one_off_is_gone(heroku, *app, begun.name);
            },
            limit->length);
    } catch (const gave_up&) {
        ended = false;
    }
    const duration ran = ctx.now() - began;
    if (!ended) co_return detail::still_runs(app->text, order, begun.name, limit->length);
    try {
        co_await ctx.until(
            "last lines",
            [&](heroku::client& heroku) {
                return detail::one_off_has_told(heroku, *app, begun.name);
            },
            detail::log_arrives);
    } catch (const gave_up&) {
        // Then it is told without.
        ended = true;
    }
    const auto seen = co_await ctx.observe("outcome", [&](heroku::client& heroku) {
        return detail::look_at_one_off(heroku, *app, begun.name);
    });
    co_return detail::run_ended(app->text, order, begun.name, seen, ran);
}

} // namespace chatops::operations
