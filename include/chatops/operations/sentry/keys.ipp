#pragma once

#include "chatops/operations/choice.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/sentry/chosen.hpp"
#include "chatops/operations/sentry/keys.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/operations/which.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <utility>

namespace chatops::operations {

template <>
inline constexpr noun noun_of<sentry::client_key>{"key", "sentry keys PROJECT", "", "Disable",
                                                  "disabled"};

namespace detail {

/// References must live until the awaitable ends.
CHATOPS_INLINE asio::awaitable<choice<sentry::client_key>>
look_for_client_key(sentry::client& sentry, const sentry::project_name& of,
                    const std::string& which) {
    choice<sentry::client_key> seen;
    std::vector<sentry::client_key> all = co_await sentry.keys(of);
    take_meant(seen, which, std::move(all));
    co_return seen;
}

CHATOPS_INLINE std::string key_state(const sentry::client_key& each) {
    return each.is_active ? "on" : "off";
}

/// What tells those of one name apart.
CHATOPS_INLINE table_part key_table(const std::vector<sentry::client_key>& all) {
    table_part table;
    table.headings = {"Key", "State", "Created (UTC)"};
    for (const sentry::client_key& each : all)
        table.rows.push_back({each.name, key_state(each),
                              each.date_created ? minute_of(*each.date_created) : "not known"});
    return table;
}

/// Where they send to, a line each; of one alone, nothing but that.
CHATOPS_INLINE std::string key_addresses(const std::vector<sentry::client_key>& all) {
    std::string text;
    for (const sentry::client_key& each : all)
        text += (all.size() > 1 ? each.name + ": " : std::string()) + each.dsn.public_ + '\n';
    return text;
}

/// A key of a project that a line names, or what to say instead.
struct chosen_key {
    std::optional<reply> unclear;
    std::optional<sentry::client_key> found;
};

/// References must live until the awaitable ends.
CHATOPS_INLINE asio::awaitable<chosen_key> choose_key(context& ctx, const sentry::project_name& of,
                                                      const sentry::key_ref& which) {
    chosen_key chosen;
    const chosen_project project = co_await look_for_project(ctx, of);
    chosen.unclear = project.unclear;
    if (chosen.unclear) co_return chosen;
    auto seen = co_await ctx.observe(
        "key", [&](sentry::client& sentry) { return look_for_client_key(sentry, of, which.text); });
    if (seen.found.empty()) {
        chosen.unclear = reply::bad("There is no key " + shown(which.text) + " of " + of.text);
        chosen.unclear->add(text_part{did_you_mean_one_of(seen.near) + "`sentry keys " + of.text +
                                      "` lists them all."});
        co_return chosen;
    }
    several all{noun_of<sentry::client_key>, "key", which.text, key_table(seen.found)};
    const auto look = [&](sentry::client& sentry, const std::string& id) {
        return look_for_client_key(sentry, of, id);
    };
    chosen.unclear = co_await ask_which_of(ctx, std::move(all), seen, look);
    if (!chosen.unclear) chosen.found = std::move(seen.found.front());
    co_return chosen;
}

/// `key “Default” of shop`.
CHATOPS_INLINE std::string key_called(const sentry::client_key& it,
                                      const sentry::project_name& of) {
    return "key " + shown(it.name) + " of " + of.text;
}

CHATOPS_INLINE reply key_loss(const sentry::client_key& it, const sentry::project_name& of) {
    reply question;
    question.title = "Disable the " + key_called(it, of) + '?';
    return question.add(
        fields_part{{{"Lost", "every error that programs send with it until it is enabled"},
                     {"Kept", "what came with it, and the key itself"},
                     {"Address", it.dsn.public_}}});
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> sentry_keys::run(context& ctx) const {
    const chosen_project of = co_await look_for_project(ctx, *project);
    if (of.unclear) co_return *of.unclear;
    const auto all =
        co_await ctx.observe("keys", [&](sentry::client& sentry) { return sentry.keys(*project); });
    reply answer = reply::neutral(counted(all.size(), "key") + " of " + project->text);
    if (all.empty()) co_return answer;
    answer.add(detail::key_table(all));
    answer.add(text_part{"Programs send to:"});
    co_return answer.add(code_part{detail::key_addresses(all)});
}

CHATOPS_INLINE asio::awaitable<reply> sentry_key_enable::run(context& ctx) const {
    const detail::chosen_key chosen = co_await detail::choose_key(ctx, *project, *key);
    if (chosen.unclear) co_return *chosen.unclear;
    const sentry::client_key& it = *chosen.found;
    const std::string called = "The " + detail::key_called(it, *project);
    if (it.is_active) co_return reply::neutral(called + " is on already: nothing was changed");
    co_await ctx.set(
        "switch", [&](sentry::client& sentry) { return sentry.switch_key(*project, it.id, true); });
    co_return reply::good(called + " is on again: what is sent with it is taken");
}

CHATOPS_INLINE asio::awaitable<reply> sentry_key_disable::run(context& ctx) const {
    const detail::chosen_key chosen = co_await detail::choose_key(ctx, *project, *key);
    if (chosen.unclear) co_return *chosen.unclear;
    const sentry::client_key& it = *chosen.found;
    const std::string called = "The " + detail::key_called(it, *project);
    if (!it.is_active) co_return reply::neutral(called + " is off already: nothing was changed");
    reply loss = detail::key_loss(it, *project);
    co_await ctx.confirm(std::move(loss), "Disable this key");
    co_await ctx.set("switch", [&](sentry::client& sentry) {
        return sentry.switch_key(*project, it.id, false);
    });
    reply answer = reply::good(called + " is off: what is sent with it is thrown away");
    co_return answer.add(
        text_part{"`sentry key enable " + project->text + ' ' + it.id + "` takes this back."});
}

} // namespace chatops::operations
