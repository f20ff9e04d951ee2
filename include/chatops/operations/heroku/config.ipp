#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/operations/heroku/config.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// The values never leave this step.
CHATOPS_INLINE asio::awaitable<std::vector<config_facts>>
look_at_config(heroku::client& heroku, const heroku::app_name& of) {
    const heroku::config_vars all = co_await heroku.config_vars(of);
    co_return facts_of(all);
}

CHATOPS_INLINE std::vector<std::string> names_of(const std::vector<config_facts>& all) {
    std::vector<std::string> names;
    for (const config_facts& each : all) names.push_back(each.name);
    return names;
}

CHATOPS_INLINE bool has_name(const std::vector<config_facts>& all, const std::string& name) {
    return std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
}

CHATOPS_INLINE reply no_such_variable(const std::string& app, const std::string& name,
                                      const std::vector<config_facts>& all) {
    reply answer = reply::bad(app + " has no config var " + name);
    return answer.add(text_part{did_you_mean(name, names_of(all)) + "`heroku config show " + app +
                                "` lists them all."});
}

/// What putting back needs; where the values are taken from, and not the values.
struct config_before {
    heroku::app_name app;
    std::int64_t release = 0;
    std::vector<std::string> names;
    /// Whether what was set meanwhile stays.
    bool only_missing = false;
};

/// Makes them what they were in the release before.
CHATOPS_INLINE asio::awaitable<void> put_config_back(heroku::client& heroku,
                                                     const config_before& what) {
    const heroku::config_vars now = co_await heroku.config_vars(what.app);
    const heroku::release_version version{what.release};
    const heroku::config_vars before = co_await heroku.config_vars_of(what.app, version);
    heroku::config_changes back;
    for (const std::string& each : what.names) {
        const auto is = now.find(each);
        const auto was = before.find(each);
        if (is != now.end() && what.only_missing) continue;
        if (was == before.end())
            back.emplace(each, std::nullopt);
        else if (is == now.end() || is->second.reveal() != was->second.reveal())
            back.emplace(each, was->second);
    }
    if (!back.empty()) co_await heroku.change_config_vars(what.app, std::move(back));
}

CHATOPS_INLINE asio::awaitable<std::int64_t> newest_version(heroku::client& heroku,
                                                            const heroku::app_name& of) {
    const auto newest = co_await heroku.releases(of, 1);
    co_return newest.empty() ? 0 : newest.front().version;
}

/// The newest release has ended, and its dynos are up.
CHATOPS_INLINE asio::awaitable<bool> newest_is_up(heroku::client& heroku,
                                                  const heroku::app_name& of) {
    const auto newest = co_await heroku.releases(of, 1);
    if (newest.empty() || newest.front().status == "pending") co_return false;
    const auto dynos = co_await heroku.dynos(of);
    for (const heroku::dyno& each : dynos)
        if (is_of_formation(each) && each.release.version < newest.front().version) co_return false;
    const bool up = co_await heroku.all_up(of);
    co_return up;
}

/// Changes them, and returns the release that this made, or the one before where nothing differed.
CHATOPS_INLINE asio::awaitable<std::int64_t>
change_config(context& ctx, config_before was, const heroku::config_changes& changes, bool wait) {
    const heroku::app_name of = was.app;
    ctx.undo("config", std::move(was), [](heroku::client& heroku, const config_before& what) {
        return put_config_back(heroku, what);
    });
    co_await ctx.set(
        "config", [&](heroku::client& heroku) { return heroku.change_config_vars(of, changes); });
    if (wait)
        co_await ctx.until("up", [&](heroku::client& heroku) { return newest_is_up(heroku, of); });
    const std::int64_t after = co_await ctx.observe(
        "release after", [&](heroku::client& heroku) { return newest_version(heroku, of); });
    co_return after;
}

/// `what` is `LOG_LEVEL is unset`.
CHATOPS_INLINE reply config_changed(const std::string& app, const std::string& what,
                                    std::int64_t before, std::int64_t after, bool up) {
    reply answer = reply::good(app + ": " + what + ", as v" + std::to_string(after) +
                               (up ? ", and all is up" : "; the dynos start anew"));
    const std::string version = "v" + std::to_string(before);
    if (before > 0)
        answer.add(text_part{"`heroku rollback " + app + ' ' + version +
                             "` gets back what was, with the code and all config vars of " +
                             version + "."});
    return answer;
}

} // namespace detail

CHATOPS_INLINE std::vector<config_facts> facts_of(const heroku::config_vars& all) {
    std::vector<config_facts> facts;
    for (const auto& [name, value] : all) {
        config_facts each;
        each.name = name;
        for (std::size_t at = 0; at < value.reveal().size(); ++each.characters)
            at += character_at(value.reveal(), at).size;
        facts.push_back(std::move(each));
    }
    return facts;
}

CHATOPS_INLINE std::string masked(std::size_t characters) {
    if (characters == 0) return "empty";
    return "•••••••• (" + counted(characters, "character") + ")";
}

CHATOPS_INLINE asio::awaitable<reply> heroku_config_show::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "config", [&](heroku::client& heroku) { return detail::look_at_config(heroku, *app); });
    if (*name && !detail::has_name(all, (*name)->text))
        co_return detail::no_such_variable(app->text, (*name)->text, all);
    table_part table;
    table.headings = {"Config var", "Value"};
    for (const config_facts& each : all) {
        if (*name && each.name == (*name)->text)
            co_return reply::neutral(app->text + ": " + each.name + " is " +
                                     masked(each.characters));
        table.rows.push_back({each.name, masked(each.characters)});
    }
    reply answer = reply::neutral(counted(all.size(), "config var") + " of " + app->text);
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_config_unset::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "before", [&](heroku::client& heroku) { return detail::look_at_config(heroku, *app); });
    for (const heroku::variable_name& each : *names)
        if (!detail::has_name(all, each.text)) {
            reply answer = detail::no_such_variable(app->text, each.text, all);
            answer.title += ": nothing was changed";
            co_return answer;
        }
    const std::int64_t before = co_await ctx.observe("release before", [&](heroku::client& heroku) {
        return detail::newest_version(heroku, *app);
    });
    detail::config_before was{*app, before, {}, true};
    heroku::config_changes changes;
    for (const heroku::variable_name& each : *names)
        if (changes.emplace(each.text, std::nullopt).second) was.names.push_back(each.text);
    const std::string what =
        joined_words(was.names) + (was.names.size() == 1 ? " is" : " are") + " unset";
    const std::int64_t after = co_await detail::change_config(ctx, std::move(was), changes, *wait);
    co_return detail::config_changed(app->text, what, before, after, *wait);
}

CHATOPS_INLINE asio::awaitable<reply> heroku_config_set::run(context& ctx) const {
    const std::int64_t before = co_await ctx.observe("release before", [&](heroku::client& heroku) {
        return detail::newest_version(heroku, *app);
    });
    detail::config_before was{*app, before, {}};
    heroku::config_changes changes;
    for (const heroku::assignment& each : *vars)
        if (changes.insert_or_assign(each.variable.text, each.value).second)
            was.names.push_back(each.variable.text);
    const bool one = was.names.size() == 1;
    const std::string what = joined_words(was.names);
    const std::int64_t after = co_await detail::change_config(ctx, std::move(was), changes, *wait);
    if (after == before)
        co_return reply::neutral(app->text + ": " + what +
                                 (one ? " has that value already: nothing was changed"
                                      : " have those values already: nothing was changed"));
    co_return detail::config_changed(app->text, what + (one ? " is set" : " are set"), before,
                                     after, *wait);
}

} // namespace chatops::operations
