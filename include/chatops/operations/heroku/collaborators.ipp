#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/operations/heroku/collaborators.hpp"
#include "chatops/operations/heroku/once.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

/// Nobody has two addresses that differ in case only.
CHATOPS_INLINE const heroku::collaborator*
collaborator_with(const std::vector<heroku::collaborator>& all, const heroku::email& address) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) {
        return equal_ignoring_case(each.user.email, address.text);
    });
    return found == all.end() ? nullptr : &*found;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_collaborators::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "people", [&](heroku::client& heroku) { return heroku.list<heroku::collaborator>(*app); });
    table_part table;
    table.headings = {"Person", "Role", "Since (UTC)"};
    for (const heroku::collaborator& each : all)
        table.rows.push_back(
            {each.user.email, each.role.value_or("–"), minute_of(each.created_at).substr(0, 10)});
    reply answer = reply::neutral(app->text + ": " + std::to_string(all.size()) +
                                  (all.size() == 1 ? " person works on it" : " people work on it"));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_collaborator_add::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "people", [&](heroku::client& heroku) { return heroku.list<heroku::collaborator>(*app); });
    if (const auto* const there = detail::collaborator_with(all, *person))
        co_return reply::neutral(there->user.email + " works on " + app->text + " already, as " +
                                 there->role.value_or("collaborator") + ": nothing was changed");
    const heroku::collaborator_order order{person->text, *silent};
    const auto is = [&](const heroku::collaborator& each) {
        return equal_ignoring_case(each.user.email, person->text);
    };
    const auto made = co_await make_once<heroku::collaborator>(ctx, *app, order, is);
    reply answer = reply::good(made.user.email + " may work on " + app->text);
    if (!*silent) answer.add(text_part{"Heroku has written a mail to them."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_collaborator_remove::run(context& ctx) const {
    const auto all = co_await ctx.observe(
        "people", [&](heroku::client& heroku) { return heroku.list<heroku::collaborator>(*app); });
    const auto* const it = detail::collaborator_with(all, *person);
    if (it == nullptr) {
        std::vector<std::string> names;
        for (const heroku::collaborator& each : all) names.push_back(each.user.email);
        reply answer = reply::neutral(person->text + " does not work on " + app->text +
                                      ": nothing was changed");
        co_return answer.add(text_part{did_you_mean(person->text, names) +
                                       "`heroku collaborators " + app->text + "` lists them all."});
    }
    if (it->role == "owner")
        co_return reply::bad(it->user.email + " owns " + app->text + " and stays");
    co_await remove_once<heroku::collaborator>(ctx, *app, it->id);
    reply answer = reply::good(it->user.email + " may work on " + app->text + " no more");
    co_return answer.add(text_part{"They may know its config vars: change those that are secret."});
}

} // namespace chatops::operations
