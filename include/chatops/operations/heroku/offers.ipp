#pragma once

#include "chatops/operations/heroku/offers.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/operations/near.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <cmath>

namespace chatops::operations {

namespace detail {

/// Of what Heroku says in GB.
CHATOPS_INLINE std::string dyno_memory(double gigabytes) {
    constexpr double mebibytes = 1'024;
    return memory_text(static_cast<std::int64_t>(std::llround(gigabytes * mebibytes)));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> heroku_sizes::run(context& ctx) const {
    auto all = co_await ctx.observe(
        "sizes", [&](heroku::client& heroku) { return heroku.offers<heroku::dyno_size>(); });
    std::erase_if(all, [](const auto& each) { return each.private_space_only.value_or(false); });
    table_part table;
    table.headings = {"Size", "Memory", "$ a month"};
    for (const heroku::dyno_size& each : all)
        table.rows.push_back(
            {each.name, detail::dyno_memory(each.memory), monthly_price(each.cost)});
    reply answer = reply::neutral(counted(all.size(), "size") + " of dynos to be had");
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_regions::run(context& ctx) const {
    auto all = co_await ctx.observe(
        "regions", [&](heroku::client& heroku) { return heroku.offers<heroku::region>(); });
    table_part table;
    table.headings = {"Region", "Where"};
    for (const heroku::region& each : all) table.rows.push_back({each.name, each.description});
    reply answer = reply::neutral(counted(all.size(), "region"));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_stacks::run(context& ctx) const {
    auto all = co_await ctx.observe(
        "stacks", [&](heroku::client& heroku) { return heroku.offers<heroku::stack>(); });
    table_part table;
    table.headings = {"Stack", "State", "Default"};
    for (const heroku::stack& each : all)
        table.rows.push_back({each.name, each.state, each.default_.value_or(false) ? "yes" : "no"});
    reply answer = reply::neutral(counted(all.size(), "stack"));
    if (!all.empty()) answer.add(std::move(table));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_stack_set::run(context& ctx) const {
    const auto before =
        co_await ctx.observe("before", [&](heroku::client& heroku) { return heroku.app(*app); });
    const auto all = co_await ctx.observe(
        "stacks", [&](heroku::client& heroku) { return heroku.offers<heroku::stack>(); });
    std::vector<std::string> names;
    for (const heroku::stack& each : all) names.push_back(each.name);
    if (std::find(names.begin(), names.end(), stack->text) == names.end()) {
        reply answer = reply::bad("There is no stack " + shown(stack->text) + " at Heroku");
        co_return answer.add(
            text_part{did_you_mean(stack->text, names) + "`heroku stacks` lists them all."});
    }
    const std::string now = before.stack ? before.stack->name : "what it was";
    const std::string next = before.build_stack ? before.build_stack->name : now;
    if (next == stack->text)
        co_return reply::neutral(app->text + " is built for " + stack->text +
                                 " already: nothing was changed");
    heroku::app_change to;
    to.build_stack = stack->text;
    co_await ctx.set("stack",
                     [&](heroku::client& heroku) { return heroku.change_app(before.id, to); });
    reply answer = reply::good(app->text + " is built for " + stack->text + " from now on");
    if (now != stack->text)
        answer.add(text_part{"Until its next build it runs on " + now + " still."});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_account::run(context& ctx) const {
    const auto whose =
        co_await ctx.observe("account", [&](heroku::client& heroku) { return heroku.whoami(); });
    const auto left =
        co_await ctx.observe("requests", [&](heroku::client& heroku) { return heroku.requests(); });
    reply answer = reply::neutral("The account is that of " + whose.email);
    fields_part facts;
    if (whose.name && !whose.name->empty()) facts.fields.emplace_back("Name", *whose.name);
    facts.fields.emplace_back("Two factors", whose.two_factor_authentication ? "yes" : "no");
    facts.fields.emplace_back("Requests left", std::to_string(left.remaining));
    co_return answer.add(std::move(facts));
}

} // namespace chatops::operations
